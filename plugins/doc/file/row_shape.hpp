// The cells of one table row: where they stand and how they are merged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nianbao::doc {

enum class VerticalMerge { none, goes_on, begins };

struct CellShape {
  std::int32_t left = 0;  ///< twentieths of a point
  std::int32_t right = 0;
  std::uint32_t across =
      0;  ///< not 0: one of several neighbours that are merged; those that go on differ from the first
  VerticalMerge down = VerticalMerge::none;
};

struct RowShape {
  std::vector<CellShape> cells;
  bool header = false;

  /// True where the cell is merged into the one before it.
  [[nodiscard]] bool goes_on_across(std::size_t cell) const;
};

/// From the property changes of the row's end mark.
[[nodiscard]] RowShape read_row_shape(std::string_view changes);

}  // namespace nianbao::doc
