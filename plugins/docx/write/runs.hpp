// Texts to runs.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/document.hpp>

#include "write/style_sheet.hpp"

namespace nianbao::docx {

/// Appends <w:r> elements: strong and link marks as run properties, '\n' as a break, tabs as tabs.
void append_runs(const Text& text, const StyleSheet& styles, std::string& out);
/// The same for characters without marks.
void append_run(std::string_view chars, std::string& out);

}  // namespace nianbao::docx
