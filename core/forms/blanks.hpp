// White space inside lines.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::forms {

struct Blank {
  std::size_t bytes = 0;  ///< 0: no white space
  std::size_t width = 0;  ///< columns
};

/// White space at this byte: blanks, tabs, ideographic and no-break spaces.
[[nodiscard]] Blank blank_at(std::string_view text, std::size_t at);

}  // namespace nianbao::forms
