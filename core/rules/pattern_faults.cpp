#include "rules/pattern_faults.hpp"

#include "prose/pattern_faults.hpp"

namespace nianbao {
namespace {

constexpr const char* kCode = "bad-pattern";

void tell(Item& item, prose::PatternFault fault) {
  if (fault.option == prose::PatternFault::kNoOption) {
    item.fault_inside("pattern", fault.position, kCode, std::move(fault.message), std::move(fault.hint));
    return;
  }
  const auto options = item.pairs("options");
  if (fault.option < options.size()) {
    item.fault_at(options[fault.option].second, kCode, std::move(fault.message), std::move(fault.hint));
  }
}

}  // namespace

std::shared_ptr<const SentencePatterns> compile_prose(const ProseRules& rules, Overlay& overlay,
                                                      const Vocabulary& vocabulary) {
  std::vector<prose::FaultyPattern> faults;
  auto patterns = prose::compile_patterns(rules, vocabulary, faults);
  std::vector<Item*> items;
  for (auto& overlaid : overlay.items()) {
    if (overlaid.in_force) {
      items.push_back(&overlaid.item);
    }
  }
  for (auto& [index, fault] : faults) {
    tell(*items[index], std::move(fault));
  }
  return patterns;
}

}  // namespace nianbao
