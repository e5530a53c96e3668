#include "file/fib.hpp"

#include <numeric>

#include "file/bytes.hpp"
#include "file/faults.hpp"

namespace nianbao::doc {

namespace {

constexpr std::size_t kLengths = 0x4C;
constexpr std::size_t kPlaces = 0x9A;
constexpr std::uint32_t kWord97 = 0xA5EC;
constexpr std::uint32_t kWord6 = 0xA5DC;
constexpr std::uint32_t kLastOfWord95 = 105;
constexpr std::uint32_t kEncrypted = 0x0100;
constexpr std::uint32_t kSecondTable = 0x0200;

}  // namespace

Result<Fib> Fib::read(std::string_view stream) {
  const auto magic = u16(stream, 0);
  const auto version = u16(stream, 2);
  if (magic == kWord6 || (magic == kWord97 && version <= kLastOfWord95)) {
    return unsupported("doc-too-old", {"这是Word 6.0或Word 95的文档，只能读取Word 97及以后的doc。",
                                       "This is a document of Word 6.0 or Word 95; Word 97 and later are read."});
  }
  if (magic != kWord97 || stream.size() < kPlaces) {
    return unsupported("doc-not-word", {"文件内容不是Word文档。", "The content is no Word document."});
  }
  const auto flags = u16(stream, 0x0A);
  if ((flags & kEncrypted) != 0) {
    return encrypted();
  }
  Fib fib;
  fib.stream = stream;
  fib.second_table = (flags & kSecondTable) != 0;
  for (std::size_t i = 0; i < fib.lengths.size(); ++i) {
    const auto length = i32(stream, kLengths + i * 4);
    if (length < 0) {
      return damaged({"文件头中的文字长度无效。", "The head states a length of text that cannot be."});
    }
    fib.lengths[i] = static_cast<std::uint64_t>(length);
  }
  return fib;
}

std::string_view Fib::find(Structure structure, std::string_view table, bool open_ended) const {
  const auto index = static_cast<std::uint32_t>(structure);
  if (index >= u16(stream, kPlaces - 2)) {
    return {};
  }
  const auto place = kPlaces + std::size_t{index} * 8;
  const auto size = u32(stream, place + 4);
  return size == 0 ? std::string_view() : part(table, u32(stream, place), open_ended ? std::string_view::npos : size);
}

std::uint64_t Fib::start_of(Story story) const {
  return std::accumulate(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(story), std::uint64_t{0});
}

}  // namespace nianbao::doc
