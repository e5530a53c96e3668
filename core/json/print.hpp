// JSON output that people can read.
#pragma once

#include <string>

#include <boost/json/value.hpp>

namespace nianbao::json {

/// Writes the value with its outer `open` levels one element a line, indented, and everything below
/// on one line; ends with a line break. Keys keep their order: same value, same bytes.
[[nodiscard]] std::string print(const boost::json::value& value, int open);

}  // namespace nianbao::json
