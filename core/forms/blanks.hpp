// White space inside lines.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::forms {

struct Blank {
  std::size_t bytes = 0;  ///< 0: no white space
  std::size_t width = 0;  ///< columns
};

/// False where no white space can begin; asked for each byte of a report.
[[nodiscard]] inline bool may_be_blank(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c <= ' ' || c == 0xC2 || c == 0xE3;
}

/// As blank_at, where white space may begin.
[[nodiscard]] Blank known_blank(std::string_view text, std::size_t at);

/// White space at this byte: blanks, tabs, ideographic and no-break spaces.
[[nodiscard]] inline Blank blank_at(std::string_view text, std::size_t at) {
  return may_be_blank(text[at]) ? known_blank(text, at) : Blank{};
}

/// White space that ends in front of this byte.
[[nodiscard]] Blank blank_before(std::string_view text, std::size_t at);

/// True for the blanks of 12 . 5: they part no words.
[[nodiscard]] bool is_in_decimal(std::string_view text, std::size_t at);

/// Without white space and line feeds at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace nianbao::forms
