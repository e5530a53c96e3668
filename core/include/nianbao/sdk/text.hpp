// Reading Chinese text: keys to compare it by, numbers, units and dates in it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/decimal.hpp>
#include <nianbao/sdk/place.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao {

/// A text folded for comparing: NFKC and an own table (− ○ ⺠ …), width, dashes, dots, quotation
/// marks and brackets made one, white space dropped (`fold`) or made one blank (`fold_keeping_space`).
/// Only for keys: what is shown and written is always the original.
class Folded {
 public:
  /// The folded characters.
  [[nodiscard]] std::u32string_view chars() const noexcept { return {memory_.get(), size_}; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  /// Index in code points of the original for a folded index; size() maps to the original's end.
  [[nodiscard]] std::uint32_t original(std::size_t index) const noexcept { return map()[index] & kIndex; }
  /// Byte offset in the original UTF-8 for a folded index; size() maps to the original's end.
  [[nodiscard]] std::uint32_t original_byte(std::size_t index) const noexcept { return bytes()[index]; }
  /// Code points of the original that the folded range [from, to) came from.
  [[nodiscard]] Range original_range(std::size_t from, std::size_t to) const noexcept;
  /// The folded characters as UTF-8.
  [[nodiscard]] std::string utf8() const;
  /// The folded characters [from, to) as UTF-8.
  [[nodiscard]] std::string utf8(std::size_t from, std::size_t to) const;

  /// The stretch of the original (which the caller still holds) that the folded range came from.
  [[nodiscard]] std::string_view slice(std::string_view text, std::size_t from, std::size_t to) const noexcept;

  /// True if the character comes from a sign that contains a number (① ⒈ ㈠ ² ½ ㎡): it numbers or
  /// names something and is never a digit of a figure, though it folds to one.
  [[nodiscard]] bool is_numbering(std::size_t index) const noexcept { return (map()[index] & kNumbering) != 0; }
  /// True if white space stood before the character in the original (dropped, or made one blank).
  [[nodiscard]] bool space_before(std::size_t index) const noexcept { return (map()[index] & (kSpace | kBreak)) != 0; }
  /// True if that white space held a line break.
  [[nodiscard]] bool break_before(std::size_t index) const noexcept { return (map()[index] & kBreak) != 0; }

 private:
  friend class Folder;
  static constexpr std::uint32_t kNumbering = 1U << 31U;
  static constexpr std::uint32_t kBreak = 1U << 30U;
  static constexpr std::uint32_t kSpace = 1U << 29U;
  static constexpr std::uint32_t kIndex = kSpace - 1;

  // One block of memory for all three: nearly every cell and line of a report is folded.
  [[nodiscard]] char32_t* chars_data() const noexcept { return memory_.get(); }
  [[nodiscard]] char32_t* map() const noexcept { return memory_.get() + room_; }
  [[nodiscard]] char32_t* bytes() const noexcept { return memory_.get() + 2 * room_; }

  std::unique_ptr<char32_t[]> memory_;  // NOLINT(modernize-avoid-c-arrays)
  std::size_t room_ = 0;                // of each of the three
  std::size_t size_ = 0;
};

/// Folds UTF-8 text; invalid bytes become U+FFFD. Linear. Thread-safe. Texts beyond 512 Mi
/// characters are outside the contract (Limits::input_bytes is far below).
[[nodiscard]] Folded fold(std::string_view text);
[[nodiscard]] Folded fold_keeping_space(std::string_view text);
/// The folded text as a UTF-8 key: what label maps are keyed by.
[[nodiscard]] std::string fold_key(std::string_view text);

/// Folded indices, half-open.
struct Span {
  std::size_t from = 0;
  std::size_t to = 0;
  friend bool operator==(const Span& a, const Span& b) noexcept { return a.from == b.from && a.to == b.to; }
};

/// The key of a label: folded, leading numbering (一、 （一） 1. ① 其中：) taken off and put in
/// `number`, brackets with explanations at the end taken off and put in `remark`.
struct LabelKey {
  std::string key;     ///< UTF-8, folded
  std::string number;  ///< 一 | (一) | 1 …, folded, without punctuation; empty if none
  std::string remark;  ///< folded content of closing brackets; empty if none
};
[[nodiscard]] LabelKey label_key(std::string_view label);
/// What label_key() keeps as the key, as a range of the folded label. LabelKey::number and remark are not made.
[[nodiscard]] Span label_span(const Folded& label);

/// Code points in UTF-8 text.
[[nodiscard]] std::size_t count_chars(std::string_view utf8) noexcept;
/// Byte offset of the n-th code point (clamped to the end).
[[nodiscard]] std::size_t byte_of_char(std::string_view utf8, std::size_t chars) noexcept;
/// Columns a terminal needs: 2 for wide characters.
[[nodiscard]] std::size_t display_width(std::string_view utf8) noexcept;

/// A number found in text, with what belongs to it.
struct Number {
  Decimal value;    ///< multiplied out: 18万 is 180000
  Decimal step{1};  ///< rounded to this: 10000 for 18万, 0.01 for 14.28
  Qualifier qualifier = Qualifier::none;
  std::size_t from = 0;  ///< folded indices, half-open, with qualifier and multiplier
  std::size_t to = 0;
  bool chinese = false;  ///< written in Chinese numerals
  bool signed_ = false;  ///< a sign was written
};

/// Reads the number that starts at the folded index: digits with thousands separators, a decimal
/// point, 万/亿, Chinese numerals (两万三千, 二〇一九, 一百〇八), a sign, 余/多/近/约 around it. None if no
/// number starts here: also inside a run of digits.
/// - A number may start at its qualifier (近18万, 超过20) or at its first digit; `from` is the same.
/// - Digits cut by dropped white space are one number where a line break cut them, or where a group
///   of one to three digits is followed by groups of exactly three (14 767); else the blank ends it.
/// - A sign counts only where nothing but punctuation or white space stands before it: the dash of
///   2014-2018 or of 0943-6629128 is none.
/// - 万, 亿, 千, 百 multiply, except where they make a unit of money: 14.28亿元 is 14.28 with the unit 亿元.
/// - 左右, 上下, 以上 are looked for behind the unit too (100件左右), but `to` ends before the unit.
[[nodiscard]] std::optional<Number> read_number(const Folded& text, std::size_t index);
/// The next number at or after the folded index that is a figure by its looks: not part of a date, a
/// telephone number, a range of years or an ordinal (第3). Chinese numerals of one character (一, 两)
/// are left out. None if no further one begins before `end`.
[[nodiscard]] std::optional<Number> find_number(const Folded& text, std::size_t index,
                                                std::size_t end = std::u32string_view::npos);

/// A cell's content taken apart. Text without any number is `reported`, without `number`, not clean.
struct CellValue {
  Status status = Status::blank;
  std::optional<Number> number;  ///< for reported; 0 for stated_zero
  std::string unit;              ///< unit written in the cell, as printed; empty if none: 6（期）, 251000元
  std::string note;              ///< rest in brackets that is no unit: 其中修订16件
  bool clean = true;             ///< false if text was left over that is neither number, unit nor note
};

/// Reads a figure's cell: `6（期）`, `22（其中修订 16 件）`, `+19`, `-197`, `14.28（亿元）`, `251000元`, `——`, `/`,
/// `无`, blank.
[[nodiscard]] CellValue read_cell(std::string_view text);

/// A date with the folded range it stands in.
struct FoundDate {
  Date date;
  std::size_t from = 0;
  std::size_t to = 0;
};
/// The date that starts at the folded index: 2019年2月22日, 2019-02-22, 2019/2/22, 二〇一九年二月二十二日, 2019年; none
/// otherwise.
[[nodiscard]] std::optional<FoundDate> read_date(const Folded& text, std::size_t index);
/// The first date that begins at or after the folded index and before `end`.
[[nodiscard]] std::optional<FoundDate> find_date(const Folded& text, std::size_t index,
                                                 std::size_t end = std::u32string_view::npos);

/// Cuts a folded text into sentences: after 。！？ and the quotation marks and brackets that close
/// behind them; a stop inside brackets or quotation marks ends none. The spans tile the text.
[[nodiscard]] std::vector<Span> split_sentences(const Folded& text);
/// Cuts a span into clauses: after ，；： outside brackets and outside numbers. The spans tile it.
[[nodiscard]] std::vector<Span> split_clauses(const Folded& text, Span span);

}  // namespace nianbao
