// A figure in digits, before anything multiplies or qualifies it.
#pragma once

#include <nianbao/sdk/text.hpp>

namespace nianbao {

/// Digits with separators and a decimal point, and the folded index behind them.
struct DigitRun {
  Decimal value;
  int decimals = 0;  ///< digits written after the point
  std::size_t to = 0;
};

/// Reads the digits that start at the index (see read_number for what is joined). None if no digit
/// stands there or the number is too long to be exact.
[[nodiscard]] std::optional<DigitRun> read_digit_run(const Folded& text, std::size_t index);

}  // namespace nianbao
