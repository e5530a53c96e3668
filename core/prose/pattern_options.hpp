// What a pattern binds, sets and asks for: its keys besides the pattern itself.
#pragma once

#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/vocabulary.hpp>

#include "prose/pattern_grammar.hpp"
#include "prose/pattern_set.hpp"
#include "prose/word_table.hpp"

namespace nianbao::prose {

/// Fills everything of the pattern but its program; adds a fault for each option that is wrong.
void read_options(const ProsePattern& rule, PatternSet& set, WordTable& words, const Vocabulary& vocabulary,
                  Pattern& pattern, std::vector<PatternFault>& faults);

}  // namespace nianbao::prose
