// A sheet of cells as its file has it, before it is told what of it is a table.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::sheet {

/// One cell that the file states: with text, merged or bordered. Row and column count from 1.
struct SheetCell {
  std::uint32_t row = 1;
  std::uint32_t column = 1;
  std::uint32_t rowspan = 1;
  std::uint32_t colspan = 1;
  bool bordered = false;
  bool missing = false;  ///< the row ended before this column
  Text text;
  Place at;
};

struct Sheet {
  std::vector<SheetCell> cells;  ///< by row and column; spans do not overlap
};

/// Appends what the sheet shows: rows with one text are paragraphs, rows of cells are tables, as true
/// grids without columns that nothing makes use of. In a sheet with borders they tell the tables. An input
/// error if a table would have more cells than the limit.
[[nodiscard]] Result<void> append_blocks(const Sheet& sheet, const Limits& limits, std::vector<Block>& out);

}  // namespace nianbao::sheet
