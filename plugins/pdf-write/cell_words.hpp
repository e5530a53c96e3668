// What a cell says, as one text.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/document.hpp>

namespace nianbao::pdf_write {

/// The cell's text, and that of blocks in it below; cells of a nested table with a space between them.
[[nodiscard]] std::string words_of(const Cell& cell);

/// True for what is centred: figures, dashes, nothing.
[[nodiscard]] bool is_figure(std::string_view text) noexcept;

}  // namespace nianbao::pdf_write
