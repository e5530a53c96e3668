#include "sheet/sheet_table.hpp"

#include <algorithm>
#include <string>

namespace nianbao::sheet {

namespace {

class Grid {
 public:
  Grid(const Sheet& sheet, const Region& region) : sheet_(sheet), region_(region) {
    for (auto i = region.from; i < region.to; ++i) {
      const auto& cell = sheet.cells[i];
      first_column_ = std::min(first_column_, cell.column);
      last_column_ = std::max(last_column_, cell.column + cell.colspan - 1);
    }
    rows_ = region.last_row - region.first_row + 1;
    width_ = last_column_ - first_column_ + 1;
  }

  [[nodiscard]] std::uint64_t size() const { return std::uint64_t{rows_} * width_; }

  Table make() {
    cover();
    number_columns();
    Table table;
    table.rows = rows_;
    table.columns = columns_.back();
    for (std::uint32_t row = 0; row < rows_; ++row) {
      for (std::uint32_t column = 0; column < width_;) {
        const auto index = owner_[std::size_t{row} * width_ + column];
        if (index == 0) {
          table.cells.push_back(blank(row, column));
          column = next_column(column);
          continue;
        }
        const auto& cell = sheet_.cells[region_.from + index - 1];
        if (cell.row - region_.first_row == row) {
          table.cells.push_back(converted(cell));
        }
        column = cell.column - first_column_ + cell.colspan;
      }
    }
    return table;
  }

 private:
  void cover() {
    owner_.assign(size(), 0);
    for (auto i = region_.from; i < region_.to; ++i) {
      const auto& cell = sheet_.cells[i];
      const auto first = cell.row - region_.first_row;
      const auto last = std::min(first + cell.rowspan, rows_);
      for (auto row = first; row < last; ++row) {
        const auto at =
            owner_.begin() + static_cast<std::ptrdiff_t>(std::size_t{row} * width_ + cell.column - first_column_);
        std::fill_n(at, cell.colspan, static_cast<std::uint32_t>(i - region_.from + 1));
      }
    }
  }

  /// Numbers the columns of the sheet, from 1: one number for those that no row tells apart.
  void number_columns() {
    columns_.assign(width_, 1);
    for (std::uint32_t column = 1; column < width_; ++column) {
      bool apart = false;
      for (std::uint32_t row = 0; row < rows_ && !apart; ++row) {
        const auto here = owner_[std::size_t{row} * width_ + column];
        apart = here == 0 || here != owner_[std::size_t{row} * width_ + column - 1];
      }
      columns_[column] = columns_[column - 1] + static_cast<std::uint32_t>(apart);
    }
  }

  [[nodiscard]] std::uint32_t next_column(std::uint32_t column) const {
    const auto number = columns_[column];
    while (column < width_ && columns_[column] == number) {
      ++column;
    }
    return column;
  }

  [[nodiscard]] Cell blank(std::uint32_t row, std::uint32_t column) const {
    Cell cell;
    cell.row = row + 1;
    cell.column = columns_[column];
    return cell;
  }

  [[nodiscard]] Cell converted(const SheetCell& from) const {
    Cell cell;
    cell.row = from.row - region_.first_row + 1;
    cell.rowspan = std::min(from.rowspan, rows_ - cell.row + 1);
    const auto first = from.column - first_column_;
    cell.column = columns_[first];
    cell.colspan = columns_[first + from.colspan - 1] - cell.column + 1;
    cell.missing = from.missing;
    cell.text = from.text;
    cell.at = from.at;
    return cell;
  }

  const Sheet& sheet_;
  const Region& region_;
  std::uint32_t first_column_ = UINT32_MAX;
  std::uint32_t last_column_ = 0;
  std::uint32_t rows_ = 0;
  std::uint32_t width_ = 0;
  std::vector<std::uint32_t> owner_;    // per position: the cell that covers it, from 1; 0: none
  std::vector<std::uint32_t> columns_;  // per column of the sheet: that of the table
};

Error too_large(const SheetCell& cell, std::uint64_t size, const Limits& limits) {
  const auto limit = std::to_string(limits.cells);
  auto place = std::string(cell.at.sheet);
  place += place.empty() ? "" : "!";
  return {ErrorKind::input,
          "table-too-large",
          {"第" + std::to_string(cell.row) + "行起的表格有" + std::to_string(size) + "格，超过上限" + limit + "格。",
           "The table at row " + std::to_string(cell.row) + " has " + std::to_string(size) +
               " cells, more than the limit of " + limit + "."},
          place + std::string(cell.at.cell),
          {"请确认文件确为一份年报；表格以外的单元格请清除内容和格式。",
           "Check that the file is a single report, and clear what stands outside its tables."}};
}

}  // namespace

Result<Table> make_table(const Sheet& sheet, const Region& region, const Limits& limits) {
  Grid grid(sheet, region);
  if (grid.size() > limits.cells) {
    return too_large(sheet.cells[region.from], grid.size(), limits);
  }
  return grid.make();
}

}  // namespace nianbao::sheet
