// Little-endian numbers in bytes that may end anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nianbao::doc {

/// The byte at an offset; 0 beyond the end.
[[nodiscard]] inline std::uint32_t u8(std::string_view bytes, std::size_t at) noexcept {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}
[[nodiscard]] inline std::uint32_t u16(std::string_view bytes, std::size_t at) noexcept {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8U);
}
[[nodiscard]] inline std::uint32_t u32(std::string_view bytes, std::size_t at) noexcept {
  return u16(bytes, at) | (u16(bytes, at + 2) << 16U);
}
[[nodiscard]] inline std::int32_t i16(std::string_view bytes, std::size_t at) noexcept {
  return static_cast<std::int16_t>(u16(bytes, at));
}
[[nodiscard]] inline std::int32_t i32(std::string_view bytes, std::size_t at) noexcept {
  return static_cast<std::int32_t>(u32(bytes, at));
}
/// The bytes from an offset on, as many as are there.
[[nodiscard]] inline std::string_view part(std::string_view bytes, std::size_t from,
                                           std::size_t size = std::string_view::npos) noexcept {
  return from < bytes.size() ? bytes.substr(from, size) : std::string_view();
}

}  // namespace nianbao::doc
