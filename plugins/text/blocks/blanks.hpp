// White space as Chinese texts have it, and the columns a text takes.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::blocks {

/// Bytes of the no-break, ideographic, typographic or zero-width blank at the offset; 0 if none is there.
[[nodiscard]] std::size_t wide_blank_at(std::string_view text, std::size_t offset) noexcept;

/// Bytes of the blank that stands at the offset, space and control characters too; 0 if none does.
[[nodiscard]] inline std::size_t blank_at(std::string_view text, std::size_t offset) noexcept {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte <= ' ') {
    return static_cast<std::size_t>(byte == ' ' || (byte >= 0x09 && byte <= 0x0D));
  }
  return byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF ? wide_blank_at(text, offset) : 0;
}

/// Bytes of the character at the offset, by its first byte.
[[nodiscard]] inline std::size_t character_at(std::string_view text, std::size_t offset) noexcept {
  const auto byte = static_cast<unsigned char>(text[offset]);
  const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  return size <= text.size() - offset ? size : text.size() - offset;
}

/// The last character of a text that is not empty.
[[nodiscard]] inline std::string_view last_character(std::string_view text) noexcept {
  auto start = text.size() - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) {
    --start;
  }
  return text.substr(start);
}

/// True if this one character, if there is any, is among the characters.
[[nodiscard]] inline bool one_of(std::string_view characters, std::string_view one) noexcept {
  return !one.empty() && characters.find(one) != std::string_view::npos;
}

/// The text, which is not empty, begins with a Latin letter or a digit.
[[nodiscard]] inline bool begins_word(std::string_view text) noexcept {
  const char c = text.front();
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

[[nodiscard]] std::string_view trim_front(std::string_view text) noexcept;
[[nodiscard]] std::string_view trim_back(std::string_view text) noexcept;
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;
/// Columns of a terminal, close enough to compare lines: two for what is wider than Latin.
[[nodiscard]] std::size_t columns_of(std::string_view text) noexcept;

}  // namespace nianbao::blocks
