// A zip file in memory, read within limits.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

struct zip;

namespace nianbao::ooxml {

/// Entries by their names as parts: lower case, forward slashes, none in front. Sizes the archive
/// claims are compared with the bytes that are there before anything is inflated. Not thread-safe.
class Archive {
 public:
  /// Refuses damaged and encrypted archives, too many entries, and entries that claim to inflate
  /// beyond the limits.
  [[nodiscard]] static Result<Archive> open(std::string bytes, const Limits& limits);

  [[nodiscard]] bool has(std::string_view name) const { return entries_.count(key_of(name)) != 0; }
  /// The inflated bytes of an entry; an error if there is none, its checksum is wrong, or it is larger than
  /// what can be worked on in memory (half of what a file may have).
  [[nodiscard]] Result<std::string> read(std::string_view name) const;

 private:
  struct Entry {
    std::uint64_t index;
    std::uint64_t size;    // inflated, as claimed
    std::uint64_t packed;  // in the file
  };
  struct Close {
    void operator()(zip* archive) const noexcept;
  };
  static std::string key_of(std::string_view name);
  [[nodiscard]] Result<void> list(const Limits& limits);

  std::unique_ptr<std::string> bytes_;  // the archive reads from it; it stays where it is when the object moves
  std::unique_ptr<zip, Close> archive_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::uint64_t largest_ = 0;  // that is read
};

}  // namespace nianbao::ooxml
