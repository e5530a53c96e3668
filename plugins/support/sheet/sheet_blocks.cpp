#include <algorithm>

#include "sheet/regions.hpp"
#include "sheet/sheet.hpp"
#include "sheet/sheet_table.hpp"

namespace nianbao::sheet {

Result<void> append_blocks(const Sheet& sheet, const Limits& limits, std::vector<Block>& out) {
  for (const auto& region : find_regions(sheet)) {
    if (region.table) {
      Block block;
      block.at = sheet.cells[region.from].at;
      NIANBAO_TRY(block.body, make_table(sheet, region, limits));
      out.push_back(std::move(block));
      continue;
    }
    for (auto i = region.from; i < region.to; ++i) {
      const auto& cell = sheet.cells[i];
      if (!cell.text.chars.empty()) {
        out.push_back({Paragraph{Role::body, cell.text}, cell.at});
      }
    }
  }
  return {};
}

}  // namespace nianbao::sheet
