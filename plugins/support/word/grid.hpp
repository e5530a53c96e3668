// Cells to a grid without gaps.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao::word {

/// The table of these cells, ordered by row and column and not overlapping; places of the grid that no
/// cell covers become missing cells.
[[nodiscard]] Table tile(std::vector<Cell> cells, std::uint32_t rows, std::uint32_t columns);

}  // namespace nianbao::word
