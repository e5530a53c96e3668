#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::xlsx {

/// Reads the visible sheets in their order as they show: numbers by their formats, merges as spans,
/// dates as dates. Hidden sheets, rows and columns are left out and said.
[[nodiscard]] Result<Document> read_xlsx(std::string bytes, const Context& context);

}  // namespace nianbao::xlsx
