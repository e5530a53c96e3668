// What stands beside a paragraph that it is anchored in.
#pragma once

#include <vector>

#include "word/block_sink.hpp"
#include "word/paragraph_builder.hpp"

namespace nianbao::word {

/// Adds images as blocks behind the paragraph.
void add_images(const std::vector<Image>& images, const ParagraphBuilder& paragraphs, BlockSink& sink);

/// Adds the blocks of a footnote or an endnote: its paragraphs are notes.
void add_note(std::vector<Block> blocks, BlockSink& sink);

}  // namespace nianbao::word
