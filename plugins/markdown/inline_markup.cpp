#include "inline_markup.hpp"

#include <vector>

#include "spans.hpp"

namespace nianbao::markdown {

namespace {

bool is_wide_end(const std::string& text) { return !text.empty() && static_cast<unsigned char>(text.back()) >= 0x80; }

/// What stays of a tag in the text: a break, the asterisks of what is strong.
std::string_view text_of_tag(std::string_view html) {
  if (html.starts_with("<br") || html.starts_with("<BR")) {
    return "\n";
  }
  return html == "<strong>" || html == "</strong>" || html == "<b>" || html == "</b>" ? "**" : "";
}

void append_inlines(cmark_node* node, std::string& out) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: {
      const std::string_view literal = cmark_node_get_literal(node);
      out += literal;
      break;
    }
    case CMARK_NODE_SOFTBREAK: {
      auto* next = cmark_node_next(node);
      const char* literal = next == nullptr ? nullptr : cmark_node_get_literal(next);
      const bool wide = literal != nullptr && static_cast<unsigned char>(*literal) >= 0x80;
      out += is_wide_end(out) || wide ? "" : " ";
      break;
    }
    case CMARK_NODE_LINEBREAK:
      out += '\n';
      break;
    case CMARK_NODE_HTML_INLINE:
      out += text_of_tag(cmark_node_get_literal(node));
      break;
    case CMARK_NODE_STRONG:
      out += "**";
      for_each_child(node, [&](cmark_node* child) { append_inlines(child, out); });
      out += "**";
      break;
    default:
      for_each_child(node, [&](cmark_node* child) { append_inlines(child, out); });
  }
}

bool has_markup(std::string_view line) {
  for (auto i = line.find_first_of("\\`[<&_*{"); i != std::string_view::npos;
       i = line.find_first_of("\\`[<&_*{", i + 1)) {
    if (line[i] != '*') {
      return true;
    }
    if (line.substr(i).starts_with("**") && !line.substr(i).starts_with("***")) {
      ++i;
      continue;
    }
    return true;
  }
  return false;
}

}  // namespace

std::string plain_text(cmark_node* node) {
  std::string out;
  for_each_child(node, [&](cmark_node* child) { append_inlines(child, out); });
  return without_attributes(std::move(out));
}

std::optional<std::string> plain_text(std::string_view line) {
  if (!has_markup(line)) {
    return std::nullopt;
  }
  // A letter before it keeps the line from being read as a list, a heading or a rule.
  const auto tree = parse("x" + std::string(line));
  auto* paragraph = cmark_node_first_child(tree.get());
  if (paragraph == nullptr || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) {
    return std::nullopt;
  }
  auto text = plain_text(paragraph);
  return text.empty() ? std::nullopt : std::optional(text.substr(1));
}

}  // namespace nianbao::markdown
