// Text of a page as a reader sees it: white space collapsed, breaks and emphasis kept, every
// character led back to the file.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "blocks/text_builder.hpp"

namespace nianbao::html {

/// A piece of HTML as it stands in the decoded file.
struct Piece {
  std::string_view html;  ///< a view into source.text
  const blocks::Source& source;
  std::uint32_t first_line = 1;  ///< the file's line in which it begins
  bool keeps_blanks = false;     ///< blanks and tabs are text and not collapsed, as in our own pages
};

/// Collects the text of one block or cell.
class InlineText {
 public:
  InlineText(const Piece& piece, Arena& arena) : piece_(piece), arena_(arena), builder_(piece.source, arena) {}

  void add_text(const GumboNode& text);
  /// A line break; none at the start and never two.
  void add_break();
  /// Marks nest; each begin needs its end.
  void begin_mark(MarkKind kind);
  void end_mark();
  [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
  /// The last character so far; empty if there is none.
  [[nodiscard]] std::string_view last_character() const noexcept { return last_; }
  /// The Text without blanks at its ends; `at` gets line and bytes. Empty afterwards.
  [[nodiscard]] Text finish(Place& at);

 private:
  static constexpr std::uint32_t kUnset = 0xFFFFFFFFU;
  struct Open {
    MarkKind kind;
    std::uint32_t from;
  };
  void add_run(std::string_view run, std::uint32_t line, bool in_file);
  void add_space(std::string_view blank, std::uint32_t line, bool in_file);
  void put(std::string_view chars, std::uint32_t line, bool in_file);
  void put_pending(std::string_view next);

  const Piece& piece_;
  Arena& arena_;
  blocks::TextBuilder builder_;
  std::vector<Open> open_;
  std::vector<Mark> marks_;
  std::uint32_t count_ = 0;  // characters so far
  std::string_view last_;
  // Blanks wait: they are written only if text follows.
  struct Blank {
    std::string_view chars;
    std::uint32_t line;
    bool in_file;
  };
  std::vector<Blank> pending_;
  bool pending_space_ = false;
  bool pending_newline_ = false;
  bool pending_break_ = false;
};

}  // namespace nianbao::html
