// What becomes of a paragraph's text once it is read.
#pragma once

#include <cstddef>
#include <string_view>

#include <nianbao/sdk/arena.hpp>
#include <nianbao/sdk/document.hpp>

namespace nianbao::word {

/// Heading level from 1 of a text whose style or paragraph has this outline level (from 0; -1: none);
/// 0 for what is no heading: body text, and texts too long for one.
[[nodiscard]] int heading_level(int outline, std::string_view text);

/// The text with the label in front, a blank between them where they would read as one number or word.
[[nodiscard]] Text labelled(std::string_view label, Text text, Arena& arena);

/// Takes the mark of strong off a text that is so as a whole: in a heading it says nothing.
void drop_whole_mark(Text& text);

/// Where a paragraph's line break begins a paragraph of its own (an indent or an item follows), the
/// byte after it; npos if nowhere from `from` on.
[[nodiscard]] std::size_t next_paragraph(std::string_view text, std::size_t from);

}  // namespace nianbao::word
