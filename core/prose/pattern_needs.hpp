// What a pattern cannot do without: sentences that lack it are passed over without matching.
#pragma once

#include <cstdint>
#include <vector>

#include "prose/pattern_ast.hpp"
#include "prose/pattern_set.hpp"
#include "prose/word_table.hpp"

namespace nianbao::prose {

/// Characters a gap may pass over at most.
[[nodiscard]] std::uint32_t widest(const ast::Gap& gap);

/// A class of the alternatives if all of them are plain words; else kNoIndex.
[[nodiscard]] ClassId literals_of(const ast::Alternatives& alternatives, WordTable& words);

/// What every way to fit has in common, ascending.
[[nodiscard]] std::vector<Feature> required_features(const ast::Alternatives& alternatives, const PatternSet& set,
                                                     WordTable& words);

/// The most characters up to the first number; 0 if some way to fit has none.
[[nodiscard]] std::uint32_t reach_to_number(const ast::Alternatives& alternatives, const PatternSet& set,
                                            WordTable& words);

}  // namespace nianbao::prose
