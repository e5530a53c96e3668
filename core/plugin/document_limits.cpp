#include "plugin/document_limits.hpp"

#include <algorithm>
#include <string>

namespace nianbao::plugin {
namespace {

/// What a Document holds, counted the whole way down.
struct Amount {
  std::uint64_t text = 0;
  std::uint64_t blocks = 0;
  std::uint64_t largest_grid = 0;
  std::uint64_t grids = 0;

  void add(const std::vector<Block>& more) {
    blocks += more.size();
    for (const auto& block : more) {
      if (const auto* chars = block.text()) {
        text += chars->chars.size();
      } else if (const auto* list = block.as<List>()) {
        std::for_each(list->items.begin(), list->items.end(), [this](const auto& item) { add(item); });
      } else if (const auto* table = block.as<Table>()) {
        add(*table);
      }
    }
  }

  void add(const Table& table) {
    const auto grid = std::uint64_t{table.rows} * table.columns;
    grids += grid;
    largest_grid = std::max(largest_grid, grid);
    for (const auto& cell : table.cells) {
      text += cell.text.chars.size();
      add(cell.blocks);
    }
  }
};

Error exceeded(std::string_view zh, std::string_view en, std::uint64_t found, std::uint64_t limit) {
  const auto numbers = std::to_string(found);
  const auto most = std::to_string(limit);
  return {ErrorKind::input,
          "document-too-large",
          {std::string(zh) + "为" + numbers + "，超过上限" + most + "。",
           std::string(en) + ": " + numbers + ", more than the limit of " + most + "."},
          "",
          {"一份年报不会这么大；多份年报请分成多个文件。",
           "No report is that large; put several reports into files of their own."}};
}

}  // namespace

Result<void> check_limits(const Document& document, const Limits& limits) {
  Amount amount;
  amount.add(document.blocks);
  if (amount.text > limits.text_bytes) {
    return exceeded("文字字节数", "Bytes of text", amount.text, limits.text_bytes);
  }
  if (amount.blocks > limits.blocks) {
    return exceeded("段落、表格等总数", "Paragraphs, tables and the like", amount.blocks, limits.blocks);
  }
  if (amount.largest_grid > limits.cells) {
    return exceeded("一张表格的单元格数", "Cells of one table", amount.largest_grid, limits.cells);
  }
  if (amount.grids > limits.all_cells) {
    return exceeded("全部表格的单元格数", "Cells of all tables", amount.grids, limits.all_cells);
  }
  return {};
}

}  // namespace nianbao::plugin
