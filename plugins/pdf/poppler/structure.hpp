// The structure tree of a tagged file → its tables.
#pragma once

#include <vector>

#include "layout/tagged_tables.hpp"

class PDFDoc;

namespace nianbao::pdf {

/// The tables that the file's structure tree names, in its order; none where there is no tree.
[[nodiscard]] std::vector<TaggedTable> tagged_tables(PDFDoc& document);

}  // namespace nianbao::pdf
