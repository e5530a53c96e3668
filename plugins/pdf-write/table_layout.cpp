#include "table_layout.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao::pdf_write {
namespace {

/// Lets the parts [first, first + count) add up to at least `sum`.
void stretch(std::vector<double>& parts, std::size_t first, std::size_t count, double sum) {
  const auto begin = parts.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = begin + static_cast<std::ptrdiff_t>(count);
  const double lacks = sum - std::accumulate(begin, end, 0.0);
  if (lacks > 0) {
    std::for_each(begin, end, [&](double& part) { part += lacks / static_cast<double>(count); });
  }
}

/// What the columns want, by a measure of their cells.
template <typename F>
std::vector<double> wants(const Table& table, const std::vector<CellNeed>& needs, F measure) {
  std::vector<double> widths(table.columns, 0);
  for (const bool spanning : {false, true}) {
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const auto& cell = table.cells[i];
      if ((cell.colspan > 1) == spanning) {
        stretch(widths, cell.column - 1, cell.colspan, measure(cell, needs[i]));
      }
    }
  }
  return widths;
}

}  // namespace

std::vector<double> column_widths(const Table& table, const std::vector<CellNeed>& needs, double total) {
  // Labels that run down many rows are set one character or two to a line.
  constexpr std::uint32_t kManyRows = 4;
  auto least = wants(table, needs, [](const Cell&, const CellNeed& need) { return need.narrowest; });
  const auto most = wants(table, needs, [total](const Cell& cell, const CellNeed& need) {
    return cell.rowspan >= kManyRows ? need.narrowest : std::min(need.widest, 0.6 * total);
  });
  const double sum = std::max(std::accumulate(least.begin(), least.end(), 0.0), 1.0);
  if (sum >= total) {
    std::for_each(least.begin(), least.end(), [&](double& width) { width *= total / sum; });
    return least;
  }
  // The room that is left goes to those that want more, in proportion; what nobody wants, to all alike.
  double wanted = 0;
  for (std::size_t i = 0; i < least.size(); ++i) {
    wanted += std::max(most[i] - least[i], 0.0);
  }
  const double left = total - sum;
  for (std::size_t i = 0; i < least.size(); ++i) {
    const double more = wanted > 0 ? std::max(most[i] - least[i], 0.0) * std::min(1.0, left / wanted) : 0;
    least[i] += more + std::max(0.0, left - wanted) / static_cast<double>(least.size());
  }
  return least;
}

std::vector<double> row_heights(const Table& table, const std::vector<double>& heights, double least) {
  std::vector<double> rows(table.rows, least);
  for (const bool spanning : {false, true}) {
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const auto& cell = table.cells[i];
      if ((cell.rowspan > 1) == spanning) {
        stretch(rows, cell.row - 1, cell.rowspan, heights[i]);
      }
    }
  }
  return rows;
}

std::vector<char> rows_of_headers(const Table& table) {
  std::vector<char> header(table.rows, 1);
  for (const auto& cell : table.cells) {
    for (auto row = cell.row; row < cell.row + cell.rowspan; ++row) {
      header[row - 1] = header[row - 1] != 0 && cell.header ? 1 : 0;
    }
  }
  return header;
}

std::uint32_t header_rows(const Table& table) {
  const auto header = rows_of_headers(table);
  const auto body = std::find(header.begin(), header.end(), 0);
  const auto rows = static_cast<std::uint32_t>(body - header.begin());
  const bool more = std::find(body, header.end(), 1) != header.end();
  const bool crossed = std::any_of(table.cells.begin(), table.cells.end(), [rows](const Cell& cell) {
    return cell.row <= rows && cell.row + cell.rowspan - 1 > rows;
  });
  return rows == table.rows || more || crossed ? 0 : rows;
}

std::uint32_t rows_that_fit(const std::vector<double>& heights, std::uint32_t from, double room) {
  auto row = from;
  double used = 0;
  while (row < heights.size() && used + heights[row] <= room + 0.01) {
    used += heights[row];
    ++row;
  }
  return row;
}

}  // namespace nianbao::pdf_write
