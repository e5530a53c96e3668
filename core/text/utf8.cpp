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

}  // namespace

Utf8Check check_utf8(std::string_view bytes) noexcept {
  Utf8Check check;
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (i + 8 <= bytes.size() && eight_ascii(bytes.data() + i)) {
      i += 8;
      continue;
    }
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      ++i;
      continue;
    }
    const auto lead = lead_of(byte);
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
  // Nearly always the line feeds are all there is; both counts run many bytes at a time.
  const auto low = std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  if (low == std::count(bytes.begin(), bytes.end(), '\n')) {
    return 0;
  }
  constexpr std::uint32_t kAllowed =
      (1U << 0x09U) | (1U << 0x0AU) | (1U << 0x0BU) | (1U << 0x0CU) | (1U << 0x0DU) | (1U << 0x1AU) | (1U << 0x1BU);
  std::size_t count = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    count += static_cast<std::size_t>(byte < 0x20 && ((kAllowed >> byte) & 1U) == 0);
  }
  return count;
}

}  // namespace nianbao
