#include "writer.hpp"

#include <algorithm>

#include "blocks/blanks.hpp"
#include "document/own_document.hpp"
#include "front_matter.hpp"
#include "html/block_writer.hpp"

namespace nianbao::markdown {

namespace {

/// A backslash before what markdown would read as markup.
void append_escaped(std::string_view text, std::string_view line_break, std::string& out) {
  constexpr std::string_view kSpecial = "\\`*_[]<&|~";
  for (const char c : text) {
    if (c == '\n') {
      out += line_break;
      continue;
    }
    if (kSpecial.find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
}

/// What would begin a heading, a list, a quotation or a rule at the start of a line.
bool begins_markup(std::string_view text) {
  if (text.empty()) {
    return false;
  }
  if (std::string_view("#>+-=").find(text.front()) != std::string_view::npos) {
    return true;
  }
  const auto digits = text.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos && (text[digits] == '.' || text[digits] == ')');
}

/// Makes the first character literal: `\#`, `1\.`.
void append_line_start(std::string_view& text, std::string& out) {
  if (!begins_markup(text)) {
    return;
  }
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size() - 1);
  out += text.substr(0, digits);
  out += '\\';
  out += text[digits];
  text.remove_prefix(digits + 1);
}

std::vector<Mark> strong_marks(const Text& text) {
  std::vector<Mark> marks;
  std::copy_if(text.marks.begin(), text.marks.end(), std::back_inserter(marks),
               [](const Mark& mark) { return mark.kind == MarkKind::strong && mark.from < mark.to; });
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.from < b.from; });
  return marks;
}

bool is_punctuation(std::string_view text, std::size_t offset) {
  constexpr std::string_view kMarks = "，。、；：！？“”‘’（）《》〈〉【】〔〕—…·";
  const auto one = text.substr(offset, blocks::character_at(text, offset));
  return kMarks.find(one) != std::string_view::npos ||
         std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(one) != std::string_view::npos;
}

/// Makes what was written since `start` strong. CommonMark takes ** for text where punctuation stands
/// inside it and a letter outside, as Chinese often has it; tags always work.
void set_strong(std::size_t start, std::string_view rest, std::string& out) {
  const auto inside = std::string_view(out).substr(start);
  auto last = inside.size();
  while (last > 0 && (static_cast<unsigned char>(inside[--last]) & 0xC0U) == 0x80) {
  }
  const bool opens = !is_punctuation(inside, 0) || start == 0 || out[start - 1] == '\n';
  const bool closes = !is_punctuation(inside, last) || rest.empty() || is_punctuation(rest, 0);
  out.insert(start, opens && closes ? "**" : "<strong>");
  out += opens && closes ? "**" : "</strong>";
}

void append_text(const Text& text, std::string_view line_break, std::string& out) {
  auto rest = text.chars;
  std::uint32_t character = 0;
  const auto take = [&](std::uint32_t until) {
    std::size_t size = 0;
    for (; character < until && size < rest.size(); ++character) {
      size += blocks::character_at(rest, size);
    }
    append_escaped(rest.substr(0, size), line_break, out);
    rest.remove_prefix(size);
  };
  for (const auto& mark : strong_marks(text)) {
    if (mark.from < character) {
      continue;
    }
    take(mark.from);
    const auto start = out.size();
    take(mark.to);
    set_strong(start, rest, out);
  }
  append_escaped(rest, line_break, out);
}

bool is_plain(const Cell& cell) {
  return cell.rowspan == 1 && cell.colspan == 1 && cell.blocks.empty() && !cell.missing && !cell.shaded &&
         cell.remark.empty() && cell.header == (cell.row == 1);
}

/// A pipe table can say no more: one row of headers, no merges.
bool fits_pipes(const Table& table) {
  return table.rows >= 2 && table.caption.empty() && std::all_of(table.cells.begin(), table.cells.end(), is_plain);
}

class Writer {
 public:
  std::string write(const Document& document) {
    write_properties(document.properties);
    write_blocks(document.blocks, "");
    return std::move(out_);
  }

