#include "cell_names.hpp"

namespace nianbao::xlsx {

std::optional<CellPlace> parse_cell_name(std::string_view text) {
  CellPlace at;
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && at.column <= kMostColumns; ++i) {
    at.column = at.column * 26 + static_cast<std::uint32_t>(text[i] - 'A' + 1);
  }
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && at.row <= kMostRows; ++i) {
    at.row = at.row * 10 + static_cast<std::uint32_t>(text[i] - '0');
  }
  const bool fits = at.row > 0 && at.row <= kMostRows && at.column > 0 && at.column <= kMostColumns;
  return fits && i == text.size() ? std::optional(at) : std::nullopt;
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters + std::to_string(row);
}

}  // namespace nianbao::xlsx
