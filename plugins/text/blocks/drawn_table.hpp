// Tables drawn with the characters of a terminal: columns ruled by dashes, or a frame of + and -.
#pragma once

#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "blocks/region.hpp"

namespace nianbao::blocks {

/// A table whose cells are told by its ruler or frame. A cell may have several lines.
struct DrawnTable {
  Region region;  ///< with its rulers and frame
  struct Part {
    std::string_view text;
    std::uint32_t line = 0;  ///< its number
  };
  using Cell = std::vector<Part>;       ///< a part for each line of the cell
  std::vector<std::vector<Cell>> rows;  ///< all of one length
};

/// The drawn tables among the lines, in order. Linear.
[[nodiscard]] std::vector<DrawnTable> find_drawn_tables(const std::vector<Line>& lines);

/// The table as a grid. An input error if it would have more cells than the limit.
[[nodiscard]] Result<Table> make_table(const DrawnTable& drawn, const Source& source, const Limits& limits,
                                       Arena& arena);

}  // namespace nianbao::blocks
