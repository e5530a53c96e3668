#include "html/table_reader.hpp"

#include <algorithm>

#include "html/html_blocks.hpp"

namespace nianbao::html {

namespace {

// As HTML limits them.
constexpr std::uint32_t kMostColumns = 1000;
constexpr std::uint32_t kMostRows = 65534;
constexpr std::size_t kMostNodes = 5000;

bool is_row_group(GumboTag tag) { return tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT; }
bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

/// Calls visit(row, in_head) for each row of the table itself.
template <typename Visit>
void for_each_row(const GumboNode& table, Visit&& visit) {
  for_each_child(table, [&](const GumboNode& child) {
    if (tag_of(child) == GUMBO_TAG_TR) {
      visit(child, false);
    } else if (is_row_group(tag_of(child))) {
      for_each_child(child, [&](const GumboNode& row) {
        if (tag_of(row) == GUMBO_TAG_TR) {
          visit(row, tag_of(child) == GUMBO_TAG_THEAD);
        }
      });
    }
  });
}

std::uint32_t span_of(const GumboNode& cell, const char* name, std::uint32_t most, std::uint32_t for_zero) {
  const auto text = attribute(cell, name);
  std::uint64_t value = 0;
  bool any = false;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > most) {
      break;
    }
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
    any = true;
  }
  if (!any) {
    return 1;
  }
  return value == 0 ? for_zero : static_cast<std::uint32_t>(std::min<std::uint64_t>(value, most));
}

Error too_large(const GumboNode& table, const Piece& piece, const TableBuilder& builder, const Limits& limits) {
  const auto line = std::to_string(piece.first_line + table.v.element.start_pos.line - 1);
  const auto size = std::to_string(builder.rows()) + "×" + std::to_string(builder.columns());
  const auto limit = std::to_string(limits.cells);
  return {ErrorKind::input,
          "table-too-large",
          {"第" + line + "行起的表格超过" + size + "格，上限为" + limit + "格。",
           "The table at line " + line + " has more than " + size + " cells; the limit is " + limit + "."},
          "",
          {"请确认文件确为一份年报。", "Check that the file is a single report."}};
}

class TableReader {
 public:
  TableReader(const Piece& piece, const Limits& limits, Arena& arena)
      : piece_(piece), limits_(limits), arena_(arena), text_(piece, arena) {}

  Result<Table> read(const GumboNode& table) {
    for_each_row(table, [&](const GumboNode& row, bool in_head) { read_row(row, in_head); });
    if (too_large_) {
      return too_large(table, piece_, builder_, limits_);
    }
    if (error_) {
      return std::move(*error_);
    }
    auto result = builder_.finish();
    mark_missing(result);
    for_each_child(table, [&](const GumboNode& child) {
      if (tag_of(child) == GUMBO_TAG_CAPTION) {
        Cell caption;
        read_content(child, caption);
        result.caption = text_.finish(caption.at).chars;
      }
    });
    return result;
  }

 private:
  void read_row(const GumboNode& row, bool in_head) {
    if (too_large_ || error_ || is_hidden(row) || is_width_row(row)) {
      return;
    }
    builder_.begin_row();
    for_each_child(row, [&](const GumboNode& cell) {
      if (is_cell(tag_of(cell)) && !too_large_ && !error_) {
        read_cell(cell, in_head);
        const auto grid = static_cast<std::uint64_t>(builder_.rows()) * builder_.columns();
        too_large_ = grid > limits_.cells;
      }
    });
  }

  /// Word ends a table with a row of height 0 that only sets the columns' widths.
  static bool is_width_row(const GumboNode& row) {
    if (attribute(row, "height") != "0") {
      return false;
    }
    bool blank = true;
    for_each_child(row, [&](const GumboNode& cell) {
      for_each_child(cell, [&](const GumboNode& content) {
        blank = blank && (content.type == GUMBO_NODE_WHITESPACE || content.type == GUMBO_NODE_COMMENT);
      });
    });
    return blank;
  }

  void read_cell(const GumboNode& node, bool in_head) {
    Cell cell;
    cell.header = in_head || tag_of(node) == GUMBO_TAG_TH;
    cell.colspan = span_of(node, "colspan", kMostColumns, 1);
    cell.rowspan = span_of(node, "rowspan", kMostRows, kMostRows);
    cell.at.line = piece_.first_line + node.v.element.start_pos.line - 1;
    const auto classes = attribute(node, "class");
    cell.shaded = holds(classes, "nianbao-shaded");
    missing_mark_ = holds(classes, "nianbao-missing");
    if (cell.shaded || holds(classes, "nianbao-remark")) {
      cell.remark = arena_.store(attribute(node, "title"));
    }
    cell.missing = missing_mark_;
    read_content(node, cell);
    cell.text = text_.finish(cell.at);
    drop_whole_mark(cell);
    builder_.add(std::move(cell));
  }

