// Telling the reports of one file apart.
#pragma once

#include <vector>

#include "outline/words.hpp"

namespace nianbao {

/// See OutlineReader::split.
[[nodiscard]] std::vector<ReportPart> find_parts(const Document& document, const OutlineWords& words);

}  // namespace nianbao
