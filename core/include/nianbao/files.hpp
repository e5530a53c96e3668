// Files in and out: whole, within limits, never half written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/result.hpp>

namespace nianbao {

/// The bytes of a file; "-" is standard input. Refuses a directory, a missing or unreadable file and
/// more than `limit` bytes before they are read into memory. Thread-safe.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::uint64_t limit);

/// Writes a file as a whole: to a temporary file in the same directory that is renamed at the end,
/// so that the path holds the old content or the new, never half of it. "-" is standard output; a link
/// is followed, a pipe or a device is written to as it is.
/// On error nothing is left behind. Thread-safe for different paths.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);

/// A file to write.
struct OutputFile {
  std::string path;  ///< "-" is standard output
  std::string bytes;
};

/// Writes several files, all or none: each as write_file does, and only when every one of them could be
/// written are they renamed, the last first, so that where the first stands the others stand too.
[[nodiscard]] Result<void> write_files(const std::vector<OutputFile>& outputs);

/// The same with the folders they lie in, which are made where they are missing; on error none of those is left.
[[nodiscard]] Result<void> write_files_and_folders(const std::vector<OutputFile>& outputs);

/// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace nianbao
