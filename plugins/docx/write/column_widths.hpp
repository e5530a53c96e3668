// How wide a table's columns are printed.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao::docx {

/// Widths in twips that add up to `total`: columns of long labels get more, columns of figures and of
/// labels that run down many rows less; a figure is not broken over two lines as long as there is room.
[[nodiscard]] std::vector<std::uint32_t> column_widths(const Table& table, std::uint32_t total);

}  // namespace nianbao::docx
