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

/// Of each row whether all its cells are headers.
[[nodiscard]] std::vector<char> rows_of_headers(const Table& table);

/// Rows from the top that are header alone and stand for the whole table: 0 if they are all rows, if a cell of theirs
/// reaches further down, or if further headers follow, which change what the columns mean.
[[nodiscard]] std::uint32_t header_rows(const Table& table);

/// The row behind the last one that fits into the room, at least `from`.
[[nodiscard]] std::uint32_t rows_that_fit(const std::vector<double>& heights, std::uint32_t from, double room);

}  // namespace nianbao::pdf_write
