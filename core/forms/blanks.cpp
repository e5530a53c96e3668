#include "forms/blanks.hpp"

#include <algorithm>

namespace nianbao::forms {

Blank known_blank(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c == ' ' || c == '\r') {
    return {1, 1};
  }
  if (c == '\t') {
    return {1, 4};
  }
  if (text.compare(at, 2, "\xC2\xA0") == 0) {
    return {2, 1};
  }
  if (text.compare(at, 3, "\xE3\x80\x80") == 0) {
    return {3, 2};
  }
  return {};
}

Blank blank_before(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 3;
  for (std::size_t bytes = 1; bytes <= std::min(at, kLongest); ++bytes) {
    const auto blank = blank_at(text, at - bytes);
    if (blank.bytes == bytes) {
      return blank;
    }
  }
  return {};
}

bool is_in_decimal(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  const auto spaced_point = [&](std::size_t i) {
    return text.substr(i).starts_with(" . ") && digit(i - 1) && digit(i + 3);
  };
  return at > 0 && (spaced_point(at) || (at > 2 && spaced_point(at - 2)));
}

std::string_view trimmed(std::string_view text) {
  std::size_t from = 0;
  while (from < text.size()) {
    const auto blank = text[from] == '\n' ? Blank{1, 0} : blank_at(text, from);
    if (blank.bytes == 0) {
      break;
    }
    from += blank.bytes;
  }
  std::size_t to = text.size();
  for (bool more = true; more && to > from;) {
    more = false;
    for (const std::string_view space : {" ", "\t", "\r", "\n", "\xC2\xA0", "\xE3\x80\x80"}) {
      if (to - from >= space.size() && text.compare(to - space.size(), space.size(), space) == 0) {
        to -= space.size();
        more = true;
      }
    }
  }
  return text.substr(from, to - from);
}

}  // namespace nianbao::forms
