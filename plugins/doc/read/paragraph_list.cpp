#include "read/paragraph_list.hpp"

namespace nianbao::doc {

namespace {

constexpr char16_t kCellMark = 0x07;
constexpr char16_t kPageBreak = 0x0C;
constexpr char16_t kParagraphMark = 0x0D;

/// A page break is also the mark of a section; then its paragraph ends there.
bool is_mark(const WordFile& file, std::size_t at) {
  const auto unit = file.text()[at];
  return unit == kParagraphMark || unit == kCellMark || (unit == kPageBreak && file.ends_paragraph(at));
}

ParagraphRange paragraph_at(const WordFile& file, std::size_t from, std::size_t mark) {
  ParagraphRange paragraph{{from, mark}, file.paragraph(mark), false, false};
  auto& properties = paragraph.properties;
  const bool cell_mark = file.text()[mark] == kCellMark;
  if (cell_mark && properties.table_depth == 0) {
    properties.table_depth = 1;
  }
  paragraph.cell_end = cell_mark || properties.inner_cell_end;
  std::size_t until = mark + 1;
  paragraph.mark_deleted = file.character(mark, mark + 1, until).deleted;
  return paragraph;
}

}  // namespace

std::vector<ParagraphRange> cut_paragraphs(const WordFile& file, TextRange range) {
  std::vector<ParagraphRange> paragraphs;
  auto from = range.from;
  for (auto at = range.from; at < range.to; ++at) {
    if (is_mark(file, at)) {
      paragraphs.push_back(paragraph_at(file, from, at));
      from = at + 1;
    }
  }
  if (from < range.to) {
    auto last = paragraph_at(file, from, range.to - 1);
    last.text.to = range.to;
    last.mark_deleted = false;
    paragraphs.push_back(std::move(last));
  }
  return paragraphs;
}

}  // namespace nianbao::doc
