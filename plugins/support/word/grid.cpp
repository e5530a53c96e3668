#include "word/grid.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::word {

Table tile(std::vector<Cell> cells, std::uint32_t rows, std::uint32_t columns) {
  Table table;
  table.rows = rows;
  table.columns = columns;
  std::vector<std::uint32_t> covered_until(columns, 0);
  auto next = cells.begin();
  for (std::uint32_t row = 1; row <= rows; ++row) {
    for (std::uint32_t column = 1; column <= columns; ++column) {
      if (covered_until[column - 1] >= row) {
        continue;
      }
      if (next != cells.end() && next->row == row && next->column == column) {
        std::fill_n(covered_until.begin() + (column - 1), next->colspan, row + next->rowspan - 1);
        table.cells.push_back(std::move(*next++));
        continue;
      }
      Cell missing;
      missing.row = row;
      missing.column = column;
      missing.missing = true;
      table.cells.push_back(std::move(missing));
    }
  }
  return table;
}

}  // namespace nianbao::word
