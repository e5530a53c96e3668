// The text of one paragraph while it is put together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao::word {

/// Collects characters with their marks.
class InlineText {
 public:
  /// Appends UTF-8 from the file, cleaned.
  void append(std::string_view text);
  /// What follows is, or is no longer, of this kind.
  void set(MarkKind kind, bool on);
  /// A mark without length where the text stands now.
  void anchor(MarkKind kind) { marks_.push_back({count_, count_, kind}); }
  [[nodiscard]] bool empty() const noexcept { return chars_.empty(); }
  [[nodiscard]] std::string_view chars() const noexcept { return chars_; }

  /// The Text without blanks at its ends; empty afterwards.
  [[nodiscard]] Text finish(Arena& arena);
  /// The Text as it is; empty afterwards.
  [[nodiscard]] Text finish_verbatim(Arena& arena);

 private:
  std::string chars_;
  std::vector<Mark> marks_;
  std::uint32_t count_ = 0;  // characters
  std::optional<std::uint32_t> strong_from_;
  std::optional<std::uint32_t> link_from_;
};

/// Characters (code points) in UTF-8 text.
[[nodiscard]] std::uint32_t count_characters(std::string_view text) noexcept;

/// The part of the Text from a byte to another, with the marks that lie in it, without blanks at its ends.
[[nodiscard]] Text slice(const Text& text, std::size_t from, std::size_t to);

}  // namespace nianbao::word
