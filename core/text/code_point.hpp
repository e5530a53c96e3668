// Decoding and encoding of UTF-8.
#pragma once

#include <cstdint>
#include <string>

namespace nianbao {

inline constexpr char32_t kReplacement = 0xFFFD;

/// True for the second and later bytes of a code point.
[[nodiscard]] constexpr bool is_continuation(char c) noexcept {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Decodes the code point at `p` (p < end) and moves `p` behind it. An invalid byte gives U+FFFD and
/// is passed alone.
[[nodiscard]] inline char32_t decode_utf8(const unsigned char*& p, const unsigned char* end) noexcept {
  const std::uint32_t lead = *p++;
  if (lead < 0x80) {
    return lead;
  }
  const auto left = end - p;
  const auto next = [&](int i) -> std::uint32_t { return (p[i] & 0xC0U) == 0x80U ? p[i] & 0x3FU : ~0U; };
  if ((lead & 0xF0U) == 0xE0 && left >= 2) {
    const std::uint32_t a = next(0);
    const std::uint32_t b = next(1);
    const std::uint32_t c = (lead & 0x0FU) << 12U | a << 6U | b;
    if (a != ~0U && b != ~0U && c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
      p += 2;
      return c;
    }
  } else if ((lead & 0xE0U) == 0xC0 && left >= 1) {
    const std::uint32_t a = next(0);
    if (a != ~0U && lead >= 0xC2) {
      p += 1;
      return (lead & 0x1FU) << 6U | a;
    }
  } else if ((lead & 0xF8U) == 0xF0 && left >= 3) {
    const std::uint32_t a = next(0);
    const std::uint32_t b = next(1);
    const std::uint32_t d = next(2);
    const std::uint32_t c = (lead & 0x07U) << 18U | a << 12U | b << 6U | d;
    if (a != ~0U && b != ~0U && d != ~0U && c >= 0x10000 && c <= 0x10FFFF) {
      p += 3;
      return c;
    }
  }
  return kReplacement;
}

/// Appends a code point as UTF-8.
inline void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  // In one piece: nearly all characters of a report take three bytes.
  const auto last = static_cast<char>(0x80U | (c & 0x3FU));
  const auto middle = static_cast<char>(0x80U | (c >> 6U & 0x3FU));
  if (c < 0x800) {
    const char bytes[] = {static_cast<char>(0xC0U | c >> 6U), last};
    out.append(bytes, sizeof bytes);
  } else if (c < 0x10000) {
    const char bytes[] = {static_cast<char>(0xE0U | c >> 12U), middle, last};
    out.append(bytes, sizeof bytes);
  } else {
    const char bytes[] = {static_cast<char>(0xF0U | c >> 18U), static_cast<char>(0x80U | (c >> 12U & 0x3FU)), middle,
                          last};
    out.append(bytes, sizeof bytes);
  }
}

}  // namespace nianbao
