// Marks of footnotes behind figures.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao {

/// Where the mark of a footnote begins that a figure ends in: 2 of `12*`, `12①`, `12[1]`, `12注1`; the size of the
/// text where it is no figure or has no mark.
[[nodiscard]] std::size_t footnote_mark(std::string_view text) noexcept;

/// The end of the mark that stands at `at`; `at` if none does.
[[nodiscard]] std::size_t footnote_mark_end(std::string_view text, std::size_t at) noexcept;

}  // namespace nianbao
