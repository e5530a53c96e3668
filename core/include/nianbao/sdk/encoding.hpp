// Turning the bytes of a text file into UTF-8, with a way back to the bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/diagnostic.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao {

/// Leads from offsets in decoded text back to bytes of the file. Exact for every character.
class ByteMap {
 public:
  /// Text that stands in the file as it is, after `shift` bytes.
  explicit ByteMap(std::uint64_t shift = 0) : shift_(shift) {}

  /// Appends a character: `text_width` bytes of text made of `file_width` bytes at `file_offset`.
  void add(std::uint32_t text_width, std::uint64_t file_offset, std::uint32_t file_width);

  /// True if text and file are the same bytes but for the shift.
  [[nodiscard]] bool verbatim() const noexcept { return runs_.empty(); }
  /// The byte of the file that the byte of the text was made of.
  [[nodiscard]] std::uint64_t file_offset(std::uint64_t text_offset) const noexcept;
  /// The bytes of the file behind a range of the text.
  [[nodiscard]] Range file_range(std::uint64_t from, std::uint64_t to) const noexcept {
    return {file_offset(from), file_offset(to)};
  }
  /// Appends the runs behind a range of the decoded text, where that range is put at `at` in a Text.
  void append_runs(Range range, std::uint32_t at, std::uint32_t line, std::vector<SourceRun>& runs) const;

 private:
  /// Characters of one width each; ends where the next run begins.
  struct Run {
    std::uint64_t file;
    std::uint32_t text;
    std::uint16_t text_width;
    std::uint16_t file_width;
  };
  [[nodiscard]] std::size_t run_at(std::uint64_t text_offset) const noexcept;

  std::uint64_t shift_ = 0;
  std::uint32_t end_ = 0;
  std::vector<Run> runs_;
};

/// A text file decoded.
struct DecodedText {
  std::string text;      ///< UTF-8, without a byte order mark
  std::string encoding;  ///< UTF-8, GB18030, UTF-16LE, …
  ByteMap map;
};

/// Finds the encoding and decodes: byte order mark, UTF-16 by its statistics, UTF-8, the encoding
/// the file declares (may be empty; gb2312 and gbk are read as GB18030), GB18030, and only then by
/// guessing. Bytes that are no text give an input error that says what they seem to be. A guess, a
/// character cut off at the end and damaged characters are reported as diagnostics. Thread-safe.
[[nodiscard]] Result<DecodedText> decode_text(std::string bytes, DiagnosticSink& diagnostics,
                                              std::string_view declared = {});

/// The first bytes of a text file as UTF-8, for probing; none if they are no text. `head` may end
/// inside a character.
[[nodiscard]] std::optional<std::string> decode_head(std::string_view head);

/// What the bytes seem to be if their first bytes tell that they are no text: a noun such as
/// 「Word 文档（docx）」/ "a Word document (docx)". None if nothing is recognised.
[[nodiscard]] std::optional<Message> identify_binary(std::string_view head);

}  // namespace nianbao
