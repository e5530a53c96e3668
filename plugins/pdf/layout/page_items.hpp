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

/// A page of which the tables have been read.
struct PageContent {
  std::uint32_t number = 0;
  double width = 0;
  double height = 0;
  std::vector<Grid> tables;
  std::vector<const Glyph*> outside;  ///< what stands in no table; the Page's own
};

/// The tables that lines show, each in its cell where it stands in another.
[[nodiscard]] PageContent ruled_tables(const Page& page, std::uint64_t most_positions);

/// Tables, and as lines of text what stands in none of them.
[[nodiscard]] PageItems page_items(PageContent content);

}  // namespace nianbao::pdf