  /// Header cells are bold as a whole; that says nothing about a part of the text.
  static void drop_whole_mark(Cell& cell) {
    if (cell.header && cell.text.marks.size() == 1) {
      cell.text.marks.clear();
    }
  }

  void read_content(const GumboNode& node, Cell& cell) {
    for_each_child(node, [&](const GumboNode& child) { read_node(child, cell); });
  }

  void read_node(const GumboNode& node, Cell& cell) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
      text_.add_text(node);
      return;
    }
    const auto tag = tag_of(node);
    if (node.type != GUMBO_NODE_ELEMENT || is_invisible(tag) || is_hidden(node) ||
        holds(attribute(node, "class"), "nianbao-reason")) {
      return;
    }
    if (tag == GUMBO_TAG_BR) {
      text_.add_break();
    } else if (tag == GUMBO_TAG_TABLE) {
      read_nested(node, cell);
    } else if (is_block(tag)) {
      text_.add_break();
      read_content(node, cell);
      text_.add_break();
    } else if (is_strong(node)) {
      text_.begin_mark(MarkKind::strong);
      read_content(node, cell);
      text_.end_mark();
    } else {
      read_content(node, cell);
    }
  }

  void read_nested(const GumboNode& node, Cell& cell) {
    auto nested = read_table(node, piece_, limits_, arena_);
    if (!nested.ok()) {
      error_ = std::move(nested).error();
      return;
    }
    Block block;
    block.at.line = piece_.first_line + node.v.element.start_pos.line - 1;
    block.body = std::move(nested).value();
    cell.blocks.push_back(std::move(block));
  }

  /// A cell written for a place of the grid that had none stays missing.
  static void mark_missing(Table& table) {
    for (auto& cell : table.cells) {
      cell.missing = cell.missing && cell.text.chars.empty();
    }
  }

  const Piece& piece_;
  const Limits& limits_;
  Arena& arena_;
  InlineText text_;
  TableBuilder builder_;
  bool too_large_ = false;
  bool missing_mark_ = false;
  std::optional<Error> error_;
};

/// What the cells of a table hold, to tell a layout from a table of data.
struct Survey {
  std::size_t nodes = 0;
  std::size_t bytes = 0;  // of text
  std::size_t blocks = 0;
  bool table = false;

  void look(const GumboNode& node) {
    if (++nodes > kMostNodes) {
      return;
    }
    if (node.type == GUMBO_NODE_TEXT) {
      bytes += std::string_view(node.v.text.text).size();
    }
    const auto tag = tag_of(node);
    table = table || tag == GUMBO_TAG_TABLE;
    blocks += static_cast<std::size_t>(tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV);
    for_each_child(node, [this](const GumboNode& child) { look(child); });
  }
};

}  // namespace

Result<Table> read_table(const GumboNode& table, const Piece& piece, const Limits& limits, Arena& arena) {
  return TableReader(piece, limits, arena).read(table);
}

std::vector<const GumboNode*> cells_of(const GumboNode& table) {
  std::vector<const GumboNode*> cells;
  for_each_row(table, [&](const GumboNode& row, bool) {
    for_each_child(row, [&](const GumboNode& cell) {
      if (is_cell(tag_of(cell))) {
        cells.push_back(&cell);
      }
    });
  });
  return cells;
}

bool is_layout(const GumboNode& table) {
  constexpr std::size_t kProse = 300;
  constexpr std::size_t kLabels = 200;
  if (holds(attribute(table, "class"), "nianbao-table")) {
    return false;
  }
  std::size_t rows = 0;
  for_each_row(table, [&](const GumboNode&, bool) { ++rows; });
  const auto cells = cells_of(table);
  std::size_t beside = 0;  // text in cells without tables
  bool prose = false;
  std::size_t written = 0;
  bool nested = false;
  for (const auto* cell : cells) {
    Survey survey;
    survey.look(*cell);
    nested = nested || survey.table;
    beside += survey.table ? 0 : survey.bytes;
    written += survey.bytes > 0 ? 1 : 0;
    prose = prose || (survey.blocks >= 2 && survey.bytes >= kProse);
  }
  // Lines around cells of which most have text: nobody lays out a page so.
  const auto border = attribute(table, "border");
  const bool ruled = !border.empty() && border != "0" && cells.size() > rows && written * 2 > cells.size();
  return cells.size() <= 1 || (nested && beside <= kLabels && !ruled) || (cells.size() <= rows && prose);
}

}  // namespace nianbao::html
