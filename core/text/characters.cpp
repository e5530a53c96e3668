#include "text/code_point.hpp"

#include <unicode/uchar.h>
#include <nianbao/sdk/text.hpp>

#include <algorithm>
#include <cstring>

namespace nianbao {

std::size_t count_chars(std::string_view utf8) noexcept {
  constexpr std::uint64_t kLowBits = 0x0101010101010101U;
  std::size_t continuations = 0;
  std::size_t i = 0;
  for (; i + sizeof(std::uint64_t) <= utf8.size(); i += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, utf8.data() + i, sizeof bytes);
    // 10xxxxxx in each byte; the multiplication adds the eight bits up.
    continuations += (((bytes >> 7U) & (~bytes >> 6U) & kLowBits) * kLowBits) >> 56U;
  }
  continuations += static_cast<std::size_t>(
      std::count_if(utf8.begin() + static_cast<std::ptrdiff_t>(i), utf8.end(), is_continuation));
  return utf8.size() - continuations;
}

std::size_t byte_of_char(std::string_view utf8, std::size_t chars) noexcept {
  std::size_t byte = 0;
  for (; byte < utf8.size(); ++byte) {
    if (!is_continuation(utf8[byte]) && chars-- == 0) {
      break;
    }
  }
  return byte;
}

std::size_t display_width(std::string_view utf8) noexcept {
  std::size_t width = 0;
  const auto* p = reinterpret_cast<const unsigned char*>(utf8.data());
  const auto* const end = p + utf8.size();
  while (p != end) {
    const auto c = static_cast<UChar32>(decode_utf8(p, end));
    const int category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
        category == U_CONTROL_CHAR) {
      continue;
    }
    const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

}  // namespace nianbao
