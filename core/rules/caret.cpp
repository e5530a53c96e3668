#include "rules/caret.hpp"

#include <algorithm>

#include "text/code_point.hpp"

namespace nianbao {
namespace {

constexpr std::uint32_t kMostBefore = 70;  // characters shown before the caret
constexpr std::uint32_t kMostAfter = 70;

std::string_view without_line_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
    line.remove_suffix(1);
  }
  return line;
}

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD) || (c >= 0x2018 && c <= 0x201D);
}

}  // namespace

TextPlace place_in(std::string_view text, std::size_t character) {
  TextPlace place;
  std::size_t line_start = 0;
  std::size_t i = 0;
  while (character > 0 && i < text.size()) {
    const bool line_end = text[i] == '\n';
    ++i;
    while (i < text.size() && is_continuation(text[i])) {
      ++i;
    }
    --character;
    ++place.column;
    if (line_end) {
      ++place.line;
      place.column = 1;
      line_start = i;
    }
  }
  place.line_text = without_line_end(text.substr(line_start, text.find('\n', line_start) - line_start));
  return place;
}

std::string caret_text(std::string_view line, std::uint32_t column) {
  const std::uint32_t first = column > kMostBefore ? column - kMostBefore : 1;
  std::string shown = first > 1 ? "  …" : "  ";
  std::string below = first > 1 ? "   " : "  ";
  const auto* p = reinterpret_cast<const unsigned char*>(line.data());
  const auto* end = p + line.size();
  for (std::uint32_t i = 1; p != end; ++i) {
    const char32_t c = decode_utf8(p, end);
    if (i < first) {
      continue;
    }
    if (i > column + kMostAfter) {
      shown += "…";
      break;
    }
    append_utf8(shown, c < U' ' && c != U'\t' ? kReplacement : c);
    if (i < column) {
      append_utf8(below, c == U'\t' ? U'\t' : is_wide(c) ? U'\u3000' : U' ');
    }
  }
  return shown + "\n" + below + "^";
}

}  // namespace nianbao
