#include "read/pictures.hpp"

#include <algorithm>

#include "file/bytes.hpp"

namespace nianbao::doc {

namespace {

constexpr std::uint32_t kNamed = 0x66;  // the picture's name stands behind the head
constexpr std::uint32_t kStored = 0xF007;
constexpr std::size_t kStoredHead = 36;
constexpr std::size_t kRecordHead = 8;

/// By the type of the record that holds its bytes; empty for other records.
std::string_view extension_of(std::uint32_t record) {
  switch (record) {
    case 0xF01A:
      return ".emf";
    case 0xF01B:
      return ".wmf";
    case 0xF01C:
      return ".pict";
    case 0xF01D:
    case 0xF02A:
      return ".jpeg";
    case 0xF01E:
      return ".png";
    case 0xF01F:
      return ".bmp";
    case 0xF029:
      return ".tiff";
    default:
      return {};
  }
}

}  // namespace

std::string picture_name(std::string_view data, std::uint64_t offset, std::uint32_t number) {
  const auto bytes = part(data, static_cast<std::size_t>(std::min<std::uint64_t>(offset, data.size())));
  auto records = part(bytes, 0, u32(bytes, 0));
  const auto head = std::size_t{u16(bytes, 4)};
  records = part(records, head + (u16(bytes, 6) == kNamed ? 1 + u8(bytes, head) : 0));
  std::string_view extension;
  while (records.size() > kRecordHead && extension.empty()) {
    const auto type = u16(records, 2);
    extension = extension_of(type);
    // What is stored stands inside a record of its own.
    const auto size = type == kStored ? kStoredHead : std::size_t{u32(records, 4)};
    records = part(records, kRecordHead + size);
  }
  return "image" + std::to_string(number) + std::string(extension);
}

}  // namespace nianbao::doc
