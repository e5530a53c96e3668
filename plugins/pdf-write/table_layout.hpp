// The measures of a table: widths of columns, heights of rows, which rows stand on which page.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao::pdf_write {

/// What a cell needs.
struct CellNeed {
  double widest = 0;     ///< of its text in one line
  double narrowest = 0;  ///< at the least
};

/// Widths that add up to `total`. Needs are those of the table's cells, in order.
[[nodiscard]] std::vector<double> column_widths(const Table& table, const std::vector<CellNeed>& needs, double total);

/// Heights of the rows that hold cells of these heights.
[[nodiscard]] std::vector<double> row_heights(const Table& table, const std::vector<double>& heights, double least);

/// Rows from the top that are header alone and reach no further down; 0 if they are all rows.
[[nodiscard]] std::uint32_t header_rows(const Table& table);

/// The row behind the last one that fits into the room, at least `from`.
[[nodiscard]] std::uint32_t rows_that_fit(const std::vector<double>& heights, std::uint32_t from, double room);

}  // namespace nianbao::pdf_write
