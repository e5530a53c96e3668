// Text inside HTML.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::html {

/// Appends the text with < > & and quotes escaped; fit for element and attribute content.
void append_escaped(std::string_view text, std::string& out);
/// The same, with <br> for line breaks.
void append_with_breaks(std::string_view text, std::string& out);

}  // namespace nianbao::html
