// Lists and quotations: blocks inside other blocks, read from cmark's tree.
#pragma once

#include <vector>

#include <nianbao/sdk/context.hpp>

#include "blocks/lines.hpp"
#include "tree.hpp"

namespace nianbao::markdown {

/// Appends the blocks of a container node (an item, a quotation): paragraphs, lists, code as Lines.
/// Places are lines only. Nesting was checked before parsing.
void append_inner_blocks(cmark_node* container, const blocks::Source& source, Arena& arena, std::vector<Block>& out);

/// The block of a list node.
[[nodiscard]] Block make_list(cmark_node* node, const blocks::Source& source, Arena& arena);

/// The Lines of a code block.
[[nodiscard]] Block make_code(cmark_node* node, Arena& arena);

/// A Text of characters that do not stand in the file as they are; ** is read.
[[nodiscard]] Text make_text(std::string_view chars, const blocks::Source& source, Arena& arena);

}  // namespace nianbao::markdown
