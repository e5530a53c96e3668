// An example of a sentence pattern: a text and what the patterns in force read in it.
#pragma once

#include <optional>

#include <nianbao/rules.hpp>

#include "rules/item.hpp"

namespace nianbao {

struct PatternOutcome {
  bool passing = true;  ///< the text is one the pattern reads
  bool holds = false;
  Message fault;  ///< what was expected and what came
};

/// `text` must be read by the pattern, and say exactly `facts`; `fails` must be left alone by it. None if the example
/// has neither; then the item has a fault.
[[nodiscard]] std::optional<PatternOutcome> run_pattern_example(const ProsePattern& pattern, Item& item,
                                                                const RuleSet& rules);

}  // namespace nianbao
