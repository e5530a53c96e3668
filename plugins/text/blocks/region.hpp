// Finding where a table without markup stands among lines.
#pragma once

#include <cstddef>
#include <vector>

#include "blocks/lines.hpp"

namespace nianbao::blocks {

/// Line indices, half-open.
struct Region {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// The regions to be kept verbatim, in order and apart from each other: from the first line of a
/// columnar table (with its head) to its last figure, with the blank lines and parts of labels in it.
/// A section's heading parts two regions; prose, rows and headings end one.
[[nodiscard]] std::vector<Region> find_regions(const std::vector<Line>& lines);

}  // namespace nianbao::blocks
