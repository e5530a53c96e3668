#include "cell_words.hpp"

namespace nianbao::pdf_write {
namespace {

void append(const std::vector<Block>& blocks, std::string& words);

void append_line(std::string_view text, std::string& words) {
  if (!text.empty()) {
    words += words.empty() ? "" : "\n";
    words += text;
  }
}

void append(const Table& table, std::string& words) {
  std::uint32_t row = 0;
  for (const auto& cell : table.cells) {
    words += cell.row != row ? (words.empty() ? "" : "\n") : "  ";
    words += words_of(cell);
    row = cell.row;
  }
}

void append(const std::vector<Block>& blocks, std::string& words) {
  for (const auto& block : blocks) {
    if (const auto* text = block.text()) {
      append_line(text->chars, words);
    } else if (const auto* list = block.as<List>()) {
      for (const auto& item : list->items) {
        append(item, words);
      }
    } else if (const auto* table = block.as<Table>()) {
      append(*table, words);
    } else if (const auto* image = block.as<Image>()) {
      append_line(image->name, words);
    }
  }
}

}  // namespace

std::string words_of(const Cell& cell) {
  std::string words(cell.text.chars);
  append(cell.blocks, words);
  return words;
}

std::string_view longest_word(std::string_view text) noexcept {
  constexpr std::size_t kLongest = 24;
  std::string_view longest;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && text[end] > ' ' && static_cast<unsigned char>(text[end]) < 0x7F) {
      ++end;
    }
    if (end - at > longest.size()) {
      longest = text.substr(at, std::min(end - at, kLongest));
    }
    at = end + 1;
  }
  return longest;
}

bool is_figure(std::string_view text) noexcept {
  // The dashes of three bytes, — and ——, and the full-width stroke.
  return text.find_first_not_of("0123456789.,+-/%\xE2\x80\x94\xEF\xBC\x8F ") == std::string_view::npos;
}

}  // namespace nianbao::pdf_write
