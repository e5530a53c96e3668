#include "blanks.hpp"

#include <algorithm>

namespace nianbao::pdf_write {
namespace {

bool is_chinese(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

}  // namespace

std::string set_blanks(std::string_view text) {
  constexpr std::string_view kChineseBlank = "\xE3\x80\x80";
  std::string set;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != ' ') {
      set += text[at++];
      continue;
    }
    const auto end = std::min(text.find_first_not_of(' ', at), text.size());
    const bool inside = !set.empty() && end < text.size();
    const bool before = inside && is_chinese(set.back());
    const bool after = inside && is_chinese(text[end]);
    if (before && after) {
      set += kChineseBlank;
    } else if (before == after || end - at > 1) {
      set += text.substr(at, end - at);
    }
    at = end;
  }
  return set;
}

}  // namespace nianbao::pdf_write
