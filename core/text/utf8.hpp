// Checking UTF-8 without decoding it.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao {

/// What a walk over bytes taken for UTF-8 saw.
struct Utf8Check {
  std::size_t valid = 0;      ///< bytes up to the first fault; all of them if there is none
  bool cut_off = false;       ///< the only fault is a character cut off by the end
  std::size_t longer = 0;     ///< valid characters of three or four bytes
  std::size_t two_bytes = 0;  ///< valid characters of two bytes
};

/// Stops at the first fault. Overlong forms, surrogates and values past U+10FFFF are faults.
[[nodiscard]] Utf8Check check_utf8(std::string_view bytes) noexcept;

/// Bytes 0 to 31 that no text holds: all but tab, line feed, vertical tab, form feed, carriage return,
/// escape and the end mark of old systems.
[[nodiscard]] std::size_t count_controls(std::string_view bytes) noexcept;

}  // namespace nianbao
