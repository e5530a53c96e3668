#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::doc {

/// Reads what Word shows of the main text: with the numbers it prints, tables as grids, insertions kept
/// and deletions left out, text boxes and notes after their paragraph. Headers, footers, comments and
/// the table of contents are left out. Every character of the file is accounted for; where the sums
/// differ, a warning says so.
[[nodiscard]] Result<Document> read_doc(std::string bytes, const Context& context);

}  // namespace nianbao::doc
