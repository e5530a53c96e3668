// <table> to Table.
#pragma once

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "html/inline_text.hpp"
#include "html/tree.hpp"

namespace nianbao::html {

/// The table's grid with its spans as HTML defines them; ragged rows get missing cells. Texts of a
/// cell's blocks and lines are set apart by '\n'; tables inside a cell become its blocks. An input error
/// if the grid would have more cells than the limit.
[[nodiscard]] Result<Table> read_table(const GumboNode& table, const Piece& piece, const Limits& limits, Arena& arena);

/// A table that only lays out the page: one cell, or texts and tables in its cells.
[[nodiscard]] bool is_layout(const GumboNode& table);

/// The cells of a table's rows in the order of the page, for walking a layout table.
[[nodiscard]] std::vector<const GumboNode*> cells_of(const GumboNode& table);

}  // namespace nianbao::html
