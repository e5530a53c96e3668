// The properties that a markdown file states between two lines of --- at its top.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <nianbao/sdk/document.hpp>

#include "blocks/lines.hpp"

namespace nianbao::markdown {

/// Takes them into the Document and gives the number of lines they take, 0 if there are none.
[[nodiscard]] std::size_t take_front_matter(const std::vector<blocks::Line>& lines, const blocks::Source& source,
                                            Document& document);

/// Appends the property as such a line.
void append_front_matter(const Property& property, std::string& out);

}  // namespace nianbao::markdown
