// Blanks in running text that is set in lines of one length.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::pdf_write {

/// The text without what would be stretched to holes where a line is spread over its width: a blank between a Chinese
/// character and a figure or letter is left out, blanks between Chinese characters become a Chinese one.
[[nodiscard]] std::string set_blanks(std::string_view text);

}  // namespace nianbao::pdf_write
