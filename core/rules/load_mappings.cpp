// mappings.yaml
#include <algorithm>
#include <array>

#include "rules/load.hpp"
#include "rules/locks.hpp"
#include "rules/rule_fields.hpp"

namespace nianbao {
namespace {

constexpr std::array<std::pair<std::string_view, Fidelity>, 3> kFidelities{
    {{"exact", Fidelity::exact}, {"derived", Fidelity::derived}, {"approximate", Fidelity::approximate}}};

/// An amount has to come in the unit of what it is put into: nothing converts it there. Counts of any things will do.
void refuse_other_unit(Item& item, const MappingRule& rule, const Catalog& catalog) {
  const auto* info = catalog.find(rule.to.id);
  const std::string wanted(info == nullptr ? std::string_view() : info->unit);
  const auto& given = rule.from->root().unit;
  const auto counts = [&](const std::string& unit) { return catalog.unit_kind(unit) != UnitKind::measure; };
  if (given.empty() || given == wanted || catalog.unit_shift(given, wanted) == 0 || (counts(given) && counts(wanted))) {
    return;
  }
  item.fault("from", "unit-mismatch",
             {"计量单位不同：“" + given + "”不能填入以“" + wanted + "”计的" + std::string(info->name),
              "Units that do not fit: \"" + given + "\" cannot be put into " + std::string(info->id) + " in \"" +
                  wanted + "\""},
             {"请核对取自的指标。", "Check the concepts it is taken from."});
}

std::optional<MappingRule> load_mapping(OverlaidItem& overlaid, const std::shared_ptr<const Catalog>& catalog,
                                        Arena& arena) {
  auto& item = overlaid.item;
  const ExpressionCompiler compiler(catalog);
  MappingRule rule;
  rule.id = overlaid.full_id();
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
  rule.lock = overlaid.lock;
  rule.changes = overlaid.changes;
  rule.origin = item.origin();
  if (!to) {
    return std::nullopt;
  }
  rule.to = *to;
  if (rule.from != nullptr) {
    refuse_other_unit(item, rule, *catalog);
  }
  return rule;
}

/// Lists of formats, of which an empty one is every format.
bool overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return a.empty() || b.empty() || std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// A line is tried before those of packs further up: none may come before a line that they locked.
void refuse_line_before(const OverlaidItem& locked, const MappingRule& line, Overlay& overlay, const Packs& packs,
                        const std::vector<MappingRule>& lines, RuleFaults& faults) {
  for (auto& other : overlay.items()) {
    const auto rule =
        std::find_if(lines.begin(), lines.end(), [&](const MappingRule& r) { return r.id == other.full_id(); });
    if (other.in_force && rule != lines.end() && rule->to == line.to && extends(other.pack, locked.lock->pack, packs) &&
        overlap(rule->from_formats, line.from_formats) && overlap(rule->to_formats, line.to_formats)) {
      add_locked_fault({"“" + locked.id + "”", "\"" + locked.id + "\""}, *locked.lock, other.item.file(),
                       other.item.at(), faults);
    }
  }
}

}  // namespace

std::vector<MappingRule> load_mappings(Overlay& overlay, const Packs& packs,
                                       const std::shared_ptr<const Catalog>& catalog, Arena& arena,
                                       RuleFaults& faults) {
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
  for (const auto& rule : rules) {
    const auto& items = overlay.items();
    const auto item =
        std::find_if(items.begin(), items.end(), [&](const OverlaidItem& i) { return i.full_id() == rule.id; });
    if (rule.lock) {
      refuse_line_before(*item, rule, overlay, packs, rules, faults);
    }
  }
  return rules;
}

}  // namespace nianbao
