// A report's facts as one tidy table: a row a figure, the same columns for every report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/report.hpp>

namespace nianbao {

/// The header line. `dimensions` are the names of the dimensions that get a column each, in order;
/// `instance` has its own column and is not among them.
[[nodiscard]] std::string tidy_csv_header(const std::vector<std::string_view>& dimensions);

/// One line for each fact (RFC 4180, UTF-8, CRLF). A dimension that is not among the columns is
/// appended to the concept as {name=member}: nothing is lost.
[[nodiscard]] std::string tidy_csv_rows(const Report& report, const std::vector<std::string_view>& dimensions);

}  // namespace nianbao
