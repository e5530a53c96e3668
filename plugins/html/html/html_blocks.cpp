#include "html/html_blocks.hpp"

#include <algorithm>
#include <optional>

#include "html/furniture.hpp"
#include "html/line_breaks.hpp"
#include "html/nesting.hpp"
#include "html/table_reader.hpp"

namespace nianbao::html {

namespace {

Role role_of(const GumboNode& node) {
  const auto name = attribute(node, "class");
  constexpr std::array<std::pair<std::string_view, Role>, 6> kRoles = {{{"title", Role::title},
                                                                        {"subtitle", Role::subtitle},
                                                                        {"caption", Role::caption},
                                                                        {"note", Role::note},
                                                                        {"signoff", Role::signoff},
                                                                        {"date", Role::date}}};
  const auto found = std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& role) { return role.first == name; });
  return found == kRoles.end() ? Role::body : found->second;
}

/// The text of a <pre> as it stands.
void collect_verbatim(const GumboNode& node, std::string& text) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
    text += node.v.text.text;
  }
  if (tag_of(node) == GUMBO_TAG_BR) {
    text += '\n';
  }
  for_each_child(node, [&](const GumboNode& child) { collect_verbatim(child, text); });
}

class Walker {
 public:
  Walker(const Piece& piece, const Limits& limits, Arena& arena, std::vector<Block>& out)
      : piece_(piece), limits_(limits), arena_(arena), out_(out), text_(piece, arena) {}

