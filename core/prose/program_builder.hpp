// From the tree of a pattern to its program.
#pragma once

#include <vector>

#include "prose/pattern_ast.hpp"
#include "prose/pattern_grammar.hpp"
#include "prose/pattern_set.hpp"
#include "prose/word_table.hpp"

namespace nianbao::prose {

/// Writes the program of one pattern behind the nodes there are, and fills what of the pattern follows from it;
/// adds a fault for each list or slot that does not exist.
void build_program(const ast::Alternatives& alternatives, PatternSet& set, WordTable& words, Pattern& pattern,
                   std::vector<PatternFault>& faults);

}  // namespace nianbao::prose
