#include "read/account.hpp"

#include <algorithm>
#include <vector>

namespace nianbao::doc {

namespace {

/// A character by its code: controls and blanks are not seen.
bool is_seen(std::uint32_t code) {
  const bool blank = code <= 0x20 || (code >= 0x7F && code <= 0xA0) || code == 0xAD || code == 0x3000 ||
                     code == 0xFEFF || (code >= 0x2000 && code <= 0x200F) || code == 0x2028 || code == 0x2029;
  return !blank;
}

bool is_low_surrogate(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::uint64_t count_all(const std::vector<Block>& blocks);

std::uint64_t count_one(const Block& block) {
  if (const auto* text = block.text()) {
    return count_seen(text->chars);
  }
  if (const auto* image = block.as<Image>()) {
    return count_seen(image->name) + count_seen(image->alt);
  }
  std::uint64_t count = 0;
  if (const auto* list = block.as<List>()) {
    for (const auto& item : list->items) {
      count += count_all(item);
    }
  } else if (const auto* table = block.as<Table>()) {
    count += count_seen(table->caption);
    for (const auto& cell : table->cells) {
      count += count_seen(cell.text.chars) + count_all(cell.blocks);
    }
  }
  return count;
}

std::uint64_t count_all(const std::vector<Block>& blocks) {
  std::uint64_t count = 0;
  for (const auto& block : blocks) {
    count += count_one(block);
  }
  return count;
}

}  // namespace

std::uint64_t count_seen(std::u16string_view units) noexcept {
  return static_cast<std::uint64_t>(std::count_if(
      units.begin(), units.end(), [](char16_t unit) { return is_seen(unit) && !is_low_surrogate(unit); }));
}

std::uint64_t count_seen(std::string_view utf8) noexcept {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t code = size == 1 ? lead : lead & (0xFFU >> (size + 1));
    for (std::size_t k = 1; k < size && i + k < utf8.size(); ++k) {
      code = (code << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    }
    count += is_seen(code) ? 1 : 0;
    i += size;
  }
  return count;
}

std::uint64_t count_seen(const Document& document) {
  auto count = count_all(document.blocks);
  for (const auto& property : document.properties) {
    count += count_seen(property.value);
  }
  return count;
}

}  // namespace nianbao::doc
