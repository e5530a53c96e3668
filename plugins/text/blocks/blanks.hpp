// White space as Chinese texts have it, and the columns a text takes.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::blocks {

/// Bytes of the blank that stands at the offset: space, tab, form feed, the no-break, ideographic and
/// zero-width ones; 0 if none does.
[[nodiscard]] std::size_t blank_at(std::string_view text, std::size_t offset) noexcept;
/// Bytes of the character at the offset, by its first byte.
[[nodiscard]] std::size_t character_at(std::string_view text, std::size_t offset) noexcept;
[[nodiscard]] std::string_view trim_front(std::string_view text) noexcept;
[[nodiscard]] std::string_view trim_back(std::string_view text) noexcept;
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;
/// Columns of a terminal, close enough to compare lines: two for what is wider than Latin.
[[nodiscard]] std::size_t columns_of(std::string_view text) noexcept;

}  // namespace nianbao::blocks
