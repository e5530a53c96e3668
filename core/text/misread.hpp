// Letters that stand where digits should, as readers of scanned pages leave them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// The digits that a figure like 1O5, l2 or O was most likely meant to be. None where the text is no figure with such
/// letters: it is all digits, or a word.
[[nodiscard]] std::optional<std::string> digits_for_letters(std::string_view text);

}  // namespace nianbao
