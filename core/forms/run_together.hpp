// Where figures, their units and notes, and words end that no blank sets apart.
#pragma once

#include <cstddef>
#include <string_view>

#include <nianbao/sdk/vocabulary.hpp>

namespace nianbao::forms {

// All offsets are bytes; `to` is the end of the stretch. `at` is returned where there is nothing of the kind.

/// Behind the digits, points and signs that begin here. The digits of a year (2016年度) are no figure.
[[nodiscard]] std::size_t figure_end(std::string_view text, std::size_t at, std::size_t to);
/// Behind a unit that follows a figure: 75394432.52元.
[[nodiscard]] std::size_t unit_end(std::string_view text, std::size_t at, std::size_t to, const Vocabulary& vocabulary);
/// Behind an explanation that follows a figure: 22（其中修订 6 件）.
[[nodiscard]] std::size_t note_end(std::string_view text, std::size_t at, std::size_t to);
/// Behind the words that begin here, up to a blank or a figure.
[[nodiscard]] std::size_t words_end(std::string_view text, std::size_t at, std::size_t to);

}  // namespace nianbao::forms
