#include "write/column_widths.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "blocks/blanks.hpp"

namespace nianbao::docx {

namespace {

// In columns of a terminal: a Chinese character takes two.
constexpr std::size_t kNarrowest = 5;
constexpr std::size_t kWidest = 30;
constexpr std::size_t kDownward = 7;
constexpr std::uint32_t kManyRows = 4;

// In twips: a digit of 10.5 points, also in the wider fonts that stand in for the official ones, and the padding of
// a cell.
constexpr std::uint32_t kColumn = 135;
constexpr std::uint32_t kPadding = 134;

std::size_t longest_line(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    longest = std::max(longest, blocks::columns_of(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

/// The longest run that may not be broken over two lines: a figure, a word of Latin letters.
std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    const bool joins = c > ' ' && c < 0x7f;
    run = joins ? run + 1 : 0;
    longest = std::max(longest, run);
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
  const auto more = length > 60 ? (length - 60) / 6 : 0;
  return std::min(std::clamp(wrapped, kNarrowest, kWidest) + more, 2 * kWidest);
}

/// A short heading stays on one line where the table has few columns.
std::uint32_t heading_width(const Table& table, const Cell& cell) {
  constexpr std::uint32_t kFewColumns = 8;
  constexpr std::size_t kShort = 8;
  constexpr std::uint32_t kHalfCharacter = 105;
  const auto length = longest_line(cell.text.chars);
  const bool whole = cell.header && table.columns <= kFewColumns && length <= kShort;
  return whole ? static_cast<std::uint32_t>(length) * kHalfCharacter + kPadding : 0;
}

/// What each column must have for its figures, in twips; never more than there is.
std::vector<std::uint32_t> least_widths(const Table& table, std::uint32_t total) {
  std::vector<std::uint32_t> least(table.columns, 0);
  for (const auto& cell : table.cells) {
    if (cell.colspan == 1) {
      const auto longest = std::min<std::size_t>(longest_word(cell.text.chars), kWidest);
      auto& own = least[cell.column - 1];
      own = std::max(own, static_cast<std::uint32_t>(longest) * kColumn + kPadding);
      own = std::max(own, heading_width(table, cell));
    }
  }
  const auto sum = std::accumulate(least.begin(), least.end(), std::uint64_t{0});
  if (sum > total) {
    for (auto& own : least) {
      own = static_cast<std::uint32_t>(std::uint64_t{own} * total / sum);
    }
  }
  return least;
}

/// The total shared out by wishes; a column whose share is too small gets its least, and the others share the rest.
std::vector<std::uint32_t> shared_out(std::vector<std::size_t> wishes, const std::vector<std::uint32_t>& least,
                                      std::uint32_t total) {
  std::vector<std::uint32_t> widths(wishes.size(), 0);
  std::uint64_t left = total;
  std::uint64_t sum = std::accumulate(wishes.begin(), wishes.end(), std::uint64_t{0});
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      if (wishes[i] != 0 && left * wishes[i] / sum < least[i]) {
        widths[i] = least[i];
        left -= least[i];
        sum -= std::exchange(wishes[i], 0);
        again = true;
      }
    }
  }
  std::uint64_t used = 0;
  std::uint64_t placed = 0;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    if (wishes[i] != 0) {
      used += wishes[i];
      const auto edge = left * used / sum;
      widths[i] = static_cast<std::uint32_t>(edge - placed);
      placed = edge;
    }
  }
  return widths;
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
  return shared_out(wishes, least_widths(table, total), total);
}

}  // namespace nianbao::docx
