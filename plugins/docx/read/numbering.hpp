// numbering.xml of a docx file.
#pragma once

#include <pugixml.hpp>

#include "word/numbering.hpp"

namespace nianbao::docx {

/// `root` of numbering.xml; none where the node is empty.
[[nodiscard]] word::Numbering read_numbering(pugi::xml_node root);

}  // namespace nianbao::docx
