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
  if (open_.size() < row_) {
    open_.resize(row_);
  }
}

Cell& TableBuilder::add(Cell cell) {
  const auto taken = [&](std::uint32_t row, std::uint32_t column) {
    const auto& columns = open_[row - 1];
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  while (taken(row_, next_column_)) {
    ++next_column_;
  }
  cell.row = row_;
  cell.column = next_column_;
  cell.rowspan = std::max(cell.rowspan, 1U);
  cell.colspan = std::max(cell.colspan, 1U);
  std::uint32_t width = 1;
  while (width < cell.colspan && !taken(row_, next_column_ + width)) {
    ++width;
  }
  cell.colspan = width;
  if (open_.size() < row_ + cell.rowspan - 1) {
    open_.resize(row_ + cell.rowspan - 1);
  }
  for (std::uint32_t row = row_; row < row_ + cell.rowspan; ++row) {
    for (std::uint32_t i = 0; i < cell.colspan; ++i) {
      open_[row - 1].push_back(next_column_ + i);
    }
  }
  next_column_ += cell.colspan;
  cells_.push_back(std::move(cell));
  return cells_.back();
}

Table TableBuilder::finish() {
  Table table;
  table.rows = row_;
  for (auto& cell : cells_) {
    cell.rowspan = std::min(cell.rowspan, row_ - cell.row + 1);
    table.columns = std::max(table.columns, cell.column + cell.colspan - 1);
  }
  for (std::uint32_t row = 1; row <= row_; ++row) {
    std::vector<bool> taken(table.columns + 1, false);
    for (const auto column : open_[row - 1]) {
      taken[column] = true;
    }
    for (std::uint32_t column = 1; column <= table.columns; ++column) {
      if (!taken[column]) {
        Cell missing;
        missing.row = row;
        missing.column = column;
        missing.missing = true;
        cells_.push_back(std::move(missing));
      }
    }
  }
  std::stable_sort(cells_.begin(), cells_.end(),
                   [](const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  table.cells = std::move(cells_);
  *this = TableBuilder{};
  return table;
}

}  // namespace nianbao
