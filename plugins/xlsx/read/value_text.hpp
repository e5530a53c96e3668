// Numbers as a sheet shows them.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::xlsx {

/// A stored number in decimals, rounded to the 15 digits that a workbook promises, never with an exponent
/// below 10^21: 14.279999999999999 is 14.28. What is no number is given back as it is.
[[nodiscard]] std::string plain_number(std::string_view stored);

/// The number as this format code shows it: decimals, thousands, percent, literal text. Codes that scale
/// or cannot be read show the plain number. Dates are shown by year, month, day, in Chinese where
/// the code is. `from_1904`: the workbook counts days from 1904.
[[nodiscard]] std::string shown_number(std::string_view stored, std::string_view code, bool from_1904);

}  // namespace nianbao::xlsx
