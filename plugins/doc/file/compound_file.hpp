// The compound file: streams in one file, in chains of sectors ([MS-CFB]).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/result.hpp>

namespace nianbao::doc {

/// The streams at the top of a compound file. Chains are followed no further than the file has sectors.
class CompoundFile {
 public:
  /// The bytes must outlive the object. An input error where they are no compound file, or a damaged one.
  [[nodiscard]] static Result<CompoundFile> open(std::string_view bytes);

  /// Names are ASCII; others are no streams of Word's and not listed.
  [[nodiscard]] bool has(std::string_view name) const { return entries_.count(name) != 0; }
  /// The whole stream; an input error if it is not there or its sectors are not.
  [[nodiscard]] Result<std::string> read(std::string_view name) const;

 private:
  struct Entry {
    std::uint32_t start = 0;
    std::uint64_t size = 0;
  };
  [[nodiscard]] Result<void> load();
  [[nodiscard]] Result<void> load_sector_table();
  void load_entries(std::string_view directory);
  [[nodiscard]] std::string_view sector(std::uint32_t number) const;
  [[nodiscard]] Result<std::vector<std::uint32_t>> chain(std::uint32_t start, const std::vector<std::uint32_t>& table,
                                                         std::size_t most) const;
  [[nodiscard]] Result<std::string> sectors_of(std::uint32_t start) const;
  [[nodiscard]] Result<std::string> small_stream(const Entry& entry) const;

  std::string_view bytes_;
  std::uint32_t sector_size_ = 512;
  std::vector<std::uint32_t> table_;        // next sector of each sector
  std::vector<std::uint32_t> small_table_;  // of each small sector
  std::string small_;                       // the small sectors
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace nianbao::doc
