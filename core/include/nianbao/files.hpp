// Files in and out: whole, within limits, never half written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <nianbao/sdk/result.hpp>

namespace nianbao {

/// The bytes of a file; "-" is standard input. Refuses a directory, a missing or unreadable file and
/// more than `limit` bytes before they are read into memory. Thread-safe.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::uint64_t limit);

/// Writes a file as a whole: to a temporary file in the same directory that is renamed at the end,
/// so that the path holds the old content or the new, never half of it. "-" is standard output.
/// On error nothing is left behind. Thread-safe for different paths.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);

/// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace nianbao
