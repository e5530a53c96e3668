// Taking inline markup off: links, escapes, entities, code, breaks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tree.hpp"

namespace nianbao::markdown {

/// A line's text without inline markup; none if it has none. ** stays around what is strong: it is
/// paired over the whole paragraph later, as CommonMark misses it beside Chinese punctuation.
[[nodiscard]] std::optional<std::string> plain_text(std::string_view line);

/// The same for the inlines of a node, its lines joined.
[[nodiscard]] std::string plain_text(cmark_node* node);

}  // namespace nianbao::markdown
