// Small Word 97-2003 files made in the test itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::test {

/// The bytes of little-endian numbers, one after the other.
std::string le16(std::uint32_t value);
std::string le32(std::uint32_t value);
/// The bytes of UTF-16.
std::string utf16(std::u16string_view text);
/// One property change with its operand.
std::string change(std::uint32_t code, std::string_view operand);

/// A compound file of 512-byte sectors with these streams; those below 4096 bytes stand in small sectors.
struct CompoundStream {
  std::string name;
  std::string bytes;
};
std::string compound_file(const std::vector<CompoundStream>& streams);

/// Characters that share their properties; 8 bits each where narrow.
struct DocRun {
  std::u16string text;
  std::string changes;
  bool narrow = false;
};

/// Runs of which the last ends with the paragraph's mark.
struct DocParagraph {
  std::vector<DocRun> runs;
  std::string changes;
  std::uint32_t style = 0;
};

/// A cell of a row: its width, its merges as the format has them, and its text.
struct DocCell {
  std::u16string text;
  std::int32_t width = 1000;
  std::uint32_t flags = 0;
};

/// The parts of a doc file. Structures that are empty are left out.
class DocFile {
 public:
  DocFile& add(DocParagraph paragraph);
  /// Text of one run, with \r behind it.
  DocFile& add(std::u16string_view text, std::string changes = {}, std::uint32_t style = 0);
  /// A row of a table: its cells from `left`, and its mark.
  DocFile& row(const std::vector<DocCell>& cells, std::int32_t left = 0, std::string more = {});
  /// From here on, paragraphs are of this story: 0 main, 1 footnotes, 2 headers, 4 comments, 5 endnotes, 6 boxes.
  DocFile& story(std::size_t number);
  /// Bytes of the table stream for a place of the head.
  DocFile& structure(std::uint32_t index, std::string bytes);
  /// Bits to be set in the head's flags, and other numbers of it.
  std::uint32_t flags = 0;
  std::uint32_t magic = 0xA5EC;
  std::uint32_t version = 0xC1;
  std::string data;  ///< the data stream

  /// Characters so far in this story.
  [[nodiscard]] std::uint32_t position() const { return lengths_[story_]; }
  [[nodiscard]] std::string bytes() const;

 private:
  std::vector<DocParagraph> paragraphs_;
  std::vector<std::uint32_t> lengths_ = std::vector<std::uint32_t>(8, 0);
  std::vector<std::string> structures_ = std::vector<std::string>(93);
  std::size_t story_ = 0;
};

/// A style sheet of these styles; a style's number is that of a built-in one, 0xFFE its own.
struct DocStyle {
  std::uint32_t number = 0;
  std::u16string name;
  std::string paragraph_changes;
};
std::string style_sheet(const std::vector<DocStyle>& styles);

}  // namespace nianbao::test
