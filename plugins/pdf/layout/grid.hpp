// The lines of a table → its cells.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/page.hpp"

namespace nianbao::pdf {

struct Grid;

/// A cell of a grid. Row and column count from 0.
struct GridCell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t rowspan = 1;
  std::uint32_t colspan = 1;
  std::string text;
  double room = 0;          ///< width that its last line leaves free
  double size = 0;          ///< of the last line's characters; 0 if it is blank
  std::uint32_t page = 0;   ///< where it begins
  Rect box;                 ///< of its part on that page
  std::size_t shape = 0;    ///< cells of one shape that is no rectangle have the same number, others 0
  bool missing = false;     ///< the row ends before it
  std::vector<Grid> inner;  ///< tables that stand in it
};

/// A table as it stands on one page, or on several once they are joined. The cells tile the grid, by row and
/// column.
struct Grid {
  std::uint32_t page = 0;
  std::uint32_t last_page = 0;
  std::vector<double> xs;  ///< edges of the columns: one more than there are columns
  std::vector<double> ys;  ///< edges of the rows
  std::vector<GridCell> cells;
  bool odd_shapes = false;  ///< lines were lacking: a shape with text that is no rectangle was cut into some
  bool aligned = false;     ///< no lines: its columns are where the texts stand one below the other
  bool whole = false;       ///< nothing of it stands in another grid

  [[nodiscard]] std::uint32_t rows() const noexcept { return static_cast<std::uint32_t>(ys.size() - 1); }
  [[nodiscard]] std::uint32_t columns() const noexcept { return static_cast<std::uint32_t>(xs.size() - 1); }
  [[nodiscard]] Rect box() const noexcept { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  [[nodiscard]] Rect box(const GridCell& cell) const noexcept {
    return {xs[cell.column], ys[cell.row], xs[cell.column + cell.colspan], ys[cell.row + cell.rowspan]};
  }
};

/// The grid of connected lines. Its outer edges count as drawn: a page break leaves a table without the last
/// line, and some tables have no lines at their sides. One cell, or no grid (`xs` empty), where the lines make
/// no table, or one of more than `most_positions`.
[[nodiscard]] Grid make_grid(const std::vector<Ruling>& rulings, std::uint64_t most_positions);

/// Leaves out edges at which no cell begins.
void drop_unused_edges(Grid& grid);

}  // namespace nianbao::pdf
