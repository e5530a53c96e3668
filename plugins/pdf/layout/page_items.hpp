// A page → its tables and lines of text, from top to bottom.
#pragma once

#include <variant>
#include <vector>

#include "layout/grid.hpp"
#include "layout/text_lines.hpp"

namespace nianbao::pdf {

using PageItem = std::variant<TextLine, Grid>;

/// What one page holds, in the order of reading.
struct PageItems {
  std::uint32_t number = 0;
  double width = 0;
  double height = 0;
  std::vector<PageItem> items;
};

[[nodiscard]] Rect box_of(const PageItem& item);

/// Tables of lines first; what stands in none of them is lines of text.
[[nodiscard]] PageItems page_items(const Page& page, std::uint64_t most_positions);

}  // namespace nianbao::pdf
