// Names of cells: B12.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::xlsx {

constexpr std::uint32_t kMostRows = 1048576;
constexpr std::uint32_t kMostColumns = 16384;

/// From 1; 0 where it is not known.
struct CellPlace {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

/// None if there is no such cell.
[[nodiscard]] std::optional<CellPlace> parse_cell_name(std::string_view text);

[[nodiscard]] std::string cell_name(std::uint32_t row, std::uint32_t column);

}  // namespace nianbao::xlsx
