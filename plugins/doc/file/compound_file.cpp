#include "file/compound_file.hpp"

#include <algorithm>
#include <utility>

#include "file/bytes.hpp"
#include "file/faults.hpp"

namespace nianbao::doc {

namespace {

constexpr std::string_view kMagic("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
constexpr std::uint32_t kLastOrdinary = 0xFFFFFFFA;  // larger numbers are no sectors
constexpr std::uint32_t kSmallSector = 64;
constexpr std::uint32_t kSmallStream = 4096;  // from this size on, a stream has sectors of its own
constexpr std::size_t kEntrySize = 128;

Error broken_chain() {
  return damaged({"文件不完整或已损坏：内部的存储链断开。",
                  "The file is incomplete or damaged: a chain of its sectors is broken."});
}

std::vector<std::uint32_t> numbers(std::string_view bytes) {
  std::vector<std::uint32_t> result(bytes.size() / 4);
  for (std::size_t i = 0; i < result.size(); ++i) {
    result[i] = u32(bytes, i * 4);
  }
  return result;
}

/// The name of a directory entry if it is ASCII; empty otherwise.
std::string name_of(std::string_view entry) {
  std::string name;
  const auto length = std::min(u16(entry, 64), 64U) / 2;
  for (std::uint32_t i = 0; i + 1 < length; ++i) {
    const auto c = u16(entry, i * 2);
    if (c >= 0x7F) {
      return {};
    }
    name += static_cast<char>(c);
  }
  return name;
}

}  // namespace

Result<CompoundFile> CompoundFile::open(std::string_view bytes) {
  CompoundFile file;
  file.bytes_ = bytes;
  NIANBAO_CHECK(file.load());
  return file;
}

Result<void> CompoundFile::load() {
  const auto shift = u16(bytes_, 0x1E);
  if (!bytes_.starts_with(kMagic) || (shift != 9 && shift != 12)) {
    return damaged({"文件不完整或已损坏，或者不是Word文档：文件头无效。",
                    "The file is incomplete or damaged, or no Word document: its head is not valid."});
  }
  sector_size_ = 1U << shift;
  NIANBAO_CHECK(load_sector_table());
  NIANBAO_TRY(const auto directory, sectors_of(u32(bytes_, 0x30)));
  load_entries(directory);
  if (const auto start = u32(bytes_, 0x3C); start < kLastOrdinary) {
    NIANBAO_TRY(const auto small_table, sectors_of(start));
    small_table_ = numbers(small_table);
  }
  if (const auto start = u32(directory, 0x74); !small_table_.empty() && start < kLastOrdinary) {
    NIANBAO_TRY(small_, sectors_of(start));
  }
  return {};
}

/// The header names the first sectors of the table, further sectors name the others.
Result<void> CompoundFile::load_sector_table() {
  const std::size_t most = bytes_.size() / sector_size_ + 1;
  auto places = numbers(part(bytes_, 0x4C, 109 * 4U));
  auto next = u32(bytes_, 0x44);
  for (std::size_t count = 0; next < kLastOrdinary; ++count) {
    const auto more = sector(next);
    if (more.size() < sector_size_ || count > most) {
      return broken_chain();
    }
    const auto listed = numbers(more.substr(0, sector_size_ - 4));
    places.insert(places.end(), listed.begin(), listed.end());
    next = u32(more, sector_size_ - 4);
  }
  places.erase(std::remove_if(places.begin(), places.end(), [](std::uint32_t place) { return place >= kLastOrdinary; }),
               places.end());
  if (places.size() > most) {
    return broken_chain();
  }
  for (const auto place : places) {
    const auto entries = numbers(sector(place));
    table_.insert(table_.end(), entries.begin(), entries.end());
  }
  return {};
}

/// The root's children are a tree of siblings.
void CompoundFile::load_entries(std::string_view directory) {
  const auto count = directory.size() / kEntrySize;
  std::vector<bool> seen(count, false);
  std::vector<std::uint32_t> open{u32(directory, 0x4C)};
  while (!open.empty()) {
    const auto index = open.back();
    open.pop_back();
    if (index >= count || seen[index]) {
      continue;
    }
    seen[index] = true;
    const auto entry = directory.substr(index * kEntrySize, kEntrySize);
    open.push_back(u32(entry, 0x44));
    open.push_back(u32(entry, 0x48));
    constexpr std::uint32_t kStream = 2;
    if (auto name = name_of(entry); u8(entry, 0x42) == kStream && !name.empty()) {
      entries_.emplace(std::move(name), Entry{u32(entry, 0x74), u32(entry, 0x78)});
    }
  }
}

std::string_view CompoundFile::sector(std::uint32_t number) const {
  return part(bytes_, (std::size_t{number} + 1) * sector_size_, sector_size_);
}

Result<std::vector<std::uint32_t>> CompoundFile::chain(std::uint32_t start, const std::vector<std::uint32_t>& table,
                                                       std::size_t most) const {
  std::vector<std::uint32_t> sectors;
  for (auto next = start; next < kLastOrdinary; next = table[next]) {
    if (next >= table.size() || sectors.size() >= most) {
      return broken_chain();
    }
    sectors.push_back(next);
  }
  return sectors;
}

Result<std::string> CompoundFile::sectors_of(std::uint32_t start) const {
  NIANBAO_TRY(const auto sectors, chain(start, table_, bytes_.size() / sector_size_ + 1));
  std::string result;
  result.reserve(sectors.size() * sector_size_);
  for (const auto number : sectors) {
    result += sector(number);
  }
  return result;
}

Result<std::string> CompoundFile::small_stream(const Entry& entry) const {
  NIANBAO_TRY(const auto sectors, chain(entry.start, small_table_, small_.size() / kSmallSector + 1));
  std::string result;
  for (const auto number : sectors) {
    result += part(small_, std::size_t{number} * kSmallSector, kSmallSector);
  }
  return result;
}

Result<std::string> CompoundFile::read(std::string_view name) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) {
    return damaged(
        {"文件缺少“" + std::string(name) + "”部分。", "The file lacks its part \"" + std::string(name) + "\"."});
  }
  const auto& entry = found->second;
  NIANBAO_TRY(auto bytes, entry.size < kSmallStream ? small_stream(entry) : sectors_of(entry.start));
  if (bytes.size() < entry.size) {
    return broken_chain();
  }
  bytes.resize(entry.size);
  return bytes;
}

}  // namespace nianbao::doc
