#include "word/paragraph_builder.hpp"

#include <utility>

#include "word/inline_text.hpp"
#include "word/paragraph_text.hpp"

namespace nianbao::word {

Block ParagraphBuilder::block() const {
  Block block;
  block.at.part = part_;
  block.at.bytes = bytes_;
  return block;
}

std::string_view ParagraphBuilder::take_caption() { return std::exchange(caption_, {}); }

void ParagraphBuilder::add(const ParagraphShape& shape, Text text, BlockSink& sink) {
  if (text.chars.empty() || (shape.label && add_listed(shape, text, sink))) {
    return;
  }
  if (shape.label && !shape.label->text.empty()) {
    text = labelled(shape.label->text, std::move(text), arena_);
    ++labels_;
  }
  const auto level = shape.use == StyleUse::title ? 0 : heading_level(shape.outline, text.chars);
  if (level > 0) {
    drop_whole_mark(text);
    auto heading = block();
    heading.body = Heading{level, std::move(text)};
    sink.add(std::move(heading));
  } else {
    add_used(shape, std::move(text), sink);
  }
}

/// Bullets make lists; so do our own numbered lists. All other numbers are part of the text.
bool ParagraphBuilder::add_listed(const ParagraphShape& shape, Text& text, BlockSink& sink) {
  const auto& label = *shape.label;
  const auto depth = static_cast<std::size_t>(label.level);
  const bool counted =
      shape.use == StyleUse::list_number && label.plain && label.value == sink.items(depth, shape.numbering) + 1;
  if (shape.in_cell || (!label.bullet && !counted)) {
    return false;
  }
  auto item = block();
  item.body = Paragraph{Role::body, std::move(text)};
  sink.add_item(std::move(item), !label.bullet, depth, shape.numbering);
  return true;
}

void ParagraphBuilder::add_used(const ParagraphShape& shape, Text text, BlockSink& sink) {
  auto one = block();
  switch (shape.use) {
    case StyleUse::draft_notice:
      draft_notice_ += draft_notice_.empty() ? "" : "\n";
      draft_notice_ += text.chars;
      return;
    case StyleUse::table_caption:
      caption_ = text.chars;
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
      add_body(shape, std::move(text), sink);
      return;
  }
  sink.add(std::move(one));
}

void ParagraphBuilder::add_body(const ParagraphShape& shape, Text text, BlockSink& sink) {
  const auto role = role_of(shape.use);
  const auto add = [&](Text part) {
    if (!part.chars.empty()) {
      auto paragraph = block();
      paragraph.body = Paragraph{role, std::move(part)};
      sink.add(std::move(paragraph));
    }
  };
  const bool splits = role == Role::body && !shape.in_cell;
  std::size_t from = 0;
  for (auto next = splits ? next_paragraph(text.chars, 0) : std::string_view::npos; next != std::string_view::npos;
       next = next_paragraph(text.chars, from)) {
    add(slice(text, from, next));
    from = next;
  }
  add(from == 0 ? std::move(text) : slice(text, from, text.chars.size()));
}

}  // namespace nianbao::word
