// Texts as code points and back.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// Text of UTF-8 as UTF-32; an invalid byte gives U+FFFD.
[[nodiscard]] std::u32string to_utf32(std::string_view text);

/// Text of UTF-32 as UTF-8.
[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace nianbao
