// Paragraphs and tables of a docx file to blocks.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "read/inline_reader.hpp"
#include "read/parts.hpp"
#include "word/block_sink.hpp"
#include "word/paragraph_builder.hpp"

namespace nianbao::docx {

/// What the paragraphs of a table cell tell about the cell.
struct CellSigns {
  bool head = false;     ///< written as a header
  bool no_cell = false;  ///< stands for a place of the grid without a cell
  std::string remark;    ///< of our own draft mark
};

/// Reads bodies, cells, text boxes and notes of one file, in their order.
class BlockReader {
 public:
  explicit BlockReader(Reading& reading)
      : reading_(reading), inlines_(reading), paragraphs_(reading.arena, reading.part) {}

  /// Appends the blocks of the body.
  void read_body(pugi::xml_node body, std::vector<Block>& out);
  /// Appends the blocks of a cell; lists stay paragraphs, notes wait for the end of the table.
  void read_cell(pugi::xml_node cell, std::vector<Block>& out, CellSigns& signs);
  /// The draft notice on top of a file of ours; empty if there is none.
  [[nodiscard]] const std::string& draft_notice() const noexcept { return paragraphs_.draft_notice(); }

 private:
  void read_blocks(pugi::xml_node parent, word::BlockSink& sink);
  void read_block(pugi::xml_node node, word::BlockSink& sink);
  void read_table(pugi::xml_node node, word::BlockSink& sink);
  void read_paragraph(pugi::xml_node node, word::BlockSink& sink);
  void add_text(pugi::xml_node properties, const Style& style, Text text, word::BlockSink& sink);
  void add_attachments(Inlines& inlines, word::BlockSink& sink);
  void add_notes(word::BlockSink& sink);

  Reading& reading_;
  InlineReader inlines_;
  word::ParagraphBuilder paragraphs_;
  Inlines carried_;  // of paragraphs whose end is deleted
  bool carrying_ = false;
  CellSigns* signs_ = nullptr;  // of the cell being read; null outside tables
  std::vector<pugi::xml_node> notes_;
};

}  // namespace nianbao::docx
