#include "layout/joined_tables.hpp"

#include <cmath>

#include "layout/rulings.hpp"
#include "layout/seam.hpp"

namespace nianbao::pdf {
namespace {

/// Gives the grid other edges of columns; false if two edges of its own would fall together.
bool use_columns(Grid& grid, const std::vector<double>& xs) {
  std::vector<std::uint32_t> numbers;
  for (const double x : grid.xs) {
    const auto nearest =
        std::min_element(xs.begin(), xs.end(), [x](double a, double b) { return std::abs(a - x) < std::abs(b - x); });
    const auto number = static_cast<std::uint32_t>(nearest - xs.begin());
    if (!numbers.empty() && numbers.back() == number) {
      return false;
    }
    numbers.push_back(number);
  }
  for (auto& cell : grid.cells) {
    const auto right = numbers[cell.column + cell.colspan];
    cell.column = numbers[cell.column];
    cell.colspan = right - cell.column;
  }
  grid.xs = xs;
  return true;
}

/// The cells of the first rows as one value, rows counted from 0; nothing if a cell goes on below.
bool same_rows(const Grid& a, const Grid& b, std::uint32_t rows) {
  const auto head = [rows](const Grid& grid) {
    std::vector<const GridCell*> cells;
    for (const auto& cell : grid.cells) {
      if (cell.row < rows) {
        cells.push_back(&cell);
      }
    }
    return cells;
  };
  const auto first = head(a);
  const auto second = head(b);
  return first.size() == second.size() &&
         std::equal(first.begin(), first.end(), second.begin(), [rows](const GridCell* x, const GridCell* y) {
           return x->row == y->row && x->column == y->column && x->rowspan == y->rowspan && x->colspan == y->colspan &&
                  x->text == y->text && x->row + x->rowspan <= rows;
         });
}

/// How many rows at the top of both tables are the same.
std::uint32_t repeated_rows(const Grid& upper, const Grid& lower) {
  constexpr std::uint32_t kMostHeaderRows = 6;
  std::uint32_t rows = std::min({kMostHeaderRows, upper.rows() - 1, lower.rows() - 1});
  while (rows > 0 && !same_rows(upper, lower, rows)) {
    --rows;
  }
  return rows;
}

/// The text of the first cell that begins in this row.
std::string first_text(const Grid& grid, std::uint32_t row) {
  const auto cell = std::find_if(grid.cells.begin(), grid.cells.end(), [row](const auto& c) { return c.row == row; });
  return cell == grid.cells.end() ? std::string() : cell->text;
}

/// True if the lower table has the rows of the upper one from its beginning on: it is another table of that form.
bool begins_again(const Grid& upper, const Grid& lower, std::uint32_t header_rows) {
  if (header_rows == 0) {
    return false;
  }
  const auto figures_repeated = std::any_of(lower.cells.begin(), lower.cells.end(), [&](const GridCell& cell) {
    return cell.row < header_rows && !cell.text.empty() &&
           cell.text.find_first_not_of("0123456789.-/") == std::string::npos;
  });
  const auto next = first_text(upper, header_rows);
  return figures_repeated || (!next.empty() && next == first_text(lower, header_rows));
}

/// Removes the header rows that are repeated on the new page.
void drop_rows(Grid& lower, std::uint32_t rows) {
  if (rows == 0) {
    return;
  }
  lower.cells.erase(
      std::remove_if(lower.cells.begin(), lower.cells.end(), [rows](const GridCell& cell) { return cell.row < rows; }),
      lower.cells.end());
  lower.ys.erase(lower.ys.begin(), lower.ys.begin() + rows);
  for (auto& cell : lower.cells) {
    cell.row -= rows;
  }
}

/// Gives both grids the columns of either, and the lower one no header of its own; false if they are two tables.
bool fit_together(Grid& upper, Grid& lower) {
  constexpr double kSameWidth = 6;
  if (lower.page != upper.last_page + 1 || std::abs(upper.box().width() - lower.box().width()) > kSameWidth) {
    return false;
  }
  // The margins of left and right pages may differ.
  const double shift = upper.xs.front() - lower.xs.front();
  for (auto& x : lower.xs) {
    x += shift;
  }
  auto all = upper.xs;
  all.insert(all.end(), lower.xs.begin(), lower.xs.end());
  all = distinct_positions(std::move(all));
  auto moved = upper;
  if (!use_columns(moved, all) || !use_columns(lower, all)) {
    return false;
  }
  const auto header_rows = repeated_rows(moved, lower);
  if (begins_again(moved, lower, header_rows)) {
    return false;
  }
  drop_rows(lower, header_rows);
  upper = std::move(moved);
  return true;
}

}  // namespace

bool append_grid(Grid& upper, Grid lower) {
  if (upper.whole || lower.whole || !fit_together(upper, lower)) {
    return false;
  }
  const auto seam = upper.rows();
  const double shift = upper.ys.back() - lower.ys.front();
  std::transform(lower.ys.begin() + 1, lower.ys.end(), std::back_inserter(upper.ys),
                 [shift](double y) { return y + shift; });
  for (auto& cell : lower.cells) {
    cell.row += seam;
    upper.cells.push_back(std::move(cell));
  }
  upper.last_page = lower.last_page;
  upper.odd_shapes = upper.odd_shapes || lower.odd_shapes;
  mend_seam(upper, seam);
  return true;
}

std::vector<FlowBlock> join_tables(std::vector<FlowBlock> blocks) {
  std::vector<FlowBlock> joined;
  for (auto& block : blocks) {
    auto* upper = joined.empty() ? nullptr : std::get_if<Grid>(&joined.back());
    const auto* lower = std::get_if<Grid>(&block);
    if (upper == nullptr || lower == nullptr || !append_grid(*upper, *lower)) {
      joined.push_back(std::move(block));
    }
  }
  return joined;
}

}  // namespace nianbao::pdf
