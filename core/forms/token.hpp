// What a cell or a word is.
#pragma once

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

/// Fills kind, unit and key of a token from its text.
void classify(Token& token, const Vocabulary& vocabulary, Arena& arena);
/// True for a Chinese numeral alone: 〇, 十二, 一二. It is a figure only where figures stand.
[[nodiscard]] bool is_chinese_numeral(std::string_view text);
/// True for a text that is no label but part of a narrative.
[[nodiscard]] bool is_sentence(const Token& token);
/// True for `4.` or `（一）` alone: a numbering whose label follows.
[[nodiscard]] bool is_bare_numbering(std::string_view text);
/// True for a page number: -3-, — 3 —, 第3页.
[[nodiscard]] bool is_page_number(std::string_view line);

}  // namespace nianbao::forms
