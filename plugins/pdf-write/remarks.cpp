#include "remarks.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace nianbao::pdf_write {
namespace {

/// Cells with one remark: columns [from, to] of the rows [first, last].
struct Stretch {
  std::uint32_t first, last;
  std::uint32_t from, to;
};

struct Remark {
  std::string_view text;
  std::vector<Stretch> cells;
};

void add(const Cell& cell, std::vector<Remark>& remarks) {
  auto known = std::find_if(remarks.begin(), remarks.end(), [&](const Remark& r) { return r.text == cell.remark; });
  if (known == remarks.end()) {
    remarks.push_back({cell.remark, {}});
    known = remarks.end() - 1;
  }
  auto& cells = known->cells;
  const auto end = cell.column + cell.colspan - 1;
  if (!cells.empty() && cells.back().last == cell.row && cells.back().to + 1 == cell.column) {
    cells.back().to = end;
  } else {
    cells.push_back({cell.row, cell.row, cell.column, end});
  }
}

/// Rows that follow each other with the remark in the same columns are one stretch.
void join_rows(std::vector<Stretch>& cells) {
  std::vector<Stretch> joined;
  for (const auto& cell : cells) {
    const auto above = std::find_if(joined.begin(), joined.end(), [&](const Stretch& other) {
      return other.last + 1 == cell.first && other.from == cell.from && other.to == cell.to;
    });
    above == joined.end() ? joined.push_back(cell) : static_cast<void>(above->last = cell.last);
  }
  cells = std::move(joined);
}

std::string range(std::uint32_t from, std::uint32_t to) {
  return std::to_string(from) + (from == to ? "" : "—" + std::to_string(to));
}

}  // namespace

std::vector<std::string> remark_lines(const Table& table) {
  std::vector<Remark> remarks;
  for (const auto& cell : table.cells) {
    if (!cell.remark.empty()) {
      add(cell, remarks);
    }
  }
  std::vector<std::string> lines;
  for (auto& remark : remarks) {
    join_rows(remark.cells);
    std::string places;
    for (const auto& cells : remark.cells) {
      places += (places.empty() ? "第" : "，第") + range(cells.first, cells.last) + "行第" +
                range(cells.from, cells.to) + "列";
    }
    lines.push_back("（" + places + "）" + std::string(remark.text));
  }
  return lines;
}

}  // namespace nianbao::pdf_write
