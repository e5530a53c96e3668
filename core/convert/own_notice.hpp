// The notice on top of a draft, where the file could only write it as a line of text.
#pragma once

#include <nianbao/sdk/document.hpp>

namespace nianbao {

/// Makes a property again of a draft's notice that stands as a line above the text: it is no part of the report.
void take_out_notice(Document& document);

}  // namespace nianbao
