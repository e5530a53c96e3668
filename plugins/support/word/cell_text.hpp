// The blocks of a table cell as the cell's text.
#pragma once

#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao::word {

/// Joins the texts of the blocks, a line each; tables and images become the cell's blocks.
void put_into_cell(std::vector<Block> blocks, Cell& cell, Arena& arena);

}  // namespace nianbao::word
