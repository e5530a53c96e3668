#include "html/block_writer.hpp"

#include <algorithm>

#include "blocks/blanks.hpp"
#include "html/escape.hpp"

namespace nianbao::html {

namespace {

/// Rows from the top that are all header and reach no further down: they are printed on every page.
std::uint32_t head_rows(const Table& table) {
  std::uint32_t head = table.rows;
  for (const auto& cell : table.cells) {
    if (!cell.header) {
      head = std::min(head, cell.row - 1);
    }
  }
  for (const auto& cell : table.cells) {
    if (cell.row <= head && cell.row + cell.rowspan - 1 > head) {
      return 0;
    }
  }
  return head == table.rows ? 0 : head;
}

void append_span(const char* name, std::uint32_t span, std::string& out) {
  if (span > 1) {
    out += std::string(" ") + name + "=\"" + std::to_string(span) + "\"";
  }
}

void append_class(const Cell& cell, std::string& out) {
  const char* name = cell.missing           ? "nianbao-missing"
                     : cell.shaded          ? "nianbao-shaded"
                     : !cell.remark.empty() ? "nianbao-remark"
                                            : nullptr;
  if (name == nullptr) {
    return;
  }
  out += std::string(" class=\"") + name + "\"";
  if (!cell.remark.empty()) {
    out += " title=\"";
    append_escaped(cell.remark, out);
    out += '"';
  }
}

void append_cell(const Cell& cell, std::string& out) {
  const char* tag = cell.header ? "th" : "td";
  out += std::string("<") + tag;
  append_span("rowspan", cell.rowspan, out);
  append_span("colspan", cell.colspan, out);
  append_class(cell, out);
  out += '>';
  append_text(cell.text, out);
  if (!cell.remark.empty()) {
    out += "<span class=\"nianbao-reason\">（";
    append_escaped(cell.remark, out);
    out += "）</span>";
  }
  if (!cell.blocks.empty()) {
    out += '\n';
    append_blocks(cell.blocks, out);
  }
  out += std::string("</") + tag + ">";
}

/// A tag that opens or closes before a character.
struct Edge {
  std::uint32_t at;
  bool opens;
};

/// Strong ranges joined where they touch, as edges in order.
std::vector<Edge> strong_edges(const Text& text) {
  std::vector<Mark> marks;
  for (const auto& mark : text.marks) {
    if (mark.kind == MarkKind::strong && mark.from < mark.to) {
      marks.push_back(mark);
    }
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.from < b.from; });
  std::vector<Edge> edges;
  for (const auto& mark : marks) {
    if (!edges.empty() && edges.back().at >= mark.from) {
      edges.back().at = std::max(edges.back().at, mark.to);
    } else {
      edges.push_back({mark.from, true});
      edges.push_back({mark.to, false});
    }
  }
  return edges;
}

void append_list(const List& list, std::string& out) {
  out += list.ordered ? "<ol>\n" : "<ul>\n";
  for (const auto& item : list.items) {
    out += "<li>";
    const auto* only = item.size() == 1 ? item.front().as<Paragraph>() : nullptr;
    if (only != nullptr) {
      append_text(only->text, out);
    } else {
      out += '\n';
      append_blocks(item, out);
    }
    out += "</li>\n";
  }
  out += list.ordered ? "</ol>\n" : "</ul>\n";
}

const char* class_of(Role role) {
  switch (role) {
    case Role::title:
      return " class=\"title\"";
    case Role::subtitle:
      return " class=\"subtitle\"";
    case Role::caption:
      return " class=\"caption\"";
    case Role::note:
      return " class=\"note\"";
    case Role::signoff:
      return " class=\"signoff\"";
    case Role::date:
      return " class=\"date\"";
    case Role::body:
      break;
  }
  return "";
}

void append_heading(const Heading& heading, std::string& out) {
  const auto tag = "h" + std::to_string(std::clamp(heading.level, 1, 6));
  out += "<" + tag + ">";
  append_text(heading.text, out);
  out += "</" + tag + ">\n";
}

void append_image(const Image& image, std::string& out) {
  out += "<p><img src=\"";
  append_escaped(image.name, out);
  out += "\" alt=\"";
  append_escaped(image.alt, out);
  out += "\"></p>\n";
}

void append_block(const Block& block, std::string& out) {
  if (const auto* heading = block.as<Heading>()) {
    append_heading(*heading, out);
  } else if (const auto* paragraph = block.as<Paragraph>()) {
    out += std::string("<p") + class_of(paragraph->role) + ">";
    append_text(paragraph->text, out);
    out += "</p>\n";
  } else if (const auto* list = block.as<List>()) {
    append_list(*list, out);
  } else if (const auto* table = block.as<Table>()) {
    append_table(*table, out);
  } else if (const auto* lines = block.as<Lines>()) {
    // The parser drops a line break right after <pre>.
    out += "<pre>\n";
    append_escaped(lines->text.chars, out);
    out += "</pre>\n";
  } else if (const auto* image = block.as<Image>()) {
    append_image(*image, out);
  }
}

}  // namespace

void append_text(const Text& text, std::string& out) {
  const auto edges = strong_edges(text);
  std::size_t from = 0;
  std::uint32_t character = 0;
  std::size_t offset = 0;
  for (const auto& edge : edges) {
    while (character < edge.at && offset < text.chars.size()) {
      offset += blocks::character_at(text.chars, offset);
      ++character;
    }
    append_with_breaks(text.chars.substr(from, offset - from), out);
    out += edge.opens ? "<strong>" : "</strong>";
    from = offset;
  }
  append_with_breaks(text.chars.substr(from), out);
}

void append_table(const Table& table, std::string& out) {
  out += "<table class=\"nianbao-table\">\n";
  if (!table.caption.empty()) {
    out += "<caption>";
    append_with_breaks(table.caption, out);
    out += "</caption>\n";
  }
  const auto head = head_rows(table);
  out += head > 0 ? "<thead>\n" : "<tbody>\n";
  auto cell = table.cells.begin();
  for (std::uint32_t row = 1; row <= table.rows; ++row) {
    out += "<tr>";
    for (; cell != table.cells.end() && cell->row == row; ++cell) {
      append_cell(*cell, out);
    }
    out += "</tr>\n";
    if (row == head) {
      out += "</thead>\n<tbody>\n";
    }
  }
  out += "</tbody>\n</table>\n";
}

void append_blocks(const std::vector<Block>& blocks, std::string& out) {
  for (const auto& block : blocks) {
    append_block(block, out);
  }
}

}  // namespace nianbao::html
