#include "doc_file.hpp"

#include <algorithm>

namespace nianbao::test {

namespace {

constexpr std::size_t kSector = 512;
constexpr std::size_t kSmall = 64;
constexpr std::size_t kCutoff = 4096;
constexpr std::uint32_t kEnd = 0xFFFFFFFE;
constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::uint32_t kTableSector = 0xFFFFFFFD;
constexpr std::size_t kHead = 0x400;

std::string padded(std::string bytes, std::size_t unit) {
  bytes.resize((bytes.size() + unit - 1) / unit * unit, '\0');
  return bytes;
}

/// Sectors with the table that chains them.
struct Sectors {
  std::size_t size;
  std::string bytes;
  std::vector<std::uint32_t> next;

  std::uint32_t add(const std::string& stream) {
    const auto first = static_cast<std::uint32_t>(next.size());
    const auto count = (stream.size() + size - 1) / size;
    bytes += padded(stream, size);
    for (std::size_t i = 1; i < count; ++i) {
      next.push_back(first + static_cast<std::uint32_t>(i));
    }
    if (count == 0) {
      return kEnd;
    }
    next.push_back(kEnd);
    return first;
  }
};

std::string numbers(const std::vector<std::uint32_t>& values) {
  std::string bytes;
  for (const auto value : values) {
    bytes += le32(value);
  }
  return bytes;
}

std::string entry(const std::string& name, char type, std::uint32_t right, std::uint32_t child, std::uint32_t start,
                  std::size_t size) {
  std::string bytes;
  for (const char c : name) {
    bytes += {c, '\0'};
  }
  bytes.resize(64, '\0');
  bytes += le16(static_cast<std::uint32_t>(name.size() + 1) * 2) + std::string({type, '\1'});
  bytes += le32(kFree) + le32(right) + le32(child);
  bytes.resize(0x74, '\0');
  return bytes + le32(start) + le32(static_cast<std::uint32_t>(size)) + le32(0);
}

/// Property pages, one to a paragraph or run, and the table that names them.
class Pages {
 public:
  void add(std::uint32_t from, std::uint32_t to, const std::string& content) {
    std::string page = le32(from) + le32(to) + std::string(1, static_cast<char>((kSector - 2 - content.size()) / 2));
    const auto place = static_cast<std::size_t>(static_cast<unsigned char>(page.back())) * 2;
    page.resize(place, '\0');
    page += content;
    page.resize(kSector - 1, '\0');
    pages_ += page + '\1';
    starts_.push_back(from);
    end_ = to;
  }
  [[nodiscard]] std::string table(std::size_t first_page) const {
    auto bytes = numbers(starts_) + le32(end_);
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      bytes += le32(static_cast<std::uint32_t>(first_page + i));
    }
    return bytes;
  }
  [[nodiscard]] const std::string& bytes() const { return pages_; }

 private:
  std::string pages_;
  std::vector<std::uint32_t> starts_;
  std::uint32_t end_ = 0;
};

std::string paragraph_properties(const DocParagraph& paragraph) {
  auto content = le16(paragraph.style) + paragraph.changes;
  if (content.size() % 2 == 0) {
    return std::string(1, '\0') + static_cast<char>(content.size() / 2) + content;
  }
  return static_cast<char>((content.size() + 1) / 2) + content;
}

}  // namespace

std::string le16(std::uint32_t value) {
  return {static_cast<char>(value & 0xFFU), static_cast<char>((value >> 8U) & 0xFFU)};
}

std::string le32(std::uint32_t value) { return le16(value & 0xFFFFU) + le16(value >> 16U); }

std::string utf16(std::u16string_view text) {
  std::string bytes;
  for (const auto unit : text) {
    bytes += le16(unit);
  }
  return bytes;
}

std::string change(std::uint32_t code, std::string_view operand) { return le16(code) + std::string(operand); }

std::string compound_file(const std::vector<CompoundStream>& streams) {
  Sectors large{kSector, {}, {}};
  Sectors small{kSmall, {}, {}};
  std::string directory;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const auto& stream = streams[i];
    const auto start = (stream.bytes.size() < kCutoff ? small : large).add(stream.bytes);
    const auto right = i + 1 < streams.size() ? static_cast<std::uint32_t>(i + 2) : kFree;
    directory += entry(stream.name, 2, right, kFree, start, stream.bytes.size());
  }
  const auto small_start = large.add(small.bytes);
  const auto small_table = large.add(numbers(small.next));
  directory = entry("Root Entry", 5, kFree, 1, small_start, small.bytes.size()) + directory;
  const auto directory_start = large.add(directory);
  const auto tables = (large.next.size() + kSector / 4) / (kSector / 4 - 1);
  const auto first_table = static_cast<std::uint32_t>(large.next.size());
  large.next.insert(large.next.end(), tables, kTableSector);
  large.next.resize(tables * (kSector / 4), kFree);
  std::string head("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  head.resize(0x18, '\0');
  head += le16(0x3E) + le16(3) + le16(0xFFFE) + le16(9) + le16(6);
  head.resize(0x2C, '\0');
  head += le32(static_cast<std::uint32_t>(tables)) + le32(directory_start) + le32(0) + le32(kCutoff) +
          le32(small_table) + le32(1) + le32(kEnd) + le32(0);
  for (std::uint32_t i = 0; i < 109; ++i) {
    head += le32(i < tables ? first_table + i : kFree);
  }
  return head + large.bytes + numbers(large.next);
}

