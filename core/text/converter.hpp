// Decoding with ICU's converters, every character's place in the file kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nianbao/sdk/encoding.hpp>

namespace nianbao {

/// What became of bytes decoded by a converter.
struct Decoding {
  std::string text;
  ByteMap map;
  std::size_t characters = 0;
  std::size_t damaged = 0;                    ///< characters replaced by U+FFFD
  std::optional<std::uint64_t> first_damage;  ///< its byte in the file
  bool cut_off = false;                       ///< the last character was incomplete and is left out
};

enum class OnDamage { fail, replace };

/// Decodes bytes[skip, end). None if there is no such converter, or at the first damage where it is
/// to fail. A character cut off by the end is no damage.
[[nodiscard]] std::optional<Decoding> decode_as(std::string_view bytes, std::size_t skip, const char* encoding,
                                                OnDamage on_damage);

/// Guesses the encoding from the first bytes; none if nothing is likely.
[[nodiscard]] std::optional<std::string> guess_encoding(std::string_view bytes);

}  // namespace nianbao
