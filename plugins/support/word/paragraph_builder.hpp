// Paragraphs to the blocks they make: headings, items of lists, paragraphs of a role.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nianbao/sdk/arena.hpp>
#include <nianbao/sdk/document.hpp>

#include "word/block_sink.hpp"
#include "word/numbering.hpp"
#include "word/style_use.hpp"

namespace nianbao::word {

/// What stands beside a paragraph's text.
struct ParagraphShape {
  StyleUse use = StyleUse::none;
  int outline = -1;            ///< outline level from 0; -1: none
  std::optional<Label> label;  ///< of its numbering
  std::string numbering;       ///< id of the numbering
  bool in_cell = false;
};

/// Adds paragraphs to a sink. One for each file.
class ParagraphBuilder {
 public:
  /// The blocks bear the part in their places; the arena and the part's name outlive the builder.
  ParagraphBuilder(Arena& arena, std::string_view part) : arena_(arena), part_(part) {}

  /// Nothing where the text is empty.
  void add(const ParagraphShape& shape, Text text, BlockSink& sink);
  /// The caption that the last paragraph of that style gave the next table; it is given once.
  [[nodiscard]] std::string_view take_caption();
  /// The draft notice on top of a file of ours; empty if there is none.
  [[nodiscard]] const std::string& draft_notice() const noexcept { return draft_notice_; }
  /// Labels put in front of texts so far.
  [[nodiscard]] std::size_t labels() const noexcept { return labels_; }
  /// Where in the part the blocks to come stand; none: unknown.
  void stand_at(std::optional<Range> bytes) { bytes_ = bytes; }
  /// An empty block at its place.
  [[nodiscard]] Block block() const;

 private:
  bool add_listed(const ParagraphShape& shape, Text& text, BlockSink& sink);
  void add_used(const ParagraphShape& shape, Text text, BlockSink& sink);
  void add_body(const ParagraphShape& shape, Text text, BlockSink& sink);

  Arena& arena_;
  std::string_view part_;
  std::optional<Range> bytes_;
  std::string_view caption_;
  std::string draft_notice_;
  std::size_t labels_ = 0;
};

}  // namespace nianbao::word
