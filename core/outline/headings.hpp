// Headings of sections.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outline/words.hpp"

namespace nianbao {

/// How a heading's words agree with the known ones.
enum class HeadingFit { none, contains, exact };

/// A line taken for a heading. Indices are folded ones.
struct HeadingLine {
  int level = 0;    ///< 1: 一、 2: （一）; 0: not numbered, or by a figure (4、), which tells no level
  int ordinal = 0;  ///< 0: not numbered
  Span number;      ///< without punctuation; （一） with its brackets
  Span text;
  std::size_t body = 0;  ///< where the text that follows in the same line begins; the line's end if none does
  std::optional<SectionKind> kind;
  HeadingFit fit = HeadingFit::none;
};

/// Knows headings by their numbering and by the phrases of a RuleSet. Immutable; thread-safe.
class Headings {
 public:
  Headings(const std::vector<HeadingRule>& rules, const OutlineWords& words);

  /// Reads the line as a heading. None if it is a sentence or item of its own. In text kept `verbatim`,
  /// where tables are, only a number and known words without figures make a heading.
  [[nodiscard]] std::optional<HeadingLine> read(const Folded& text, Span line, bool verbatim = false) const;
  /// Reads the numbered heading that begins inside a stretch of text without breaks, as a page in one
  /// line has it: its end is known by its last word. None if none begins there.
  [[nodiscard]] std::optional<HeadingLine> read_inside(const Folded& text, std::size_t index, std::size_t to) const;

 private:
  struct Phrase {
    std::u32string folded;
    SectionKind kind;
    std::uint32_t next;  ///< next phrase in its bucket
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  static constexpr std::size_t kBuckets = 1024;
  [[nodiscard]] static std::size_t bucket(char32_t first, char32_t second) noexcept;
  [[nodiscard]] bool is_likely(const Folded& text, const HeadingLine& heading, bool sentence, bool verbatim) const;
  [[nodiscard]] bool known_start(const Folded& text, Span span, HeadingLine& line) const;
  [[nodiscard]] const Phrase* longest_at(std::u32string_view chars) const;
  void match(std::u32string_view heading, HeadingLine& line) const;
  [[nodiscard]] std::optional<std::size_t> end_inside(const Folded& text, Span span) const;

  std::vector<Phrase> phrases_;         ///< the longest first; two characters at least
  std::vector<std::uint32_t> buckets_;  ///< first phrase by its first two characters
  const OutlineWords& words_;
};

}  // namespace nianbao
