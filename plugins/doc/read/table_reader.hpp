// Cells and rows of a doc file to a true grid.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/document.hpp>

#include "file/row_shape.hpp"
#include "read/block_reader.hpp"

namespace nianbao::doc {

/// Reads one table. A row's cells stand between places across the page; all places of the table make its
/// columns. Cells merge down where they stand at the same places; positions of the grid without a
/// cell are missing cells.
class TableReader {
 public:
  TableReader(Reading& reading, BlockReader& blocks, std::uint32_t depth)
      : reading_(reading), blocks_(blocks), depth_(depth) {}

  /// Reads from the cursor to the end of the table. An empty table if it has no cells, or where the
  /// reading stopped: a grid beyond the limit stops it.
  [[nodiscard]] Table read(Cursor& cursor);

 private:
  struct Content {
    std::vector<Block> blocks;
    CellSigns signs;
  };
  struct Row {
    std::vector<Content> cells;
    RowShape shape;
  };
  void read_rows(Cursor& cursor);
  void read_content(Cursor& cursor, Row& row, bool& open);
  void end_row(Row& row, const ParagraphRange* mark);
  void fit_shape(Row& row);
  void find_columns();
  [[nodiscard]] std::uint32_t column_of(std::int32_t place) const;
  void place_row(Row& row);
  void place_cell(Content& content, const CellShape& shape, bool header, std::uint32_t from, std::uint32_t to);
  bool merge_down(const Cell& cell);
  void say_covered(const Cell& cell);
  [[nodiscard]] bool fits() const;

  struct Place {
    std::uint32_t cell = 0;  // index of the cell that covers it, from 1; 0: none
    VerticalMerge merge = VerticalMerge::none;
  };
  Reading& reading_;
  BlockReader& blocks_;
  std::uint32_t depth_;
  std::vector<Row> rows_;
  std::vector<std::int32_t> places_;  // where columns begin and end
  std::vector<Cell> cells_;
  std::vector<Place> above_;  // the row before, by column from 0
  std::vector<Place> here_;
  std::uint32_t row_ = 0;
  std::uint32_t columns_ = 0;
  bool said_uneven_ = false;
  bool said_counts_ = false;
};

}  // namespace nianbao::doc
