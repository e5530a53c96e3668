// Dashes in the place of figures.
#pragma once

#include <algorithm>
#include <string_view>

namespace nianbao {

/// Only dashes and slashes, folded: the cell says that there is no figure.
[[nodiscard]] inline bool is_dash(std::u32string_view chars) {
  return std::all_of(chars.begin(), chars.end(),
                     [](char32_t c) { return c == U'-' || c == U'/' || c == U'\\' || c == U'~' || c == U'|'; });
}

}  // namespace nianbao
