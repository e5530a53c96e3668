// Strict JSON input: what Boost.JSON accepts silently and we do not is refused here.
#pragma once

#include <string_view>

#include <boost/json/value.hpp>

#include <nianbao/sdk/result.hpp>

namespace nianbao::json {

/// Parses one JSON text. Refuses repeated keys, nesting deeper than `depth`, and anything after the
/// value; errors give line and column. Thread-safe.
[[nodiscard]] Result<boost::json::value> parse(std::string_view text, std::size_t depth = 64);

}  // namespace nianbao::json
