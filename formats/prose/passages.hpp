// What is left of a Document as passages: paragraphs made whole, each text in one piece.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/format_family.hpp>

#include "sections.hpp"

namespace nianbao::prose_format {

/// A stretch of a passage that stands in one text of the Document.
struct PassagePart {
  std::size_t from = 0;  ///< byte in the passage
  const Text* text = nullptr;
  std::size_t text_from = 0;  ///< byte in that text
  std::size_t length = 0;
  Place at;                        ///< of the block or cell
  std::size_t chars_before = 0;    ///< characters of that text before the part
  std::uint32_t lines_before = 0;  ///< line breaks of that text before the part
};

/// A paragraph, or several that a page break or wrapped lines have torn apart; of a text longer than any
/// paragraph a few pages, cut at the end of a sentence, so that work on a passage is bounded.
struct Passage {
  std::string text;
  std::vector<PassagePart> parts;
  bool heading = false;  ///< a heading of its own, not a paragraph

  /// The place of a range of bytes; where it runs over several parts, that of its first.
  [[nodiscard]] Place place(std::size_t from, std::size_t to) const;
};

/// The passages of the claimed pieces in document order. Page numbers between torn paragraphs are left
/// out, as are cells of tables that hold no sentence. A section begins a passage, also within a block.
[[nodiscard]] std::vector<Passage> collect_passages(const Document& document, const std::vector<Piece>& pieces,
                                                    const SectionIndex& sections);

}  // namespace nianbao::prose_format
