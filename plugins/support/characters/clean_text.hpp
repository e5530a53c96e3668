// Texts of a part may hold what no text should.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::characters {

/// Appends UTF-8 with faulty bytes and forbidden characters replaced by U+FFFD, control characters left out.
/// Tab and line feed stay.
void append_clean(std::string_view text, std::string& out);

}  // namespace nianbao::characters
