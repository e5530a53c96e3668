// Numberings ([MS-DOC] 2.9.131 and 2.9.149).
#pragma once

#include <string_view>

#include "word/numbering.hpp"

namespace nianbao::doc {

/// `lists`: PlfLst with the levels behind it, open-ended; `uses`: PlfLfo. Instances bear the number by
/// which paragraphs name them, from 1.
[[nodiscard]] word::Numbering read_numbering(std::string_view lists, std::string_view uses);

}  // namespace nianbao::doc
