#include "read/block_reader.hpp"

#include <utility>

#include "characters/clean_text.hpp"
#include "read/paragraph_kind.hpp"
#include "read/table_reader.hpp"
#include "word/anchored.hpp"

namespace nianbao::docx {

namespace {

/// The end of the paragraph is deleted or moved away: its text goes on in the next.
bool end_is_deleted(pugi::xml_node properties) {
  const auto mark = properties.child("w:rPr");
  return mark.child("w:del") || mark.child("w:moveFrom");
}

}  // namespace

void BlockReader::read_body(pugi::xml_node body, std::vector<Block>& out) {
  word::BlockSink sink(out);
  read_blocks(body, sink);
  if (carrying_ && !carried_.text.empty()) {
    paragraphs_.add({}, carried_.text.finish(reading_.arena), sink);
    add_notes(sink);
  }
}

void BlockReader::read_cell(pugi::xml_node cell, std::vector<Block>& out, CellSigns& signs) {
  auto* const outer = std::exchange(signs_, &signs);
  word::BlockSink sink(out);
  read_blocks(cell, sink);
  signs_ = outer;
}

void BlockReader::read_blocks(pugi::xml_node parent, word::BlockSink& sink) {
  const Nesting nesting(reading_);
  for (auto node = parent.first_child(); node && !reading_.stopped(); node = node.next_sibling()) {
    read_block(node, sink);
  }
}

void BlockReader::read_block(pugi::xml_node node, word::BlockSink& sink) {
  const std::string_view name = node.name();
  if (name == "w:p") {
    read_paragraph(node, sink);
  } else if (name == "w:tbl") {
    read_table(node, sink);
  } else if (name == "w:sdt") {
    const auto gallery = node.child("w:sdtPr").child("w:docPartObj").child("w:docPartGallery").attribute("w:val");
    if (std::string_view(gallery.value()) == "Table of Contents") {
      ++reading_.remarks.contents;
    } else if (!ooxml::is_on(node.child("w:sdtPr").child("w:showingPlcHdr"))) {
      read_blocks(node.child("w:sdtContent"), sink);
    }
  } else if (name == "w:customXml" || name == "w:ins" || name == "w:moveTo") {
    read_blocks(node, sink);
  } else if (name == "mc:AlternateContent") {
    const auto choice = node.child("mc:Choice");
    read_blocks(choice ? choice : node.child("mc:Fallback"), sink);
  } else if (name == "w:altChunk") {
    reading_.diagnostics.report("docx-inserted-file", Severity::warning,
                                {"文档中以“插入文件”方式嵌入的内容没有读取；请在Word中打开后另存。",
                                 "Content inserted as a file was not read; open the document in Word and save it."});
  }
}

void BlockReader::read_table(pugi::xml_node node, word::BlockSink& sink) {
  auto table = paragraphs_.block();
  const auto caption = paragraphs_.take_caption();
  table.body = TableReader(reading_, *this).read(node);
  if (reading_.stopped() || table.as<Table>()->cells.empty()) {
    return;
  }
  table.as<Table>()->caption = caption;
  sink.add(std::move(table));
  if (signs_ == nullptr) {
    add_notes(sink);
  }
}

void BlockReader::read_paragraph(pugi::xml_node node, word::BlockSink& sink) {
  const bool contents_before = inlines_.fields().in_contents();
  auto inlines = std::exchange(carried_, Inlines());
  inlines_.read(node, inlines);
  paragraphs_.stand_at(reading_.place_of(node));
  const auto properties = node.child("w:pPr");
  carrying_ = end_is_deleted(properties);
  if (carrying_) {
    ++reading_.remarks.changes;
    carried_ = std::move(inlines);
    return;
  }
  for (const auto& id : inlines.comment_ids) {
    if (signs_ != nullptr) {
      signs_->remark = reading_.parts.comments[id].text;
    }
  }
  const auto& style = reading_.parts.styles.find(properties.child("w:pStyle").attribute("w:val").value());
  if (contents_before || inlines_.fields().in_contents() || style.use == word::StyleUse::contents) {
    ++reading_.remarks.contents;
    return;
  }
  const bool verbatim = style.use == word::StyleUse::lines;
  add_text(properties, style,
           verbatim ? inlines.text.finish_verbatim(reading_.arena) : inlines.text.finish(reading_.arena), sink);
  add_attachments(inlines, sink);
}

void BlockReader::add_text(pugi::xml_node properties, const Style& style, Text text, word::BlockSink& sink) {
  if (signs_ != nullptr) {
    signs_->head = signs_->head || style.use == word::StyleUse::table_head;
    signs_->no_cell = signs_->no_cell || style.use == word::StyleUse::no_cell;
  }
  word::ParagraphShape shape;
  shape.use = style.use;
  shape.outline = outline_of(properties, style);
  shape.in_cell = signs_ != nullptr;
  if (const auto numbering = numbering_of(properties, style)) {
    word::Label label;
    const std::string_view style_id = properties.child("w:pStyle").attribute("w:val").value();
    if (reading_.parts.numbering.next(numbering->id, numbering->level, style_id, label)) {
      shape.label = std::move(label);
      shape.numbering = numbering->id;
    }
  }
  paragraphs_.add(shape, std::move(text), sink);
}

/// Images, text boxes and notes stand after the paragraph they are anchored in.
void BlockReader::add_attachments(Inlines& inlines, word::BlockSink& sink) {
  word::add_images(inlines.images, paragraphs_, sink);
  for (const auto& box : inlines.boxes) {
    read_blocks(box, sink);
  }
  notes_.insert(notes_.end(), inlines.notes.begin(), inlines.notes.end());
  if (signs_ == nullptr) {
    add_notes(sink);
  }
}

void BlockReader::add_notes(word::BlockSink& sink) {
  const auto notes = std::exchange(notes_, {});
  for (const auto& note : notes) {
    std::vector<Block> blocks;
    word::BlockSink inner(blocks);
    read_blocks(note, inner);
    word::add_note(std::move(blocks), sink);
  }
}

}  // namespace nianbao::docx
