// What a cell says, as one text.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/document.hpp>

namespace nianbao::pdf_write {

/// The cell's text, and that of blocks in it below; cells of a nested table with a space between them.
[[nodiscard]] std::string words_of(const Cell& cell);

/// The longest run that is not broken over two lines: a figure, a word of Latin letters; of at most 24 characters.
[[nodiscard]] std::string_view longest_word(std::string_view text) noexcept;

/// True for what is centred: figures, dashes, nothing.
[[nodiscard]] bool is_figure(std::string_view text) noexcept;

}  // namespace nianbao::pdf_write
