#include "text/utf32.hpp"

#include "text/code_point.hpp"

namespace nianbao {

std::u32string to_utf32(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  const auto* end = p + text.size();
  while (p != end) {
    result.push_back(decode_utf8(p, end));
  }
  return result;
}

std::string to_utf8(std::u32string_view text) {
  std::string result;
  for (const char32_t c : text) {
    append_utf8(result, c);
  }
  return result;
}

}  // namespace nianbao
