// What a paragraph's properties and style make of it.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>

#include "read/styles.hpp"

namespace nianbao::docx {

/// The numbering a paragraph is counted in.
struct NumberingUse {
  std::string id;
  int level = -1;  ///< -1: the level that names the style
};

/// Of the paragraph itself or of its style; none if neither has one.
[[nodiscard]] std::optional<NumberingUse> numbering_of(pugi::xml_node properties, const Style& style);

/// Outline level from 0 of the paragraph itself or of its style; -1: none.
[[nodiscard]] int outline_of(pugi::xml_node properties, const Style& style);

}  // namespace nianbao::docx
