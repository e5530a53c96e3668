// Serial day numbers as dates.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::xlsx {

/// True if the format code (literals taken out) shows a date or a time.
[[nodiscard]] bool is_date_code(std::string_view bare_code) noexcept;

/// The date or time of a serial number. `chinese`: 2023年12月31日, else 2023-12-31. Empty if the number is out
/// of the calendar.
[[nodiscard]] std::string date_text(double serial, std::string_view bare_code, bool chinese, bool from_1904);

}  // namespace nianbao::xlsx
