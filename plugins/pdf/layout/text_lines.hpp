// Characters → lines of text.
#pragma once

#include <string>
#include <vector>

#include "layout/page.hpp"

namespace nianbao::pdf {

/// A part of a line that stands apart from the others.
struct Piece {
  std::string text;
  double left = 0;
  double right = 0;
};

struct TextLine {
  std::vector<Piece> pieces;  ///< at least one
  Rect box;
  double size = 0;  ///< of its largest characters

  /// Its pieces with a space between them.
  [[nodiscard]] std::string text() const;
};

/// The lines that these glyphs stand in, from top to bottom, each from left to right. A gap becomes a space, a
/// wide gap begins a new piece.
[[nodiscard]] std::vector<TextLine> text_lines(std::vector<const Glyph*> glyphs);

/// The lines with as many spaces between their pieces as there is room for, so that columns stay columns.
[[nodiscard]] std::string spaced_text(const std::vector<TextLine>& lines);

/// How much of a line this text needs at least, were it to go on there: its first character or word, with the
/// signs that may not begin a line.
[[nodiscard]] double least_width(std::string_view text, double size);

/// The second text as the continuation of the first on the next line: words of letters and digits keep apart.
void append_wrapped(std::string& text, std::string_view next);

/// True if the glyph is nothing but space.
[[nodiscard]] bool is_blank(const Glyph& glyph) noexcept;

}  // namespace nianbao::pdf
