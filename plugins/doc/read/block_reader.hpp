// Paragraphs and tables of a doc file to blocks.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "read/paragraph_list.hpp"
#include "read/reading.hpp"
#include "read/text_reader.hpp"
#include "word/block_sink.hpp"
#include "word/paragraph_builder.hpp"

namespace nianbao::doc {

/// What the paragraphs of a cell tell about it.
struct CellSigns {
  bool head = false;     ///< written as a header
  bool no_cell = false;  ///< stands for a place of the grid without a cell
};

/// Paragraphs of one range, one after the other.
class Cursor {
 public:
  explicit Cursor(const std::vector<ParagraphRange>& paragraphs) : paragraphs_(paragraphs) {}
  /// Null at the end.
  [[nodiscard]] const ParagraphRange* get() const noexcept {
    return at_ < paragraphs_.size() ? &paragraphs_[at_] : nullptr;
  }
  void advance() noexcept { ++at_; }

 private:
  const std::vector<ParagraphRange>& paragraphs_;
  std::size_t at_ = 0;
};

/// Reads the stories of one file.
class BlockReader {
 public:
  explicit BlockReader(Reading& reading)
      : reading_(reading), anchors_(reading.file), texts_(reading, anchors_), paragraphs_(reading.arena, {}) {}

  /// Appends the blocks of the main text, then those of texts that are anchored nowhere.
  void read_main(std::vector<Block>& out);
  /// Reads the table that begins at the cursor, of this depth from 1.
  void read_table(Cursor& cursor, std::uint32_t depth, word::BlockSink& sink);
  /// Reads one paragraph of a cell.
  void read_cell_paragraph(const ParagraphRange& paragraph, CellSigns& signs, word::BlockSink& sink);
  /// The draft notice on top of a file of ours; empty if there is none.
  [[nodiscard]] const std::string& draft_notice() const noexcept { return paragraphs_.draft_notice(); }

 private:
  void read_range(TextRange range, word::BlockSink& sink);
  void read_paragraph(const ParagraphRange& paragraph, CellSigns* signs, word::BlockSink& sink);
  void add_text(const ParagraphProperties& properties, CellSigns* signs, Inlines& inlines, word::BlockSink& sink);
  void add_attachments(Inlines& inlines, word::BlockSink& sink);
  void add_notes(word::BlockSink& sink);
  [[nodiscard]] word::ParagraphShape shape_of(const ParagraphProperties& properties, bool in_cell);

  Reading& reading_;
  Anchors anchors_;
  TextReader texts_;
  word::ParagraphBuilder paragraphs_;
  Inlines carried_;  // of paragraphs whose mark is deleted
  std::uint32_t depth_ = 0;
  std::vector<TextRange> notes_;
};

}  // namespace nianbao::doc
