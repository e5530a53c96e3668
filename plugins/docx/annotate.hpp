// Comments put into a copy of somebody else's docx file.
#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::docx {

/// The package with comments. `remarks` has a line for each: number of the block, row and column of its
/// table (0: none) and the text, with tabs between them. A comment stands at the beginning of its paragraph
/// or cell, those without a place at the first paragraph. Of the parts, only the text, the comments and what
/// lists them are changed; the text by nothing but the comments' marks.
[[nodiscard]] Result<std::string> annotate(const std::string& package, const std::string& remarks,
                                           const Context& context);

}  // namespace nianbao::docx
