// Which rows of a sheet are tables and which are text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sheet/sheet.hpp"

namespace nianbao::sheet {

/// Rows that belong together.
struct Region {
  bool table = false;
  std::uint32_t first_row = 1;
  std::uint32_t last_row = 1;
  std::size_t from = 0;  ///< its cells
  std::size_t to = 0;
};

/// The regions in order; blank rows are in none. A text region is one row.
[[nodiscard]] std::vector<Region> find_regions(const Sheet& sheet);

}  // namespace nianbao::sheet
