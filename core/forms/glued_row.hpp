// Rows whose figures may be run together.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

[[nodiscard]] bool is_run_character(char c);
/// True where a figure of a line follows its label without a blank.
[[nodiscard]] bool is_glued(const FigureRow& row);
/// True also where a figure is none by itself: 00, 017.
[[nodiscard]] bool is_run_together(const FigureRow& row);
[[nodiscard]] std::size_t numbers_in(const FigureRow& row);
/// Where each value stands in the run: its ends. Empty where they do not fit.
[[nodiscard]] std::vector<std::size_t> ends_of(const std::string& text, const std::vector<Decimal>& values,
                                               std::size_t at = 0, std::size_t next = 0);

}  // namespace nianbao::forms
