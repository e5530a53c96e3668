// A reference document: whose styles and page a written file takes.
#pragma once

#include <optional>
#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "write/page.hpp"
#include "write/style_sheet.hpp"

namespace nianbao::docx {

/// How a file looks.
struct Look {
  StyleSheet styles;
  Page page = official_page();
  std::string theme;  ///< word/theme/theme1.xml; empty if there is none
};

/// From the bytes of a docx file: its styles with ours added where it has none of that name, its theme,
/// and size, margins and grid of its last section.
[[nodiscard]] Result<Look> look_of(std::string reference, const Limits& limits);

}  // namespace nianbao::docx
