#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace nianbao {

namespace {

/// Length of the character that a lead byte begins, and the range its second byte must lie in.
struct Lead {
  std::size_t size;
  unsigned char low;
  unsigned char high;
};

Lead lead_of(unsigned char byte) noexcept {
  if (byte >= 0xC2 && byte <= 0xDF) {
    return {2, 0x80, 0xBF};
  }
  if (byte >= 0xE0 && byte <= 0xEF) {
    const unsigned char low = byte == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = byte == 0xED ? 0x9F : 0xBF;
    return {3, low, high};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    const unsigned char low = byte == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = byte == 0xF4 ? 0x8F : 0xBF;
    return {4, low, high};
  }
  return {0, 0, 0};
}

/// Bytes of the character at `position` that fit its lead byte; equal to lead.size if it is whole.
std::size_t fitting(std::string_view bytes, std::size_t position, const Lead& lead) noexcept {
  std::size_t count = 1;
  while (count < lead.size && position + count < bytes.size()) {
    const auto byte = static_cast<unsigned char>(bytes[position + count]);
    const auto low = count == 1 ? lead.low : static_cast<unsigned char>(0x80);
    const auto high = count == 1 ? lead.high : static_cast<unsigned char>(0xBF);
    if (byte < low || byte > high) {
      break;
    }
    ++count;
  }
  return count;
}

bool eight_ascii(const char* bytes) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

std::size_t run_of_ascii(std::string_view bytes, std::size_t i) noexcept {
  const auto begin = i;
  while (i + 8 <= bytes.size() && eight_ascii(bytes.data() + i)) {
    i += 8;
  }
  while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) {
    ++i;
  }
  return i - begin;
}

/// None of the eight bytes is below 0x20: a borrow into a byte's high bit would show it.
bool none_below_space(const char* bytes) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return ((word - 0x2020202020202020ULL) & ~word & 0x8080808080808080ULL) == 0;
}

/// Bytes from `i` on that are characters of three bytes, which nearly all of Chinese is: a lead byte and two others.
/// Stops where the second byte has bounds of its own, and before the last byte of the text.
std::size_t run_of_threes(std::string_view bytes, std::size_t i) noexcept {
  const auto begin = i;
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
  for (; i + 4 <= bytes.size(); i += 3) {
    const std::uint32_t word = p[i] | std::uint32_t{p[i + 1]} << 8U | std::uint32_t{p[i + 2]} << 16U |
                               std::uint32_t{p[i + 3]} << 24U;  // read at once
    const std::uint32_t lead = word & 0x0FU;
    if ((word & 0x00C0C0F0U) != 0x008080E0U || lead == 0x0 || lead == 0xD) {
      break;
    }
  }
  return i - begin;
}

}  // namespace

Utf8Check check_utf8(std::string_view bytes) noexcept {
  Utf8Check check;
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (const auto threes = run_of_threes(bytes, i); threes != 0) {
      check.longer += threes / 3;
      i += threes;
      continue;
    }
    if (const auto ascii = run_of_ascii(bytes, i); ascii != 0) {
      i += ascii;
      continue;
    }
    const auto lead = lead_of(static_cast<unsigned char>(bytes[i]));
    const auto found = lead.size == 0 ? 0 : fitting(bytes, i, lead);
    if (lead.size == 0 || found < lead.size) {
      check.valid = i;
      check.cut_off = lead.size != 0 && i + found == bytes.size();
      return check;
    }
    ++(lead.size == 2 ? check.two_bytes : check.longer);
    i += lead.size;
  }
  check.valid = bytes.size();
  return check;
}

std::size_t count_controls(std::string_view bytes) noexcept {
  constexpr std::uint32_t kAllowed =
      (1U << 0x09U) | (1U << 0x0AU) | (1U << 0x0BU) | (1U << 0x0CU) | (1U << 0x0DU) | (1U << 0x1AU) | (1U << 0x1BU);
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return static_cast<std::size_t>(byte < 0x20 && ((kAllowed >> byte) & 1U) == 0);
  };
  std::size_t count = 0;
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (i + 8 <= bytes.size() && none_below_space(bytes.data() + i)) {
      i += 8;
      continue;
    }
    for (const auto end = std::min(i + 8, bytes.size()); i < end; ++i) {
      count += is_control(bytes[i]);
    }
  }
  return count;
}

}  // namespace nianbao
