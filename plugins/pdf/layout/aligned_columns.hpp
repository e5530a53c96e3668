// Where columns stand that no line divides.
#pragma once

#include <vector>

#include "layout/text_lines.hpp"

namespace nianbao::pdf {

/// The text of a column stands between these.
struct ColumnExtent {
  double left = 0;
  double right = 0;
};

/// The columns in which the pieces of these lines stand, from left to right. Pieces that lie over several pieces of
/// another line are headings of several columns and make none.
[[nodiscard]] std::vector<ColumnExtent> aligned_columns(const std::vector<const TextLine*>& lines);

/// The first and the last column that a piece stands in.
struct ColumnRange {
  std::size_t first = 0;
  std::size_t last = 0;
};
[[nodiscard]] ColumnRange columns_under(const Piece& piece, const std::vector<ColumnExtent>& columns);

}  // namespace nianbao::pdf
