#include "poppler/unicode_text.hpp"

#include <nianbao/sdk/text.hpp>

namespace nianbao::pdf {
namespace {

void append(std::string& text, std::uint32_t c) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6U));
    add(0x80 | (c & 0x3FU));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12U));
    add(0x80 | ((c >> 6U) & 0x3FU));
    add(0x80 | (c & 0x3FU));
  } else {
    add(0xF0 | (c >> 18U));
    add(0x80 | ((c >> 12U) & 0x3FU));
    add(0x80 | ((c >> 6U) & 0x3FU));
    add(0x80 | (c & 0x3FU));
  }
}

bool is_character(std::uint32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool surrogate = c >= 0xD800 && c < 0xE000;
  const bool private_use = (c >= 0xE000 && c < 0xF900) || c >= 0xF0000;
  return !control && !surrogate && !private_use && c != 0xFFFD && c != 0xAD && (c & 0xFFFEU) != 0xFFFE;
}

/// Kangxi radicals and the supplement.
bool is_radical(std::uint32_t c) { return c >= 0x2E80 && c < 0x2FE0; }

}  // namespace

std::string text_of(const Unicode* characters, int length) {
  std::string text;
  for (int i = 0; i < length; ++i) {
    const auto c = static_cast<std::uint32_t>(characters[i]);
    if (c == '\t') {
      text += ' ';
    } else if (is_radical(c)) {
      std::string radical;
      append(radical, c);
      text += fold_key(radical);
    } else if (is_character(c)) {
      append(text, c);
    }
  }
  return text;
}

}  // namespace nianbao::pdf
