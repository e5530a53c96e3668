// A passage with its words, numbers and marks found, ready to be matched.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <nianbao/sdk/text.hpp>

#include "prose/pattern_set.hpp"

namespace nianbao::prose {

/// A number of the passage with the unit behind it.
struct NumberToken {
  enum class Kind : std::uint8_t {
    figure,
    percent,
    year,   ///< 2018年
    date,   ///< 2018年2月, 2018-02-22
    other,  ///< 第3, 5倍: never a figure
  };
  Kind kind = Kind::figure;
  Number number;
  std::size_t from = 0;  ///< with the qualifier before it
  std::size_t to = 0;    ///< with the unit
  std::size_t unit_from = 0;
  std::size_t unit_to = 0;
  std::uint32_t units = 0;  ///< bits by member of the class of units; 0: no unit
};

[[nodiscard]] inline bool is_date(const NumberToken& token) noexcept {
  return token.kind == NumberToken::Kind::year || token.kind == NumberToken::Kind::date;
}

/// A word of the passage.
struct Hit {
  WordId word = 0;
  std::uint32_t next = kNoIndex;  ///< a shorter word at the same place
};

/// Finds words and numbers once for a whole passage. Scratch memory is kept from one to the next.
class PassageScan {
 public:
  /// False if nothing in the passage can be bound; then nothing else may be asked. `whole`: looks at it
  /// in any case.
  bool run(const PatternSet& set, const Folded& passage, bool whole);

  [[nodiscard]] std::size_t size() const noexcept { return flags_.size(); }
  [[nodiscard]] std::uint8_t flags(std::size_t at) const noexcept { return flags_[at]; }
  /// The longest word that starts here, or kNoIndex.
  [[nodiscard]] std::uint32_t first_hit(std::size_t at) const noexcept { return first_hit_[at]; }
  [[nodiscard]] const Hit& hit(std::uint32_t index) const noexcept { return hits_[index]; }
  /// The number that starts here, or null.
  [[nodiscard]] const NumberToken* number_at(std::size_t at) const noexcept {
    const auto index = number_at_[at];
    return index == kNoIndex ? nullptr : &numbers_[index];
  }
  /// The first place at or after this one from which on something may be bound: a number or the
  /// beginning of a statement; size() if there is none.
  [[nodiscard]] std::size_t next_figure(std::size_t at) const noexcept;
  /// Where the next number stands that is no date; size() if there is none.
  [[nodiscard]] std::size_t next_number(std::size_t at) const noexcept;
  /// Places where a word or a number starts, in order.
  [[nodiscard]] const std::vector<std::uint32_t>& starts() const noexcept { return starts_; }
  [[nodiscard]] const std::vector<Span>& sentences() const noexcept { return sentences_; }
  /// True if a title or a date stands in the passage.
  [[nodiscard]] bool has_insets() const noexcept { return insets_; }
  [[nodiscard]] const std::vector<NumberToken>& numbers() const noexcept { return numbers_; }
  [[nodiscard]] std::uint32_t number_index(std::size_t at) const noexcept { return number_at_[at]; }
  /// Where a date that starts here ends; 0 if none does.
  [[nodiscard]] std::size_t skip_to(std::size_t at) const noexcept { return skip_[at]; }
  /// Longest word of this class that starts here: its length, 0 if none does.
  [[nodiscard]] std::size_t class_at(const PatternSet& set, ClassId of, std::size_t at) const noexcept;
  /// 0 behind the end.
  [[nodiscard]] char32_t character(std::size_t at) const noexcept { return at < chars_.size() ? chars_[at] : U'\0'; }

  static constexpr std::uint8_t kInNumber = 32;  ///< further flag: part of a number
  static constexpr std::uint8_t kInTitle = 64;   ///< further flag: inside 《》, its closing mark not counted

  /// True for a word that stands inside a title; one that reaches over its end (公报》) does not.
  [[nodiscard]] bool is_hidden(std::size_t from, std::size_t length) const noexcept {
    return (flags_[from] & flags_[from + length - 1] & kInTitle) != 0;
  }

 private:
  struct UnitWord {
    std::size_t length = 0;
    std::uint32_t members = 0;
  };
  [[nodiscard]] bool may_bind(const PatternSet& set) const;
  void find_words(const PatternSet& set);
  void find_titles();
  void find_numbers(const PatternSet& set, const Folded& passage);
  std::size_t find_number_at(const PatternSet& set, const Folded& passage, std::size_t at);
  void list_starts();
  void split();
  [[nodiscard]] std::size_t behind_unreadable(std::size_t at) const;
  [[nodiscard]] bool is_plain(const Folded& passage, std::size_t at) const;
  [[nodiscard]] std::optional<Number> plain_number(std::size_t at) const;
  [[nodiscard]] bool may_be_date(std::size_t at) const;
  void put(const NumberToken& token);
  [[nodiscard]] NumberToken token_of(const PatternSet& set, const Number& number) const;
  [[nodiscard]] UnitWord longest_unit(const PatternSet& set, std::size_t at) const;
  [[nodiscard]] bool is_fenced(const PatternSet& set, std::size_t at) const;

  std::u32string_view chars_;
  bool insets_ = false;
  bool quoted_ = false;  // inside quotation marks: 办结一件申请 is a slogan there
  std::vector<std::uint8_t> flags_;
  std::vector<std::uint32_t> first_hit_;
  std::vector<std::uint32_t> number_at_;
  std::vector<std::uint32_t> skip_;
  std::vector<Hit> hits_;
  std::vector<NumberToken> numbers_;
  std::vector<std::uint32_t> starts_;
  std::vector<Span> sentences_;
  std::vector<std::uint32_t> figures_;     // where numbers stand that are no dates, in order
  std::vector<std::uint32_t> statements_;  // where words stand that begin one
};

}  // namespace nianbao::prose
