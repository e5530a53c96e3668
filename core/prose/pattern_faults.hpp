// Sentence patterns and all that is wrong with them.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <nianbao/rules.hpp>

#include "prose/pattern_grammar.hpp"

namespace nianbao::prose {

/// A fault of one of the rules' patterns.
struct FaultyPattern {
  std::size_t pattern = 0;  ///< index into ProseRules::patterns
  PatternFault fault;
};

/// Compiles the patterns; null if there are none, or any is faulty. Patterns without a text are passed over.
[[nodiscard]] std::shared_ptr<const SentencePatterns> compile_patterns(const ProseRules& rules,
                                                                       const Vocabulary& vocabulary,
                                                                       std::vector<FaultyPattern>& faults);

}  // namespace nianbao::prose
