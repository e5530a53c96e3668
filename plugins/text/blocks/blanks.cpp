#include "blocks/blanks.hpp"

#include <algorithm>

namespace nianbao::blocks {

std::size_t wide_blank_at(std::string_view text, std::size_t offset) noexcept {
  const auto rest = text.substr(offset);
  if (rest.starts_with("\xC2\xA0")) {
    return 2;
  }
  if (rest.starts_with("\xE3\x80\x80") || rest.starts_with("\xEF\xBB\xBF")) {
    return 3;
  }
  // U+2000 to U+200B: the typographic blanks and the zero-width one.
  const bool general = rest.size() >= 3 && rest.starts_with("\xE2\x80") &&
                       static_cast<unsigned char>(rest[2]) >= 0x80 && static_cast<unsigned char>(rest[2]) <= 0x8B;
  return general ? 3 : 0;
}

std::string_view trim_front(std::string_view text) noexcept {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const auto size = blank_at(text, offset);
    if (size == 0) {
      break;
    }
    offset += size;
  }
  return text.substr(offset);
}

std::string_view trim_back(std::string_view text) noexcept {
  while (!text.empty()) {
    auto start = text.size() - 1;
    while (start > 0 && text.size() - start < 3 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) {
      --start;
    }
    if (blank_at(text, start) != text.size() - start) {
      break;
    }
    text = text.substr(0, start);
  }
  return text;
}

std::string_view trim(std::string_view text) noexcept { return trim_back(trim_front(text)); }

std::size_t columns_of(std::string_view text) noexcept {
  // Without branches, so that the compiler counts many bytes at a time.
  std::size_t columns = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    columns += static_cast<std::size_t>((byte & 0xC0U) != 0x80) + static_cast<std::size_t>(byte >= 0xE2);
  }
  return columns;
}

}  // namespace nianbao::blocks
