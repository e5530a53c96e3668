#pragma once

#include <string>

#include <nianbao/sdk/document.hpp>

namespace nianbao::text {

/// UTF-8 without a byte order mark, a blank line between blocks, tables as rows of tabs.
[[nodiscard]] std::string write_text(const Document& document);

}  // namespace nianbao::text
