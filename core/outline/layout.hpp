// Cutting a Document into the lines of its outline.
#pragma once

#include "outline/headings.hpp"
#include "outline/words.hpp"

namespace nianbao {

/// Folds every block once and cuts its text into lines: at line breaks, and where a whole page stands
/// in one line, at the headings, dates and labels inside it. Marks furniture.
[[nodiscard]] Outline lay_out(const Document& document, const OutlineWords& words, const Headings& headings);

/// True if the line belongs to the page and not to the report.
[[nodiscard]] bool is_furniture(std::u32string_view line, const OutlineWords& words) noexcept;

/// — 3 —, 第3页, | | |: a page's number, or marks without a word or figure.
[[nodiscard]] bool is_page_mark(std::u32string_view line) noexcept;

}  // namespace nianbao
