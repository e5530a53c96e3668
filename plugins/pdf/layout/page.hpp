// What is drawn on a page, free of the library that read it. All lengths are points (1/72 inch) from the page's
// top left corner, y downwards.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace nianbao::pdf {

struct Rect {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const noexcept { return right - left; }
  [[nodiscard]] double height() const noexcept { return bottom - top; }
  [[nodiscard]] double centre_x() const noexcept { return (left + right) / 2; }
  [[nodiscard]] double centre_y() const noexcept { return (top + bottom) / 2; }
  [[nodiscard]] bool contains(double x, double y) const noexcept {
    return x >= left && x <= right && y >= top && y <= bottom;
  }
  void include(const Rect& other) noexcept {
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
  }
};

/// One drawn character, or a few that are drawn as one.
struct Glyph {
  std::string text;          ///< UTF-8
  Rect box;                  ///< from the pen's position to the next one; from ascent to descent
  double size = 0;           ///< of the font
  bool space_after = false;  ///< the file has a space behind it
  std::int32_t mark = -1;    ///< of the marked content it is part of, as the structure tree names it; -1: none
};

/// A straight line, horizontal or vertical: `at` across it, from `from` to `to` along it.
struct Ruling {
  bool horizontal = true;
  double at = 0;
  double from = 0;
  double to = 0;
};

struct Page {
  std::uint32_t number = 0;  ///< from 1
  double width = 0;
  double height = 0;
  std::vector<Glyph> glyphs;    ///< in the order in which they are drawn, without spaces
  std::vector<Ruling> rulings;  ///< in the order in which they are drawn
  double pictures = 0;          ///< share of the page that pictures cover, at most 1
  std::uint32_t hidden = 0;     ///< characters that are there and not shown, as programs for recognizing scans put them
  std::uint32_t remarks = 0;    ///< characters of a draft's remarks, which are no part of the report
  std::uint32_t unreadable = 0;  ///< characters that are shown and of which the file does not say what they are
};

}  // namespace nianbao::pdf