  void walk(const GumboNode& node) {
    if (error_) {
      return;
    }
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        add_text(node);
        break;
      case GUMBO_NODE_ELEMENT:
        if (!is_invisible(tag_of(node))) {
          walk_element(node);
        }
        break;
      case GUMBO_NODE_DOCUMENT:
        walk_children(node);
        break;
      default:
        break;
    }
  }

  void end_paragraph() {
    Block block;
    const bool heading = level_ > 0;
    auto text = text_.finish(block.at);
    if (!text.chars.empty()) {
      if (heading) {
        const bool whole = text.marks.size() == 1 && text.marks.front().from == 0;
        if (whole) {
          text.marks.clear();
        }
        block.body = Heading{level_, std::move(text)};
      } else {
        block.body = Paragraph{role_, std::move(text)};
      }
      out_.push_back(std::move(block));
    }
    line_ = {};
  }

  [[nodiscard]] std::optional<Error>& error() { return error_; }

 private:
  void walk_children(const GumboNode& node) {
    for_each_child(node, [this](const GumboNode& child) { walk(child); });
  }

  void add_text(const GumboNode& node) {
    line_.add(node.v.text.text);
    text_.add_text(node);
  }

  void walk_element(const GumboNode& node) {
    const auto tag = tag_of(node);
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
      walk_heading(node, static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1);
    } else if (tag == GUMBO_TAG_BR) {
      walk_break(node);
    } else if (tag == GUMBO_TAG_TABLE) {
      end_paragraph();
      walk_table(node);
    } else if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) {
      end_paragraph();
      walk_list(node, tag == GUMBO_TAG_OL);
    } else if (tag == GUMBO_TAG_PRE) {
      end_paragraph();
      walk_verbatim(node);
    } else if (tag == GUMBO_TAG_IMG) {
      walk_image(node);
    } else if (is_block(tag)) {
      walk_block(node);
    } else {
      walk_inline(node);
    }
  }

  void walk_block(const GumboNode& node) {
    end_paragraph();
    if (is_furniture(node) || holds(attribute(node, "class"), "nianbao-notice")) {
      return;
    }
    const auto outer = role_;
    const auto role = role_of(node);
    role_ = role == Role::body ? outer : role;
    walk_children(node);
    end_paragraph();
    role_ = outer;
  }

  void walk_inline(const GumboNode& node) {
    const bool link = tag_of(node) == GUMBO_TAG_A && !attribute(node, "href").empty();
    if (is_hidden(node)) {
      return;
    }
    if (!link && !is_strong(node)) {
      walk_children(node);
      return;
    }
    text_.begin_mark(link ? MarkKind::link : MarkKind::strong);
    walk_children(node);
    text_.end_mark();
  }

  void walk_heading(const GumboNode& node, int level) {
    end_paragraph();
    level_ = level;
    walk_children(node);
    end_paragraph();
    level_ = 0;
  }

  /// A break ends the paragraph where the line is whole or a paragraph begins after it.
  void walk_break(const GumboNode& node) {
    if (level_ == 0 && !text_.empty() && (line_.is_whole(text_.last_character()) || paragraph_follows(node))) {
      end_paragraph();
    } else {
      text_.add_break();
    }
    line_.begin();
  }

  void walk_table(const GumboNode& node) {
    if (is_hidden(node)) {
      return;
    }
    if (is_layout(node)) {
      for (const auto* cell : cells_of(node)) {
        walk_children(*cell);
        end_paragraph();
      }
      return;
    }
    auto table = read_table(node, piece_, limits_, arena_);
    if (!table.ok()) {
      error_ = std::move(table).error();
      return;
    }
    if (table->cells.empty()) {
      return;
    }
    Block block;
    block.at = place_of(node);
    block.body = std::move(table).value();
    out_.push_back(std::move(block));
  }

  void walk_list(const GumboNode& node, bool ordered) {
    if (is_furniture(node)) {
      return;
    }
    List list;
    list.ordered = ordered;
    for_each_child(node, [&](const GumboNode& child) {
      if (child.type != GUMBO_NODE_ELEMENT || error_) {
        return;
      }
      std::vector<Block> item;
      Walker inner(piece_, limits_, arena_, item);
      tag_of(child) == GUMBO_TAG_LI ? inner.walk_children(child) : inner.walk(child);
      inner.end_paragraph();
      error_ = std::move(inner.error_);
      if (!item.empty()) {
        list.items.push_back(std::move(item));
      }
    });
    if (!list.items.empty()) {
      Block block;
      block.at = place_of(node);
      block.body = std::move(list);
      out_.push_back(std::move(block));
    }
  }

  void walk_verbatim(const GumboNode& node) {
    std::string text;
    collect_verbatim(node, text);
    while (!text.empty() && text.back() == '\n') {
      text.pop_back();
    }
    if (!text.empty()) {
      Block block;
      block.at = place_of(node);
      block.body = Lines{{arena_.hold(std::move(text)), {}, {}}};
      out_.push_back(std::move(block));
    }
  }

  void walk_image(const GumboNode& node) {
    const auto source = attribute(node, "src");
    const auto alt = attribute(node, "alt");
    const bool inside_text = !text_.empty();
    if (inside_text || (source.empty() && alt.empty())) {
      return;
    }
    Block block;
    block.at = place_of(node);
    block.body = Image{arena_.store(source.starts_with("data:") ? "" : source), arena_.store(alt)};
    out_.push_back(std::move(block));
  }

  [[nodiscard]] Place place_of(const GumboNode& node) const {
    Place at;
    const auto& element = node.v.element;
    at.line = piece_.first_line + element.start_pos.line - 1;
    const auto base = piece_.source.offset(piece_.html);
    const auto end =
        element.end_pos.offset > element.start_pos.offset ? element.end_pos.offset : element.start_pos.offset;
    at.bytes = piece_.source.map.file_range(base + std::min<std::size_t>(element.start_pos.offset, piece_.html.size()),
                                            base + std::min<std::size_t>(end, piece_.html.size()));
    return at;
  }

  const Piece& piece_;
  const Limits& limits_;
  Arena& arena_;
  std::vector<Block>& out_;
  InlineText text_;
  int level_ = 0;  // of the open heading; 0 in a paragraph
  Role role_ = Role::body;
  TextLine line_;  // since the last break
  std::optional<Error> error_;
};

}  // namespace

Result<void> append_tree(const GumboNode& root, const Piece& piece, const Limits& limits, Arena& arena,
                         std::vector<Block>& out) {
  Walker walker(piece, limits, arena, out);
  walker.walk(root);
  walker.end_paragraph();
  if (walker.error()) {
    return std::move(*walker.error());
  }
  return {};
}

Result<void> append_html(const Piece& piece, const Limits& limits, Arena& arena, std::vector<Block>& out) {
  NIANBAO_CHECK(check_nesting(piece.html, limits));
  const auto output = parse(piece.html);
  return append_tree(*output->document, piece, limits, arena, out);
}

}  // namespace nianbao::html
