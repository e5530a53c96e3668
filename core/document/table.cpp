#include <nianbao/sdk/document.hpp>

#include <algorithm>

namespace nianbao {

TableGrid::TableGrid(const Table& table) : rows_(table.rows), columns_(table.columns) {
  cells_.assign(static_cast<std::size_t>(rows_) * columns_, nullptr);
  for (const auto& cell : table.cells) {
    const auto last_row = std::min(cell.row + cell.rowspan - 1, rows_);
    const auto last_column = std::min(cell.column + cell.colspan - 1, columns_);
    for (auto row = cell.row; row <= last_row; ++row) {
      for (auto column = cell.column; column <= last_column; ++column) {
        cells_[static_cast<std::size_t>(row - 1) * columns_ + (column - 1)] = &cell;
      }
    }
  }
}

void TableBuilder::begin_row() {
  ++row_;
  next_column_ = 1;
}

Cell& TableBuilder::add(Cell cell) {
  while (taken(next_column_)) {
    ++next_column_;
  }
  cell.row = row_;
  cell.column = next_column_;
  cell.rowspan = std::max(cell.rowspan, 1U);
  std::uint32_t width = 1;
  while (width < cell.colspan && !taken(next_column_ + width)) {
    ++width;
  }
  cell.colspan = width;
  if (taken_until_.size() < next_column_ + width - 1) {
    taken_until_.resize(next_column_ + width - 1, 0);
  }
  for (auto column = next_column_; column < next_column_ + width; ++column) {
    taken_until_[column - 1] = row_ + cell.rowspan - 1;
  }
  next_column_ += width;
  cells_.push_back(std::move(cell));
  return cells_.back();
}

Table TableBuilder::finish() {
  Table table;
  table.rows = row_;
  table.columns = columns();
  std::vector<std::uint32_t> covered_until(table.columns, 0);
  auto cell = cells_.begin();
  for (std::uint32_t row = 1; row <= table.rows; ++row) {
    for (std::uint32_t column = 1; column <= table.columns; ++column) {
      if (covered_until[column - 1] >= row) {
        continue;
      }
      if (cell != cells_.end() && cell->row == row && cell->column == column) {
        cell->rowspan = std::min(cell->rowspan, table.rows - row + 1);
        std::fill_n(covered_until.begin() + (column - 1), cell->colspan, row + cell->rowspan - 1);
        table.cells.push_back(std::move(*cell++));
        continue;
      }
      Cell missing;
      missing.row = row;
      missing.column = column;
      missing.missing = true;
      table.cells.push_back(std::move(missing));
    }
  }
  *this = TableBuilder{};
  return table;
}

}  // namespace nianbao
