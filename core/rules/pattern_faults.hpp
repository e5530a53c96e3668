// Sentence patterns of packs, compiled.
#pragma once

#include "rules/load.hpp"

namespace nianbao {

/// Compiles the patterns that load_prose read from this overlay; each fault is told at its place in the pack. Null if
/// there are none, or any is faulty.
[[nodiscard]] std::shared_ptr<const SentencePatterns> compile_prose(const ProseRules& rules, Overlay& overlay,
                                                                    const Vocabulary& vocabulary);

}  // namespace nianbao
