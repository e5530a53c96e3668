// What a paragraph's properties and style make of it.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include <nianbao/sdk/document.hpp>

#include "read/styles.hpp"

namespace nianbao::docx {

/// The numbering a paragraph is counted in.
struct NumberingUse {
  std::string id;
  int level = -1;  ///< -1: the level that names the style
};

/// Of the paragraph itself or of its style; none if neither has one.
[[nodiscard]] std::optional<NumberingUse> numbering_of(pugi::xml_node properties, const Style& style);

/// Heading level from 1; 0 for what is no heading: body text, and texts too long for one.
[[nodiscard]] int heading_level(pugi::xml_node properties, const Style& style, std::string_view text);

/// The text with the label in front, a blank between them where they would read as one number or word.
[[nodiscard]] Text labelled(std::string_view label, Text text, Arena& arena);

/// Takes the mark of strong off a text that is so as a whole: in a heading it says nothing.
void drop_whole_mark(Text& text);

/// Where a paragraph's line break begins a paragraph of its own (an indent or an item follows), the
/// byte after it; npos if nowhere from `from` on.
[[nodiscard]] std::size_t next_paragraph(std::string_view text, std::size_t from);

}  // namespace nianbao::docx
