// Numbers, headings and dates as a report prints them.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/report.hpp>

namespace nianbao {

/// 一、总体情况; （一）主动公开.
[[nodiscard]] std::string numbered_heading(std::string_view number, std::string_view heading);
/// 2019年2月22日; only the parts that are known.
[[nodiscard]] std::string printed_date(const Date& date);

}  // namespace nianbao
