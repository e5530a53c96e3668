// Putting a Text together from parts of lines, each with its way back to the file.
#pragma once

#include <string_view>
#include <vector>

#include "blocks/lines.hpp"

namespace nianbao::blocks {

/// Builds one Text. What is appended is a view into the source; nothing is copied where one part
/// without emphasis is the whole.
class TextBuilder {
 public:
  TextBuilder(const Source& source, Arena& arena) : source_(source), arena_(arena) {}

  /// Appends a part of a line as it is.
  void append(std::string_view part, std::uint32_t line);
  /// Appends a part of a line without its inline markup.
  void append_plain(std::string_view part, std::uint32_t line);
  /// Appends characters that do not stand in the file as they are; they must outlive `finish`.
  void append_literal(std::string_view chars) { parts_.push_back({chars, 0, false}); }
  /// Appends a character that does not stand in the file: the blank between two Latin words.
  void append_blank() { parts_.push_back({" ", 0, false}); }
  void append_break() { parts_.push_back({"\n", 0, false}); }
  [[nodiscard]] bool empty() const noexcept { return parts_.empty(); }
  /// The last character appended is a Latin letter or a digit.
  [[nodiscard]] bool ends_in_word() const noexcept;

  /// The Text, with ** taken off around what they make strong; `at` gets its line and bytes. The
  /// builder is empty afterwards.
  [[nodiscard]] Text finish(Place& at);
  /// The same, verbatim: asterisks stay.
  [[nodiscard]] Text finish_verbatim(Place& at);

 private:
  struct Part {
    std::string_view chars;
    std::uint32_t line;
    bool in_file;  // verbatim in the source
  };
  void set_place(Place& at) const;
  void drop_emphasis(std::vector<Mark>& marks);
  [[nodiscard]] Text assemble();

  const Source& source_;
  Arena& arena_;
  std::vector<Part> parts_;
};

}  // namespace nianbao::blocks
