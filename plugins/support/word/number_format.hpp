// Numbers of lists as Word writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::word {

/// The number in a format of Word's (chineseCounting, decimal, upperRoman …); in digits where the
/// format is not known. Empty for bullet and none.
[[nodiscard]] std::string format_number(std::uint32_t number, std::string_view format);

}  // namespace nianbao::word
