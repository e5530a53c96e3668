// A doc file taken apart: its text, and what is stated of its characters and paragraphs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "file/fib.hpp"
#include "file/formatted_pages.hpp"
#include "file/pieces.hpp"
#include "file/style_sheet.hpp"
#include "word/numbering.hpp"

namespace nianbao::doc {

/// What is stated of a character.
struct CharacterProperties {
  bool deleted = false;
  bool inserted = false;
  bool hidden = false;
  bool strong = false;
  bool special = false;       ///< a control character stands for an object
  std::uint32_t symbol = 0;   ///< of a symbol font; 0: none
  std::int64_t picture = -1;  ///< offset in the data stream; -1: none
};

/// What is stated of a paragraph by its mark.
struct ParagraphProperties {
  std::uint32_t style = 0;
  int outline = -1;  ///< from 0; -1: none
  std::uint32_t list_use = 0;
  std::uint32_t list_level = 0;
  std::uint32_t table_depth = 0;  ///< 0: outside of tables
  bool row_end = false;
  bool inner_cell_end = false;  ///< of a table in a table
  std::string_view changes;     ///< of the row, where it is a row's end
};

/// Immutable but for the counters of the numbering.
class WordFile {
 public:
  [[nodiscard]] static Result<WordFile> open(std::string_view bytes, const Limits& limits);

  [[nodiscard]] const Fib& fib() const noexcept { return fib_; }
  [[nodiscard]] std::u16string_view text() const noexcept { return pieces_.text(); }
  [[nodiscard]] const StyleSheet& styles() const noexcept { return styles_; }
  [[nodiscard]] word::Numbering& numbering() noexcept { return numbering_; }
  [[nodiscard]] std::string_view data() const noexcept { return streams_->data; }
  [[nodiscard]] std::string_view structure(Structure structure) const { return fib_.find(structure, streams_->table); }

  /// Of a character; `until` is set to the end of the characters that share it, at most `most`.
  [[nodiscard]] CharacterProperties character(std::size_t at, std::size_t most, std::size_t& until) const;
  /// Of the paragraph whose mark stands there.
  [[nodiscard]] ParagraphProperties paragraph(std::size_t mark) const;
  /// True where what is stated of paragraphs ends behind this character.
  [[nodiscard]] bool ends_paragraph(std::size_t at) const;

 private:
  // Views point into the streams: they stay where they are when the object moves.
  struct Streams {
    std::string main;
    std::string table;
    std::string data;
  };
  [[nodiscard]] std::string_view whole(std::string_view changes) const;
  static void apply(std::string_view changes, ParagraphProperties& properties);
  void apply(std::string_view changes, CharacterProperties& properties) const;

  std::unique_ptr<Streams> streams_;
  Fib fib_;
  Pieces pieces_;
  FormattedRuns characters_;
  FormattedRuns paragraphs_;
  StyleSheet styles_;
  word::Numbering numbering_;
};

}  // namespace nianbao::doc
