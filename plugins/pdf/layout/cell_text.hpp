// The text of a page's tables, cell by cell.
#pragma once

#include <vector>

#include "layout/grid.hpp"
#include "layout/text_lines.hpp"

namespace nianbao::pdf {

/// Puts each glyph that stands in the grid into its cell and writes the cells' texts; the glyphs that stand
/// elsewhere are given back, in order. A word that runs over its cell's edge stays whole.
[[nodiscard]] std::vector<const Glyph*> fill_cells(Grid& grid, const std::vector<const Glyph*>& glyphs);

/// The width that is left in a column of this width beside the line, without what stays free at its sides.
[[nodiscard]] double room_beside(const TextLine& line, double width);

/// The width of a column whose longest line is this wide.
[[nodiscard]] double padded(double width);

/// The text of lines in a column of this width: a line without room for what follows goes on in the next, another
/// one ends with a line break.
[[nodiscard]] std::string column_text(const std::vector<TextLine>& lines, double width);

}  // namespace nianbao::pdf
