#include "lists.hpp"

#include "blocks/blanks.hpp"
#include "blocks/text_builder.hpp"
#include "inline_markup.hpp"

namespace nianbao::markdown {

Text make_text(std::string_view chars, const blocks::Source& source, Arena& arena) {
  blocks::TextBuilder builder(source, arena);
  Place ignored;
  builder.append_literal(blocks::trim(chars));
  return builder.finish(ignored);
}

Block make_code(cmark_node* node, Arena& arena) {
  std::string_view literal = cmark_node_get_literal(node);
  literal = literal.ends_with('\n') ? literal.substr(0, literal.size() - 1) : literal;
  Block block;
  block.at.line = first_line(node) + 1;
  block.body = Lines{{arena.store(literal), {}, {}}};
  return block;
}

Block make_list(cmark_node* node, const blocks::Source& source, Arena& arena) {
  List list;
  list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  for_each_child(node, [&](cmark_node* item) {
    list.items.emplace_back();
    append_inner_blocks(item, source, arena, list.items.back());
  });
  Block block;
  block.at.line = first_line(node);
  block.body = std::move(list);
  return block;
}

void append_inner_blocks(cmark_node* container, const blocks::Source& source, Arena& arena, std::vector<Block>& out) {
  for_each_child(container, [&](cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LIST) {
      out.push_back(make_list(node, source, arena));
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      out.push_back(make_code(node, arena));
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
      append_inner_blocks(node, source, arena, out);
    } else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
      Block block;
      block.at.line = first_line(node);
      auto text = make_text(plain_text(node), source, arena);
      if (type == CMARK_NODE_HEADING) {
        block.body = Heading{cmark_node_get_heading_level(node), std::move(text)};
      } else {
        block.body = Paragraph{Role::body, std::move(text)};
      }
      out.push_back(std::move(block));
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      Block block;
      block.at.line = first_line(node);
      block.body = Lines{make_text(cmark_node_get_literal(node), source, arena)};
      out.push_back(std::move(block));
    }
  });
}

}  // namespace nianbao::markdown
