// What a text states about itself in its first lines: 索引号：…, 发布日期：….
#pragma once

#include <cstddef>
#include <vector>

#include "blocks/lines.hpp"

namespace nianbao::blocks {

/// Takes the labelled values at the very top into the Document's properties and gives the number of
/// lines they take. Empty values state nothing and are dropped. None unless there are two, or one
/// whose value is a date.
[[nodiscard]] std::size_t take_properties(const std::vector<Line>& lines, const Source& source, Document& document);

}  // namespace nianbao::blocks
