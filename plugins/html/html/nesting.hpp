// Looking at tags before parsing: the parser's time grows with the square of the nesting.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::html {

/// An input error if elements nest deeper than the limit, or the page has absurdly many tags or a tag
/// absurdly many attributes: each takes memory in the parsed tree.
/// Elements that HTML closes by itself (p, li, td …) are not counted. Linear.
[[nodiscard]] Result<void> check_nesting(std::string_view html, const Limits& limits);

}  // namespace nianbao::html
