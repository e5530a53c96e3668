// Telling whether a line goes on with the paragraph of the line before.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks/lines.hpp"

namespace nianbao::blocks {

/// What programs count where they cut lines: columns on the screen, or characters, each as two columns.
enum class Measure { columns, characters };

/// How a text breaks its paragraphs into lines.
struct Wrapping {
  bool hard = false;        ///< paragraphs are cut into lines of one width
  std::uint32_t width = 0;  ///< that width in columns
  Measure measure = Measure::columns;
};

/// Looks at lines of prose: most of them are of one width where paragraphs are cut.
[[nodiscard]] Wrapping measure(const std::vector<Line>& lines);

/// What stands between two lines of text.
struct Gap {
  std::uint32_t blank_lines = 0;
  bool page_break = false;
};

/// True if `next` goes on with the paragraph that ends in `last`. In a text cut into lines a full line
/// goes on; in any text a long line that stops inside a sentence does (cut by a page).
[[nodiscard]] bool continues(const Line& last, const Line& next, const Gap& gap, const Wrapping& wrapping);

/// Begins like an item: 一、 （二） 3. 四是.
[[nodiscard]] bool begins_item(std::string_view body);

}  // namespace nianbao::blocks
