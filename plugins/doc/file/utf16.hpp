// UTF-16 to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::doc {

/// Halves of surrogate pairs become U+FFFD.
void append_utf8(std::u16string_view units, std::string& out);
/// Of little-endian bytes; an odd one at the end is left out.
void append_utf8(std::string_view bytes, std::string& out);

}  // namespace nianbao::doc