 private:
  void write_properties(const std::vector<Property>& properties) {
    const auto is_notice = [](const Property& property) { return property.name == own::kDraftNotice; };
    if (!std::all_of(properties.begin(), properties.end(), is_notice)) {
      out_ += "---\n";
      for (const auto& property : properties) {
        if (!is_notice(property)) {
          append_front_matter(property, out_);
        }
      }
      out_ += "---\n";
    }
    for (const auto& property : properties) {
      if (is_notice(property)) {
        out_ += out_.empty() ? "> " : "\n> ";
        out_ += std::string(own::kDraftNotice) + "：";
        append_escaped(property.value, "<br>", out_);
        out_ += '\n';
      }
    }
  }

  void write_blocks(const std::vector<Block>& blocks, const std::string& indent) {
    const Block* last = nullptr;
    for (const auto& block : blocks) {
      // Two lists that touch would become one.
      if (last != nullptr && last->as<List>() != nullptr && block.as<List>() != nullptr) {
        out_ += "\n" + indent + "<!-- -->\n";
      }
      if (!out_.empty() && !out_.ends_with(' ')) {
        out_ += '\n';
      }
      write_block(block, indent);
      last = &block;
    }
  }

  void write_block(const Block& block, const std::string& indent) {
    if (const auto* heading = block.as<Heading>()) {
      start_line(indent);
      out_ += std::string(static_cast<std::size_t>(std::clamp(heading->level, 1, 6)), '#') + " ";
      append_text(heading->text, "<br>", out_);
      out_ += '\n';
    } else if (const auto* paragraph = block.as<Paragraph>()) {
      if (paragraph->role == Role::title) {
        out_ += "# ";
        append_text(paragraph->text, "<br>", out_);
        out_ += '\n';
      } else {
        write_paragraph(paragraph->text, indent);
      }
    } else if (const auto* list = block.as<List>()) {
      write_list(*list, indent);
    } else if (const auto* table = block.as<Table>()) {
      write_table(*table);
    } else if (const auto* lines = block.as<Lines>()) {
      write_lines(*lines, indent);
    } else if (const auto* image = block.as<Image>()) {
      start_line(indent);
      out_ += "![";
      append_escaped(image->alt, " ", out_);
      out_ += "](<" + std::string(image->name) + ">)\n";
    }
  }

  /// The first line of an item stands behind its bullet.
  void start_line(const std::string& indent) {
    if (out_.empty() || out_.back() == '\n') {
      out_ += indent;
    }
  }

  void write_paragraph(Text text, const std::string& indent) {
    start_line(indent);
    if (text.marks.empty() || text.marks.front().from > 0) {
      const auto before = text.chars.size();
      append_line_start(text.chars, out_);
      const auto taken = static_cast<std::uint32_t>(before - text.chars.size());
      for (auto& mark : text.marks) {
        mark.from -= std::min(mark.from, taken);
        mark.to -= std::min(mark.to, taken);
      }
    }
    append_text(text, "<br>", out_);
    out_ += '\n';
  }

  void write_list(const List& list, const std::string& indent) {
    int number = 0;
    for (const auto& item : list.items) {
      start_line(indent);
      const auto bullet = list.ordered ? std::to_string(++number) + ". " : std::string("- ");
      out_ += bullet;
      write_blocks(item, indent + std::string(bullet.size(), ' '));
      if (item.empty()) {
        out_ += '\n';
      }
    }
  }

  void write_table(const Table& table) {
    if (!fits_pipes(table)) {
      html::append_table(table, out_);
      return;
    }
    auto cell = table.cells.begin();
    for (std::uint32_t row = 1; row <= table.rows; ++row) {
      for (std::uint32_t column = 1; column <= table.columns; ++column, ++cell) {
        out_ += "| ";
        append_text(cell->text, "<br>", out_);
        out_ += cell->text.chars.empty() ? "" : " ";
      }
      out_ += "|\n";
      if (row == 1) {
        for (std::uint32_t column = 1; column <= table.columns; ++column) {
          out_ += "|---";
        }
        out_ += "|\n";
      }
    }
  }

  /// Between fences longer than any in the text.
  void write_lines(const Lines& lines, const std::string& indent) {
    std::size_t longest = 2;
    std::size_t run = 0;
    for (const char c : lines.text.chars) {
      run = c == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    start_line(indent);
    out_ += fence + "\n" + indent;
    for (const char c : lines.text.chars) {
      out_ += c;
      out_ += c == '\n' ? indent : "";
    }
    out_ += "\n" + indent + fence + "\n";
  }

  std::string out_;
};

}  // namespace

std::string write_markdown(const Document& document) { return Writer().write(document); }

}  // namespace nianbao::markdown
