#include "write/column_widths.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "blocks/blanks.hpp"

namespace nianbao::docx {

namespace {

// In columns of a terminal: a Chinese character takes two.
constexpr std::size_t kNarrowest = 5;
constexpr std::size_t kWidest = 30;
constexpr std::size_t kDownward = 7;
constexpr std::uint32_t kManyRows = 4;

std::size_t longest_line(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    longest = std::max(longest, blocks::columns_of(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

/// What a cell would like to have. Long texts wrap, so their wish grows slowly.
std::size_t wish(const Cell& cell) {
  const auto length = longest_line(cell.text.chars) + 2;
  if (cell.rowspan >= kManyRows) {
    return kDownward;
  }
  const auto wrapped = length <= 12 ? length : 12 + (length - 12) / 2;
  return std::clamp(wrapped, kNarrowest, kWidest);
}

}  // namespace

std::vector<std::uint32_t> column_widths(const Table& table, std::uint32_t total) {
  std::vector<std::size_t> wishes(table.columns, kNarrowest);
  for (const auto& cell : table.cells) {
    if (cell.colspan == 1) {
      wishes[cell.column - 1] = std::max(wishes[cell.column - 1], wish(cell));
    }
  }
  for (const auto& cell : table.cells) {
    if (cell.colspan > 1) {
      const auto first = wishes.begin() + (cell.column - 1);
      const auto have = std::accumulate(first, first + cell.colspan, std::size_t{0});
      const auto lacks = have < wish(cell) ? wish(cell) - have : 0;
      *(first + cell.colspan - 1) += lacks;
    }
  }
  const auto sum = std::max<std::size_t>(std::accumulate(wishes.begin(), wishes.end(), std::size_t{0}), 1);
  std::vector<std::uint32_t> widths;
  std::size_t used = 0;
  std::uint32_t placed = 0;
  for (const auto one : wishes) {
    used += one;
    const auto edge = static_cast<std::uint32_t>(static_cast<std::uint64_t>(total) * used / sum);
    widths.push_back(edge - placed);
    placed = edge;
  }
  return widths;
}

}  // namespace nianbao::docx
