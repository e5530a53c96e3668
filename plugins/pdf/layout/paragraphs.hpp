// Lines of text over all pages → paragraphs.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "layout/page_items.hpp"

namespace nianbao::pdf {

struct FlowParagraph {
  std::uint32_t page = 0;  ///< where it begins
  Rect box;                ///< of its first line
  std::string text;
};

/// Lines that follow each other, all with pieces that stand apart: they may be columns.
struct FlowLines {
  std::uint32_t page = 0;
  std::vector<TextLine> lines;
};

using FlowBlock = std::variant<FlowParagraph, FlowLines, Grid>;

/// Joins what belongs together: lines of a paragraph, also over a page break.
[[nodiscard]] std::vector<FlowBlock> flow(std::vector<PageItems> pages);

}  // namespace nianbao::pdf
