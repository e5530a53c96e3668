// Tables that go on over pages.
#pragma once

#include <vector>

#include "layout/paragraphs.hpp"

namespace nianbao::pdf {

/// Joins tables that follow each other with nothing but a page break between them and have the same width, and
/// the cells that the break cut in two.
[[nodiscard]] std::vector<FlowBlock> join_tables(std::vector<FlowBlock> blocks);

/// Puts the second grid below the first, with the columns of both; false if they are two tables.
[[nodiscard]] bool append_grid(Grid& upper, Grid lower);

}  // namespace nianbao::pdf
