// A range of text cut into paragraphs.
#pragma once

#include <vector>

#include "file/word_file.hpp"
#include "read/anchors.hpp"

namespace nianbao::doc {

/// The text of a paragraph, without its mark, and what is stated of it.
struct ParagraphRange {
  TextRange text;
  ParagraphProperties properties;
  bool cell_end = false;      ///< ends a cell of its table
  bool mark_deleted = false;  ///< its text goes on in the next
};

/// The paragraphs of a range in their order; what follows the last mark is one too.
[[nodiscard]] std::vector<ParagraphRange> cut_paragraphs(const WordFile& file, TextRange range);

}  // namespace nianbao::doc
