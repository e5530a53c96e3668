// checks.yaml
#include <array>

#include "rules/load.hpp"
#include "rules/rule_fields.hpp"

namespace nianbao {
namespace {

constexpr std::array<std::pair<std::string_view, FindingKind>, 10> kFindingKinds{
    {{"arithmetic", FindingKind::arithmetic},
     {"conflict", FindingKind::conflict},
     {"unit", FindingKind::unit},
     {"misplaced", FindingKind::misplaced},
     {"period", FindingKind::period},
     {"percent", FindingKind::percent},
     {"structure", FindingKind::structure},
     {"series", FindingKind::series},
     {"rollup", FindingKind::rollup},
     {"deadline", FindingKind::deadline}}};
constexpr std::array<std::pair<std::string_view, FindingSeverity>, 3> kSeverities{
    {{"error", FindingSeverity::error}, {"doubt", FindingSeverity::doubt}, {"note", FindingSeverity::note}}};
constexpr std::array<std::pair<std::string_view, BasisKind>, 3> kBasisKinds{
    {{"printed", BasisKind::printed}, {"regulation", BasisKind::regulation}, {"inferred", BasisKind::inferred}}};

void read_concepts(Item& item, Each& each, const std::shared_ptr<const Catalog>& catalog) {
  for (auto& word : item.words("concepts")) {
    std::vector<ExpressionFault> faults;
    static_cast<void>(ExpressionCompiler(catalog).compile(word.text, Yields::number, false, faults));
    if (faults.empty()) {
      each.concepts.push_back(std::move(word.text));
    }
    for (auto& fault : faults) {
      item.fault_at(word, std::move(fault.code), std::move(fault.message), std::move(fault.hint));
    }
  }
  if (each.over_concepts != item.has("concepts")) {
    item.fault(each.over_concepts ? "each" : "concepts", "each-concept",
               {"each: concept 与 concepts 应同时写", "each: concept and concepts go together"});
  }
}

CheckRule load_check(OverlaidItem& overlaid, const std::shared_ptr<const Catalog>& catalog) {
  auto& item = overlaid.item;
  const ExpressionCompiler compiler(catalog);
  CheckRule rule;
  rule.id = overlaid.full_id();
  auto each = read_each(item, *catalog);
  read_concepts(item, each, catalog);
  rule.assertion = item.expression("assert", Yields::condition, each.over_concepts, compiler);
  rule.when = item.expression("when", Yields::condition, each.over_concepts, compiler);
  rule.each = std::move(each.each);
  rule.concepts = std::move(each.concepts);
  rule.kind = item.choice("kind", kFindingKinds, FindingKind::arithmetic);
  rule.severity = item.choice("severity", kSeverities, FindingSeverity::error);
  rule.tolerance = item.decimal("tolerance").value_or(Decimal{});
  if (rule.tolerance.is_negative()) {
    item.fault("tolerance", "bad-number", {"容许误差不能是负数", "A tolerance is not negative"});
  }
  rule.message = item.message("message");
  rule.basis = item.message("basis");
  if (!item.has("basis")) {
    item.fault("basis", "missing-key", {"缺少“basis”", "\"basis\" is missing"});
  }
  rule.basis_kind = item.choice("basis-kind", kBasisKinds, BasisKind::inferred);
  rule.formats = item.texts("formats");
  rule.years = item.years("years");
  rule.lock = overlaid.lock;
  rule.changes = overlaid.changes;
  rule.origin = item.origin();
  return rule;
}

}  // namespace

std::vector<CheckRule> load_checks(Overlay& overlay, const std::shared_ptr<const Catalog>& catalog) {
  std::vector<CheckRule> rules;
  for (auto& overlaid : overlay.items()) {
    if (overlaid.in_force) {
      auto rule = load_check(overlaid, catalog);
      finish(overlaid.item);
      if (rule.assertion != nullptr) {
        rules.push_back(std::move(rule));
      }
    }
  }
  return rules;
}

}  // namespace nianbao
