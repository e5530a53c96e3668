#include "characters/clean_text.hpp"

#include <cstdint>

namespace nianbao::characters {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

/// Bytes of the valid character of several bytes at the offset; 0 if none is there.
std::size_t valid_at(std::string_view text, std::size_t at) {
  const auto lead = byte_at(text, at);
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) {
    return 0;
  }
  std::uint32_t value = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const auto next = byte_at(text, at + i);
    if ((next & 0xC0U) != 0x80U) {
      return 0;
    }
    value = (value << 6U) | (next & 0x3FU);
  }
  const bool overlong = value < (size == 3 ? 0x800U : size == 4 ? 0x10000U : 0x80U);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  const bool nothing = value > 0x10FFFF || value == 0xFFFE || value == 0xFFFF;
  return overlong || surrogate || nothing ? 0 : size;
}

}  // namespace

void append_clean(std::string_view text, std::string& out) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = byte_at(text, i);
    const bool plain = (byte >= 0x20 && byte < 0x7F) || byte == '\t' || byte == '\n';
    const auto size = plain ? 1 : byte < 0x80 ? 0 : valid_at(text, i);
    if (size != 0) {
      i += size;
      continue;
    }
    out += text.substr(from, i - from);
    out += byte < 0x80 ? std::string_view() : kReplacement;
    from = ++i;
  }
  out += text.substr(from);
}

}  // namespace nianbao::characters
