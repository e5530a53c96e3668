#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::xlsx {

/// A workbook with the text in its first sheet, a row to a block, and each table in a sheet of its own,
/// named by its caption or the heading above it: true merges, figures as numbers, draft marks as comments and
/// shading. Options `sheet:NAME` add a sheet each: a Document as JSON, or CSV. Same Document, same bytes.
[[nodiscard]] Result<std::string> write_xlsx(const Document& document, const Context& context);

}  // namespace nianbao::xlsx