DocFile& DocFile::add(DocParagraph paragraph) {
  for (const auto& run : paragraph.runs) {
    lengths_[story_] += static_cast<std::uint32_t>(run.text.size());
  }
  paragraphs_.push_back(std::move(paragraph));
  return *this;
}

DocFile& DocFile::add(std::u16string_view text, std::string changes, std::uint32_t style) {
  return add({{{std::u16string(text) + u"\r", {}, false}}, std::move(changes), style});
}

DocFile& DocFile::row(const std::vector<DocCell>& cells, std::int32_t left, std::string more) {
  const auto in_table = change(0x2416, "\1");
  auto edges = le16(static_cast<std::uint32_t>(left));
  std::string shapes;
  for (const auto& cell : cells) {
    add({{{cell.text + u"\x07", {}, false}}, in_table, 0});
    left += cell.width;
    edges += le16(static_cast<std::uint32_t>(left));
    shapes += le16(cell.flags) + std::string(18, '\0');
  }
  const auto definition = std::string(1, static_cast<char>(cells.size())) + edges + shapes;
  more = in_table + change(0x2417, "\1") +
         change(0xD608, le16(static_cast<std::uint32_t>(definition.size() + 1)) + definition) + more;
  return add({{{u"\x07", {}, false}}, std::move(more), 0});
}

DocFile& DocFile::story(std::size_t number) {
  story_ = number;
  return *this;
}

DocFile& DocFile::structure(std::uint32_t index, std::string bytes) {
  structures_[index] = std::move(bytes);
  return *this;
}

std::string DocFile::bytes() const {
  std::string text;
  Pages characters;
  Pages paragraphs;
  std::string positions;
  std::string places;
  std::uint32_t count = 0;
  for (const auto& paragraph : paragraphs_) {
    const auto begins = static_cast<std::uint32_t>(kHead + text.size());
    for (const auto& run : paragraph.runs) {
      const auto from = static_cast<std::uint32_t>(kHead + text.size());
      for (const auto unit : run.text) {
        text += run.narrow ? std::string(1, static_cast<char>(unit)) : le16(unit);
      }
      positions += le32(count);
      count += static_cast<std::uint32_t>(run.text.size());
      places += le16(0) + le32(run.narrow ? (from * 2) | 0x40000000U : from) + le16(0);
      characters.add(from, static_cast<std::uint32_t>(kHead + text.size()),
                     std::string(1, static_cast<char>(run.changes.size())) + run.changes);
    }
    paragraphs.add(begins, static_cast<std::uint32_t>(kHead + text.size()), paragraph_properties(paragraph));
  }
  const auto pieces = positions + le32(count) + places;
  auto main = padded(std::string(kHead, '\0') + text, kSector);
  const auto first_page = main.size() / kSector;
  main += characters.bytes() + paragraphs.bytes();
  auto structures = structures_;
  structures[12] = characters.table(first_page);
  structures[13] = paragraphs.table(first_page + characters.bytes().size() / kSector);
  structures[33] = "\2" + le32(static_cast<std::uint32_t>(pieces.size())) + pieces;
  auto head = le16(magic) + le16(version) + std::string(6, '\0') + le16(0x1000U | flags);
  head.resize(0x20, '\0');
  head += le16(14) + std::string(28, '\0') + le16(22) + std::string(12, '\0');
  for (const auto length : lengths_) {
    head += le32(length);
  }
  head.resize(0x98, '\0');
  head += le16(static_cast<std::uint32_t>(structures.size()));
  std::string table(4, '\0');
  for (const auto& one : structures) {
    head += le32(static_cast<std::uint32_t>(table.size())) + le32(static_cast<std::uint32_t>(one.size()));
    table += one;
  }
  main.replace(0, head.size(), head);
  return compound_file({{"WordDocument", main}, {"0Table", table}, {"Data", data}});
}

std::string style_sheet(const std::vector<DocStyle>& styles) {
  std::string bytes = le16(18) + le16(static_cast<std::uint32_t>(styles.size())) + le16(10);
  bytes.resize(20, '\0');
  for (const auto& style : styles) {
    std::string one = le16(style.number) + le16(0xFFF1) + le16(1) + le16(0) + le16(0);
    one += le16(static_cast<std::uint32_t>(style.name.size())) + utf16(style.name) + le16(0);
    one += le16(static_cast<std::uint32_t>(style.paragraph_changes.size() + 2)) + le16(0) + style.paragraph_changes;
    one.resize((one.size() + 1) / 2 * 2, '\0');
    bytes += le16(static_cast<std::uint32_t>(one.size())) + one;
  }
  return bytes;
}

}  // namespace nianbao::test
