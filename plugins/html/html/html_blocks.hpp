// HTML to blocks of a Document.
#pragma once

#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "html/inline_text.hpp"
#include "html/tree.hpp"

namespace nianbao::html {

/// Appends what a reader sees of a page or of a piece of one: headings, paragraphs, lists, tables,
/// <pre> as Lines, images; page furniture is left out. Checks nesting before parsing. The piece must
/// outlive the Document: let its arena hold the text.
[[nodiscard]] Result<void> append_html(const Piece& piece, const Limits& limits, Arena& arena, std::vector<Block>& out);

/// The same for a tree that is parsed already.
[[nodiscard]] Result<void> append_tree(const GumboNode& root, const Piece& piece, const Limits& limits, Arena& arena,
                                       std::vector<Block>& out);

}  // namespace nianbao::html
