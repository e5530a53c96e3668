// Taking parts of a Document's texts over into a Report.
#pragma once

#include <vector>

#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/text.hpp>

namespace nianbao {

/// A part of a block's text.
struct TextPart {
  std::uint32_t block = 0;  ///< index in Document::blocks
  std::size_t from = 0;     ///< bytes of the text, half-open, at character boundaries
  std::size_t to = 0;
};

/// Takes parts in ascending order, so that a block is walked once however many parts it has.
class Excerpts {
 public:
  Excerpts(const Document& document, Arena& arena) : document_(document), arena_(arena) {}

  /// The parts as one text, with their marks and their way back to the file.
  [[nodiscard]] Text text(const std::vector<TextPart>& parts);
  /// The part's place in the input.
  [[nodiscard]] Place place(const TextPart& part);

 private:
  void walk_to(const TextPart& part);
  [[nodiscard]] std::uint32_t line_in(const SourceRun& run);
  void append_runs(const TextPart& part, std::size_t text_from, std::vector<SourceRun>& runs);
  void append_marks(const TextPart& part, std::uint64_t chars_before, std::vector<Mark>& marks);

  const Document& document_;
  Arena& arena_;
  // Where the walk is: a byte of a block's text, with the characters and line breaks before it.
  std::uint32_t block_ = 0;
  std::size_t byte_ = 0;
  std::uint64_t chars_ = 0;
  std::uint32_t breaks_ = 0;
  // The run the walk is in, with the line breaks before it.
  std::size_t run_from_ = static_cast<std::size_t>(-1);
  std::uint32_t run_breaks_ = 0;
};

/// The rows of a table from..to (from 1, inclusive) as a table of their own.
[[nodiscard]] Table take_rows(const Table& table, std::uint32_t from, std::uint32_t to, Arena& arena);

}  // namespace nianbao
