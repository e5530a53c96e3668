// Places in the texts of rule packs, as messages show them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

/// A character of a text: its line and column (from 1), and the line's text.
struct TextPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::string_view line_text;
};

/// The place of the n-th character (clamped to the end).
[[nodiscard]] TextPlace place_in(std::string_view text, std::size_t character);

/// The line, indented by two, and a caret under the column. Long lines are cut around it.
[[nodiscard]] std::string caret_text(std::string_view line, std::uint32_t column);

}  // namespace nianbao
