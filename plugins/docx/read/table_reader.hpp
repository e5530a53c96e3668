// <w:tbl> to a true grid.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <vector>

#include <nianbao/sdk/document.hpp>

#include "read/parts.hpp"

namespace nianbao::docx {

class BlockReader;

/// Reads one table. Cells stand where gridBefore and the spans before them put them; a vertical merge
/// goes on below a cell of the same place and width; places of the grid without a cell are missing
/// cells. Rows and cells that tracked changes delete are left out.
class TableReader {
 public:
  TableReader(Reading& reading, BlockReader& blocks) : reading_(reading), blocks_(blocks) {}

  /// An empty table if it has no cells, or where the reading stopped: a grid beyond the limit stops it.
  [[nodiscard]] Table read(pugi::xml_node table);

 private:
  enum class Merge { none, begins, goes_on };
  struct Row {
    pugi::xml_node node;
    bool header;
  };
  struct Place {
    std::uint32_t cell = 0;  ///< index of the cell that covers it, from 1; 0: none
    Merge merge = Merge::none;
  };
  void read_rows(pugi::xml_node parent);
  void read_row(const Row& row);
  void read_cells(pugi::xml_node parent, const Row& row);
  void read_cell(pugi::xml_node node, const Row& row);
  void add_cell(pugi::xml_node node, const Row& row, std::uint32_t span, Merge merge);
  bool merge_up(pugi::xml_node node, std::uint32_t span);
  void fill(std::uint32_t until);
  [[nodiscard]] bool fits(std::uint64_t columns);
  void read_content(pugi::xml_node node, Cell& cell);

  Reading& reading_;
  BlockReader& blocks_;
  std::vector<Cell> cells_;
  std::vector<Place> above_;  // the row before
  std::vector<Place> here_;   // the row being read
  std::uint32_t rows_ = 0;
  std::uint32_t columns_ = 0;
  bool said_uneven_ = false;
};

}  // namespace nianbao::docx
