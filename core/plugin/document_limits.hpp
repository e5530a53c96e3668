// What a Document may hold at most, whatever container it came from.
#pragma once

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::plugin {

/// An input error that names the first limit the Document exceeds: text, blocks, cells. Linear.
[[nodiscard]] Result<void> check_limits(const Document& document, const Limits& limits);

}  // namespace nianbao::plugin
