#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::docx {

/// Reads what Word shows of the body: text with the numbers it prints, tables as grids, insertions kept
/// and deletions left out, text boxes and notes after their paragraph. Headers, footers and the table
/// of contents are left out.
[[nodiscard]] Result<Document> read_docx(std::string bytes, const Context& context);

/// The same; places of blocks and cells have as `bytes` where their first paragraph begins in the main part.
/// They have none where that part is not in UTF-8 with the usual prefixes.
[[nodiscard]] Result<Document> read_docx_with_places(std::string bytes, const Context& context);

}  // namespace nianbao::docx
