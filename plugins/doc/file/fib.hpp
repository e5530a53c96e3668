// The head of the WordDocument stream: where everything is ([MS-DOC] 2.5).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <nianbao/sdk/result.hpp>

namespace nianbao::doc {

/// Structures in the table stream, by their place in the head.
enum class Structure : std::uint32_t {
  style_sheet = 1,
  footnote_references = 2,
  footnote_texts = 3,
  comment_references = 4,
  character_pages = 12,
  paragraph_pages = 13,
  pieces = 33,
  shapes = 40,
  endnote_references = 46,
  endnote_texts = 47,
  text_boxes = 56,
  lists = 73,
  list_uses = 74,
};

/// Parts of the text, one after the other in this order.
enum class Story : std::uint32_t { main, footnotes, headers, macros, comments, endnotes, text_boxes, header_boxes };

struct Fib {
  /// An input error for files of other programs, of older versions, and for encrypted ones.
  [[nodiscard]] static Result<Fib> read(std::string_view stream);

  /// The bytes of the structure, from its start to the end of the table stream where `open_ended`.
  [[nodiscard]] std::string_view find(Structure structure, std::string_view table, bool open_ended = false) const;
  /// Where a story begins among all characters, and its length.
  [[nodiscard]] std::uint64_t start_of(Story story) const;
  [[nodiscard]] std::uint64_t length_of(Story story) const { return lengths[static_cast<std::size_t>(story)]; }

  std::string_view stream;
  bool second_table = false;  ///< the table stream is 1Table, not 0Table
  std::array<std::uint64_t, 8> lengths{};
};

}  // namespace nianbao::doc
