// sections.yaml
#include "rules/load.hpp"
#include "rules/rule_fields.hpp"

namespace nianbao {

std::vector<HeadingRule> load_headings(Overlay& overlay) {
  std::vector<HeadingRule> rules;
  for (auto& overlaid : overlay.items()) {
    if (!overlaid.in_force) {
      continue;
    }
    auto& item = overlaid.item;
    HeadingRule rule;
    rule.id = overlaid.full_id();
    static_cast<void>(item.required("kind"));
    const auto kinds = item.words("kind");
    const auto kind = kinds.size() == 1 ? read_section_kind(item, kinds[0]) : std::nullopt;
    rule.phrases = item.texts("phrases");
    rule.years = item.years("years");
    rule.origin = item.origin();
    finish(item);
    if (kind) {
      rule.kind = *kind;
      rules.push_back(std::move(rule));
    }
  }
  return rules;
}

}  // namespace nianbao
