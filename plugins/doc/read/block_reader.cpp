#include "read/block_reader.hpp"

#include <algorithm>
#include <utility>

#include "file/faults.hpp"
#include "read/table_reader.hpp"
#include "word/anchored.hpp"
#include "word/paragraph_text.hpp"

namespace nianbao::doc {

namespace {

using word::StyleUse;

// Texts in texts: boxes in notes in boxes. Each is read once, so that this ends by itself; the stack does not.
constexpr std::uint32_t kDeepest = 50;

}  // namespace

void BlockReader::read_main(std::vector<Block>& out) {
  const auto& fib = reading_.file.fib();
  word::BlockSink sink(out);
  read_range({0, static_cast<std::size_t>(fib.length_of(Story::main))}, sink);
  if (!carried_.text.empty()) {
    paragraphs_.add({}, carried_.text.finish(reading_.arena), sink);
  }
  add_notes(sink);
  for (auto rest = anchors_.take_rest(); !rest.empty() && !reading_.stopped(); rest = anchors_.take_rest()) {
    for (const auto& range : rest) {
      read_range(range, sink);
    }
  }
}

void BlockReader::read_range(TextRange range, word::BlockSink& sink) {
  if (depth_ >= kDeepest) {
    reading_.stop(excessive(
        "doc-nesting", {"文件内容嵌套过深，超过上限" + std::to_string(kDeepest) + "层。",
                        "The content nests too deeply: more than the limit of " + std::to_string(kDeepest) + "."}));
    return;
  }
  ++depth_;
  const auto paragraphs = cut_paragraphs(reading_.file, range);
  for (Cursor cursor(paragraphs); cursor.get() != nullptr && !reading_.stopped();) {
    if (cursor.get()->properties.table_depth > 0) {
      read_table(cursor, 1, sink);
    } else {
      read_paragraph(*cursor.get(), nullptr, sink);
      cursor.advance();
    }
  }
  --depth_;
}

void BlockReader::read_table(Cursor& cursor, std::uint32_t depth, word::BlockSink& sink) {
  if (depth > std::min(reading_.limits.nesting, kDeepest)) {
    reading_.stop(excessive("doc-nesting", {"表格嵌套过深，超过上限。", "Tables nest too deeply."}));
    return;
  }
  auto block = paragraphs_.block();
  const auto caption = paragraphs_.take_caption();
  block.body = TableReader(reading_, *this, depth).read(cursor);
  if (reading_.stopped() || block.as<Table>()->cells.empty()) {
    return;
  }
  block.as<Table>()->caption = caption;
  sink.add(std::move(block));
  if (depth == 1) {
    add_notes(sink);
  }
}

void BlockReader::read_cell_paragraph(const ParagraphRange& paragraph, CellSigns& signs, word::BlockSink& sink) {
  read_paragraph(paragraph, &signs, sink);
}

void BlockReader::read_paragraph(const ParagraphRange& paragraph, CellSigns* signs, word::BlockSink& sink) {
  const bool contents_before = texts_.fields().in_contents();
  auto inlines = std::exchange(carried_, Inlines());
  texts_.read(paragraph.text, inlines);
  if (paragraph.mark_deleted) {
    ++reading_.remarks.changes;
    if (!paragraph.cell_end) {
      carried_ = std::move(inlines);
      return;
    }
  }
  const auto use = reading_.file.styles().find(paragraph.properties.style).use;
  if (contents_before || texts_.fields().in_contents() || use == StyleUse::contents) {
    ++reading_.remarks.contents;
    const auto lost = count_seen(inlines.text.chars());
    reading_.account.shown -= lost;
    reading_.account.left_out += lost;
    return;
  }
  add_text(paragraph.properties, signs, inlines, sink);
  add_attachments(inlines, sink);
  if (signs == nullptr) {
    add_notes(sink);
  }
}

void BlockReader::add_text(const ParagraphProperties& properties, CellSigns* signs, Inlines& inlines,
                           word::BlockSink& sink) {
  const auto shape = shape_of(properties, signs != nullptr);
  if (signs != nullptr) {
    signs->head = signs->head || shape.use == StyleUse::table_head;
    signs->no_cell = signs->no_cell || shape.use == StyleUse::no_cell;
  }
  auto text =
      shape.use == StyleUse::lines ? inlines.text.finish_verbatim(reading_.arena) : inlines.text.finish(reading_.arena);
  if (!text.chars.empty()) {
    const auto before = paragraphs_.labels();
    paragraphs_.add(shape, std::move(text), sink);
    reading_.account.added += paragraphs_.labels() != before ? count_seen(shape.label->text) : 0;
  }
}

word::ParagraphShape BlockReader::shape_of(const ParagraphProperties& properties, bool in_cell) {
  word::ParagraphShape shape;
  shape.use = reading_.file.styles().find(properties.style).use;
  shape.outline = properties.outline;
  shape.in_cell = in_cell;
  word::Label label;
  const auto id = std::to_string(properties.list_use);
  if (properties.list_use != 0 &&
      reading_.file.numbering().next(id, static_cast<int>(properties.list_level), {}, label)) {
    shape.label = std::move(label);
    shape.numbering = id;
  }
  return shape;
}

/// Images, text boxes and notes stand after the paragraph they are anchored in.
void BlockReader::add_attachments(Inlines& inlines, word::BlockSink& sink) {
  word::add_images(inlines.images, paragraphs_, sink);
  for (const auto& box : inlines.boxes) {
    read_range(box, sink);
  }
  notes_.insert(notes_.end(), inlines.notes.begin(), inlines.notes.end());
}

void BlockReader::add_notes(word::BlockSink& sink) {
  const auto notes = std::exchange(notes_, {});
  for (const auto& note : notes) {
    std::vector<Block> blocks;
    word::BlockSink inner(blocks);
    read_range(note, inner);
    word::add_note(std::move(blocks), sink);
  }
}

}  // namespace nianbao::doc
