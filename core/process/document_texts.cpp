#include "process/document_texts.hpp"

#include <algorithm>

#include <nianbao/sdk/text.hpp>

namespace nianbao::process {
namespace {

using Keys = std::vector<std::string>;

bool text_has(std::string_view text, const Keys& keys) {
  if (text.empty()) {
    return false;
  }
  const auto folded = fold_key(text);
  return std::any_of(keys.begin(), keys.end(), [&](const auto& key) { return folded.find(key) != std::string::npos; });
}

bool blocks_have(const std::vector<Block>& blocks, const Keys& keys);

bool table_has(const Table& table, const Keys& keys) {
  return text_has(table.caption, keys) || std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
           return text_has(cell.text.chars, keys) || blocks_have(cell.blocks, keys);
         });
}

bool block_has(const Block& block, const Keys& keys) {
  if (const auto* text = block.text()) {
    return text_has(text->chars, keys);
  }
  if (const auto* table = block.as<Table>()) {
    return table_has(*table, keys);
  }
  const auto* list = block.as<List>();
  return list != nullptr &&
         std::any_of(list->items.begin(), list->items.end(), [&](const auto& item) { return blocks_have(item, keys); });
}

bool blocks_have(const std::vector<Block>& blocks, const Keys& keys) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) { return block_has(block, keys); });
}

}  // namespace

bool has_any_text(const Document& document, const std::vector<std::string>& keys) {
  return blocks_have(document.blocks, keys);
}

}  // namespace nianbao::process
