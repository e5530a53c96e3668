// Telling a page's furniture from the report: menus, breadcrumbs, print buttons.
#pragma once

#include "html/tree.hpp"

namespace nianbao::html {

/// True for an element that is surely no content: hidden, a list of links, a short element named or
/// worded as navigation. Tables, headings and longer texts are never furniture.
[[nodiscard]] bool is_furniture(const GumboNode& element);

}  // namespace nianbao::html
