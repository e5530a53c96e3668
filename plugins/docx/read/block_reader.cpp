#include "read/block_reader.hpp"

#include <utility>

#include "ooxml/clean_text.hpp"
#include "read/paragraph_kind.hpp"
#include "read/table_reader.hpp"

namespace nianbao::docx {

namespace {

/// The end of the paragraph is deleted or moved away: its text goes on in the next.
bool end_is_deleted(pugi::xml_node properties) {
  const auto mark = properties.child("w:rPr");
  return mark.child("w:del") || mark.child("w:moveFrom");
}

Role role_of(StyleUse use) {
  switch (use) {
    case StyleUse::title:
      return Role::title;
    case StyleUse::subtitle:
      return Role::subtitle;
    case StyleUse::caption:
      return Role::caption;
    case StyleUse::note:
      return Role::note;
    case StyleUse::signoff:
      return Role::signoff;
    case StyleUse::date:
      return Role::date;
    default:
      return Role::body;
  }
}

}  // namespace

void BlockReader::read_body(pugi::xml_node body, std::vector<Block>& out) {
  BlockSink sink(out);
  read_blocks(body, sink);
  if (carrying_ && !carried_.text.empty()) {
    add_body(Style(), carried_.text.finish(reading_.arena), sink);
    add_notes(sink);
  }
}

void BlockReader::read_cell(pugi::xml_node cell, std::vector<Block>& out, CellSigns& signs) {
  auto* const outer = std::exchange(signs_, &signs);
  BlockSink sink(out);
  read_blocks(cell, sink);
  signs_ = outer;
}

void BlockReader::read_blocks(pugi::xml_node parent, BlockSink& sink) {
  const Nesting nesting(reading_);
  for (auto node = parent.first_child(); node && !reading_.stopped(); node = node.next_sibling()) {
    read_block(node, sink);
  }
}

void BlockReader::read_block(pugi::xml_node node, BlockSink& sink) {
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

void BlockReader::read_table(pugi::xml_node node, BlockSink& sink) {
  auto table = block();
  const auto caption = std::exchange(table_caption_, {});
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

Block BlockReader::block() const {
  Block block;
  block.at.part = reading_.part;
  return block;
}

void BlockReader::read_paragraph(pugi::xml_node node, BlockSink& sink) {
  const bool contents_before = inlines_.fields().in_contents();
  auto inlines = std::exchange(carried_, Inlines());
  inlines_.read(node, inlines);
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
  if (contents_before || inlines_.fields().in_contents() || style.use == StyleUse::contents) {
    ++reading_.remarks.contents;
    return;
  }
  const bool verbatim = style.use == StyleUse::lines;
  add_text(properties, verbatim ? inlines.text.finish_verbatim(reading_.arena) : inlines.text.finish(reading_.arena),
           sink);
  add_attachments(inlines, sink);
}

void BlockReader::add_text(pugi::xml_node properties, Text text, BlockSink& sink) {
  const std::string_view style_id = properties.child("w:pStyle").attribute("w:val").value();
  const auto& style = reading_.parts.styles.find(style_id);
  if (signs_ != nullptr) {
    signs_->head = signs_->head || style.use == StyleUse::table_head;
    signs_->no_cell = signs_->no_cell || style.use == StyleUse::no_cell;
  }
  Label label;
  const auto numbering = numbering_of(properties, style);
  const bool numbered = numbering && reading_.parts.numbering.next(numbering->id, numbering->level, style_id, label);
  if (text.chars.empty()) {
    return;
  }
  if (numbered && add_listed(style, label, numbering->id, text, sink)) {
    return;
  }
  if (numbered && !label.text.empty()) {
    text = labelled(label.text, std::move(text), reading_.arena);
  }
  const auto level = style.use == StyleUse::title ? 0 : heading_level(properties, style, text.chars);
  if (level > 0) {
    drop_whole_mark(text);
    auto heading = block();
    heading.body = Heading{level, std::move(text)};
    sink.add(std::move(heading));
  } else {
    add_used(style, std::move(text), sink);
  }
}

/// Bullets make lists; so do our own numbered lists. All other numbers are part of the text.
bool BlockReader::add_listed(const Style& style, const Label& label, std::string_view numbering, Text& text,
                             BlockSink& sink) {
  const auto depth = static_cast<std::size_t>(label.level);
  const bool counted =
      style.use == StyleUse::list_number && label.plain && label.value == sink.items(depth, numbering) + 1;
  if (signs_ != nullptr || (!label.bullet && !counted)) {
    return false;
  }
  auto item = block();
  item.body = Paragraph{Role::body, std::move(text)};
  sink.add_item(std::move(item), !label.bullet, depth, numbering);
  return true;
}

void BlockReader::add_used(const Style& style, Text text, BlockSink& sink) {
  auto one = block();
  switch (style.use) {
    case StyleUse::draft_notice:
      draft_notice_ += draft_notice_.empty() ? "" : "\n";
      draft_notice_ += text.chars;
      return;
    case StyleUse::table_caption:
      table_caption_ = text.chars;
      return;
    case StyleUse::lines:
      one.body = Lines{std::move(text)};
      break;
    case StyleUse::image: {
      const auto tab = text.chars.find('\t');
      const auto alt = tab == std::string_view::npos ? std::string_view() : text.chars.substr(tab + 1);
      one.body = Image{text.chars.substr(0, tab), alt};
      break;
    }
    case StyleUse::list_continue:
      one.body = Paragraph{Role::body, std::move(text)};
      if (sink.continue_item(one, 0)) {
        return;
      }
      break;
    default:
      add_body(style, std::move(text), sink);
      return;
  }
  sink.add(std::move(one));
}

void BlockReader::add_body(const Style& style, Text text, BlockSink& sink) {
  const auto role = role_of(style.use);
  const auto add = [&](Text part) {
    if (!part.chars.empty()) {
      auto paragraph = block();
      paragraph.body = Paragraph{role, std::move(part)};
      sink.add(std::move(paragraph));
    }
  };
  const bool splits = role == Role::body && signs_ == nullptr;
  std::size_t from = 0;
  for (auto next = splits ? next_paragraph(text.chars, 0) : std::string_view::npos; next != std::string_view::npos;
       next = next_paragraph(text.chars, from)) {
    add(slice(text, from, next));
    from = next;
  }
  add(from == 0 ? std::move(text) : slice(text, from, text.chars.size()));
}

/// Images, text boxes and notes stand after the paragraph they are anchored in.
void BlockReader::add_attachments(Inlines& inlines, BlockSink& sink) {
  for (const auto& image : inlines.images) {
    auto one = block();
    one.body = image;
    sink.add(std::move(one));
  }
  for (const auto& box : inlines.boxes) {
    read_blocks(box, sink);
  }
  notes_.insert(notes_.end(), inlines.notes.begin(), inlines.notes.end());
  if (signs_ == nullptr) {
    add_notes(sink);
  }
}

void BlockReader::add_notes(BlockSink& sink) {
  const auto notes = std::exchange(notes_, {});
  for (const auto& note : notes) {
    std::vector<Block> blocks;
    BlockSink inner(blocks);
    read_blocks(note, inner);
    for (auto& one : blocks) {
      if (auto* paragraph = one.as<Paragraph>()) {
        paragraph->role = Role::note;
      }
      sink.add(std::move(one));
    }
  }
}

}  // namespace nianbao::docx
