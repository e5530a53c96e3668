// mappings.yaml
#include <array>

#include "rules/load.hpp"
#include "rules/rule_fields.hpp"

namespace nianbao {
namespace {

constexpr std::array<std::pair<std::string_view, Fidelity>, 3> kFidelities{
    {{"exact", Fidelity::exact}, {"derived", Fidelity::derived}, {"approximate", Fidelity::approximate}}};

std::optional<MappingRule> load_mapping(OverlaidItem& overlaid, const std::shared_ptr<const Catalog>& catalog,
                                        Arena& arena) {
  auto& item = overlaid.item;
  const ExpressionCompiler compiler(catalog);
  MappingRule rule;
  rule.id = overlaid.full_id();
  static_cast<void>(item.required("to"));
  const auto to = read_key(item, "to", *catalog, arena);
  rule.each = read_each(item, *catalog).each;
  rule.from = item.expression("from", Yields::number, false, compiler);
  rule.when = item.expression("when", Yields::condition, false, compiler);
  rule.fidelity = item.choice("fidelity", kFidelities, Fidelity::derived);
  rule.note = item.message("note");
  auto reason = item.message("reason");
  if (item.has("from") == item.has("reason")) {
    item.fault("reason", "from-or-reason", {"from 与 reason 应写其中一个", "Write either from or reason"},
               {"没有对应关系时写 reason，说明原因。", "Where nothing corresponds, reason says why."});
  }
  if (!item.has("from")) {
    rule.note = std::move(reason);
  }
  rule.basis = item.message("basis");
  rule.from_formats = item.texts("from-formats");
  rule.to_formats = item.texts("to-formats");
  rule.locked = !overlaid.locked_by.empty();
  rule.origin = item.origin();
  if (!to) {
    return std::nullopt;
  }
  rule.to = *to;
  return rule;
}

}  // namespace

std::vector<MappingRule> load_mappings(Overlay& overlay, const Packs& packs,
                                       const std::shared_ptr<const Catalog>& catalog, Arena& arena) {
  std::vector<MappingRule> rules;
  for (auto pack = packs.rbegin(); pack != packs.rend(); ++pack) {
    for (auto& overlaid : overlay.items()) {
      if (!overlaid.in_force || overlaid.pack != (*pack)->info.id) {
        continue;
      }
      auto rule = load_mapping(overlaid, catalog, arena);
      finish(overlaid.item);
      if (rule) {
        rules.push_back(*std::move(rule));
      }
    }
  }
  return rules;
}

}  // namespace nianbao
