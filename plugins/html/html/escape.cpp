#include "html/escape.hpp"

namespace nianbao::html {

namespace {

std::string_view escape_of(char c) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

void append_escaped(std::string_view text, std::string& out) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const auto escape = escape_of(text[i]); !escape.empty()) {
      out += text.substr(from, i - from);
      out += escape;
      from = i + 1;
    }
  }
  out += text.substr(from);
}

void append_with_breaks(std::string_view text, std::string& out) {
  for (std::size_t from = 0;;) {
    const auto to = text.find('\n', from);
    append_escaped(text.substr(from, to - from), out);
    if (to == std::string_view::npos) {
      return;
    }
    out += "<br>";
    from = to + 1;
  }
}

}  // namespace nianbao::html
