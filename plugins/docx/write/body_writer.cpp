#include "write/body_writer.hpp"

#include <algorithm>

#include "blocks/blanks.hpp"

#include "write/runs.hpp"

namespace nianbao::docx {

namespace {

constexpr std::size_t kDeepest = 8;

std::string_view style_of(Role role) {
  switch (role) {
    case Role::title:
      return style::kTitle;
    case Role::subtitle:
      return style::kSubtitle;
    case Role::caption:
      return style::kCaption;
    case Role::note:
      return style::kNote;
    case Role::signoff:
      return style::kSignature;
    case Role::date:
      return style::kDate;
    case Role::body:
      break;
  }
  return style::kBody;
}

/// A title of several lines is set in lines of one length, so that no single character is left over.
std::string balanced(std::string_view title, std::uint32_t width) {
  constexpr std::uint32_t kCharacter = 440;
  std::size_t columns = 0;
  for (std::size_t from = 0; from < title.size();) {
    const auto end = std::min(title.find('\n', from), title.size());
    columns = std::max(columns, blocks::columns_of(title.substr(from, end - from)));
    from = end + 1;
  }
  const auto length = static_cast<std::uint32_t>(columns + 1) / 2 * kCharacter;
  if (length <= width) {
    return {};
  }
  const auto lines = (length + width - 1) / width;
  // Almost a character more: figures are wider in some fonts that stand in for the official one.
  constexpr std::uint32_t kSlack = kCharacter * 9 / 10;
  const auto line = ((length + lines - 1) / lines / kCharacter + 1) * kCharacter + kSlack;
  const auto indent = std::to_string(line < width ? (width - line) / 2 : 0);
  // Blanks that Word sets around figures would push a character over the edge.
  return R"(<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>)"
         "<w:ind w:left=\"" +
         indent + "\" w:right=\"" + indent + "\"/>";
}

}  // namespace

void BodyWriter::append(const std::vector<Block>& blocks) {
  for (const auto& block : blocks) {
    append_block(block);
  }
  end_table();
}

/// Tables that touch are one table to Word, and nothing may end in a table.
void BodyWriter::end_table() {
  if (after_table_) {
    out_ += "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(styles_.id(style::kTableText)) + "\"/></w:pPr></w:p>";
    after_table_ = false;
  }
}

void BodyWriter::append_block(const Block& block) {
  if (const auto* table = block.as<Table>()) {
    if (table->caption.empty()) {
      end_table();
    } else {
      append_paragraph(style::kTableCaption, table->caption);
    }
    append_table(*table, width_);
    after_table_ = true;
    return;
  }
  if (const auto* heading = block.as<Heading>()) {
    append_paragraph(heading_style(heading->level), heading->text);
  } else if (const auto* paragraph = block.as<Paragraph>()) {
    const bool title = paragraph->role == Role::title;
    append_paragraph(style_of(paragraph->role), paragraph->text,
                     title ? balanced(paragraph->text.chars, width_) : std::string());
  } else if (const auto* list = block.as<List>()) {
    append_list(*list, 0);
  } else if (const auto* lines = block.as<Lines>()) {
    append_paragraph(style::kLines, lines->text);
  } else if (const auto* image = block.as<Image>()) {
    append_image(*image);
  }
}

void BodyWriter::append_paragraph(std::string_view style, std::string_view chars) {
  append_paragraph(style, Text{chars, {}, {}});
}

void BodyWriter::append_paragraph(std::string_view style, const Text& text, std::string_view properties) {
  out_ += "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(styles_.id(style)) + "\"/>";
  out_ += properties;
  out_ += "</w:pPr>";
  append_runs(text, styles_, out_);
  out_ += "</w:p>";
  after_table_ = false;
}

void BodyWriter::append_list(const List& list, std::size_t depth) {
  const auto numbering = lists_.add(list.ordered);
  for (const auto& item : list.items) {
    append_item(item, list.ordered, numbering, depth);
  }
}

void BodyWriter::append_item(const std::vector<Block>& item, bool ordered, std::size_t numbering, std::size_t depth) {
  const auto properties = "<w:numPr><w:ilvl w:val=\"" + std::to_string(std::min(depth, kDeepest)) +
                          "\"/><w:numId w:val=\"" + std::to_string(numbering) + "\"/></w:numPr>";
  bool first = true;
  for (const auto& block : item) {
    if (const auto* inner = block.as<List>()) {
      append_list(*inner, depth + 1);
    } else if (const auto* text = block.text(); text != nullptr && first) {
      append_paragraph(ordered ? style::kNumber : style::kBullet, *text, properties);
    } else if (text != nullptr) {
      append_paragraph(style::kContinue, *text);
    } else {
      append_block(block);
      end_table();
    }
    first = false;
  }
}

void BodyWriter::append_image(const Image& image) {
  std::string text(image.name);
  if (!image.alt.empty()) {
    text += "\t";
    text += image.alt;
  }
  append_paragraph(style::kImage, text);
}

}  // namespace nianbao::docx
