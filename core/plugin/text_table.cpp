#include "plugin/text_table.hpp"

#include <algorithm>

namespace nianbao::plugin {
namespace {

constexpr std::size_t kGap = 2;
// First byte of U+1000: below it nothing is wide, and of what is above these tables hold Chinese alone.
constexpr unsigned char kFirstWide = 0xE1;

}  // namespace

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0U) == 0x80U;
    width += continues ? 0 : byte >= kFirstWide ? 2 : 1;
  }
  return width;
}

std::string TextTable::print() const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    for (std::size_t i = 0; row.aligned && i < row.cells.size(); ++i) {
      widths.resize(std::max(widths.size(), i + 1));
      widths[i] = std::max(widths[i], display_width(row.cells[i]));
    }
  }
  std::string text;
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      text += row.cells[i];
      if (i + 1 < row.cells.size()) {
        text.append(widths[i] + kGap - display_width(row.cells[i]), ' ');
      }
    }
    text.push_back('\n');
  }
  return text;
}

}  // namespace nianbao::plugin
