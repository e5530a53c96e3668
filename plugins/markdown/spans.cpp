#include "spans.hpp"

#include <algorithm>
#include <string_view>

namespace nianbao::markdown {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// #name, .class or key=value.
bool is_attributes(std::string_view inside) {
  if (inside.size() < 2) {
    return false;
  }
  if (inside.front() == '#' || inside.front() == '.') {
    return inside.find('{') == std::string_view::npos;
  }
  const auto name = std::find_if_not(inside.begin(), inside.end(), [](char c) { return is_letter(c) || c == '-'; });
  return name != inside.begin() && name != inside.end() && *name == '=';
}

/// The bracket that the one at `close` closes; npos if there is none.
std::size_t open_of(std::string_view text, std::size_t close) {
  std::size_t depth = 0;
  for (auto at = close + 1; at-- > 0;) {
    depth += text[at] == ']' ? 1 : 0;
    depth -= text[at] == '[' ? 1 : 0;
    if (depth == 0) {
      return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string without_attributes(std::string text) {
  constexpr std::size_t kMost = 200;         // spans of one text
  constexpr std::size_t kLongest = 1 << 16;  // a longer text is no cell and no paragraph
  std::size_t from = text.size() > kLongest ? text.size() : 0;
  for (std::size_t i = 0; i < kMost; ++i) {
    const auto brace = text.find('{', from);
    const auto end = brace == std::string::npos ? brace : text.find('}', brace);
    if (end == std::string::npos) {
      break;
    }
    from = brace + 1;
    if (!is_attributes(std::string_view(text).substr(brace + 1, end - brace - 1))) {
      continue;
    }
    if (brace > 0 && text[brace - 1] == ']') {
      const auto open = open_of(text, brace - 1);
      if (open != std::string::npos) {
        text.erase(brace - 1, end - brace + 2);
        text.erase(open, 1);
        from = brace - 2;
      }
    } else if (brace > 0 && text[brace - 1] == ' ' && end + 1 == text.size()) {
      text.erase(brace - 1);
    }
  }
  return text;
}

}  // namespace nianbao::markdown
