// Numbers, headings and dates as a report prints them.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/report.hpp>

namespace nianbao {

/// 一、总体情况; （一）主动公开.
[[nodiscard]] std::string numbered_heading(std::string_view number, std::string_view heading);
/// （一） for 0, for the parts of a section; as far as reports go.
[[nodiscard]] std::string part_number(std::size_t index);
/// A line of a template with {issuer} and {year} filled in.
[[nodiscard]] std::string filled_in(std::string_view line, const Report& report);
/// 2019年2月22日; only the parts that are known.
[[nodiscard]] std::string printed_date(const Date& date);

}  // namespace nianbao
