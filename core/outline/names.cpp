#include "outline/names.hpp"

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::size_t kShortestName = 3;
constexpr std::size_t kLongestName = 40;
constexpr std::size_t kLongestTitle = 70;

bool is_han(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || c >= 0x20000; }

bool may_be_name(std::u32string_view folded) {
  return folded.size() >= kShortestName && folded.size() <= kLongestName &&
         std::all_of(folded.begin(), folded.end(), [](char32_t c) { return is_han(c) || c == U'(' || c == U')'; });
}

std::string without_blanks(std::string_view text) {
  std::string result;
  const auto folded = fold(text);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    result += folded.slice(text, i, i + 1);
  }
  return result;
}

/// The folded range without a bracket at its end: （2018年度）, (公开版).
std::size_t end_before_bracket(std::u32string_view chars) {
  if (chars.empty() || chars.back() != U')') {
    return chars.size();
  }
  const auto open = chars.rfind(U'(');
  return open == std::u32string_view::npos || open == 0 ? chars.size() : open;
}

std::string_view trim_lines(std::string_view text) {
  const auto folded = fold(text);
  return folded.slice(text, 0, folded.size());
}

/// Year with 年 or 年度 behind it, anywhere in [0, end).
struct YearRange {
  std::size_t from = 0;
  std::size_t to = 0;
  std::int16_t year = 0;
};

/// 2016-2017学年: the year it ends in.
std::optional<YearRange> find_school_year(const Folded& text, std::size_t end) {
  constexpr std::u32string_view kMark = U"学年";
  constexpr std::size_t kLength = 9;  // two years with a dash
  const auto chars = text.chars();
  const auto mark = chars.substr(0, end).find(kMark);
  if (mark == std::u32string_view::npos || mark < kLength) {
    return std::nullopt;
  }
  const auto years = chars.substr(mark - kLength, kLength);
  int year = 0;
  for (std::size_t i = 0; i < kLength; ++i) {
    const bool digit = years[i] >= U'0' && years[i] <= U'9';
    if (digit != (i != kLength / 2)) {
      return std::nullopt;
    }
    year = i > kLength / 2 ? year * 10 + static_cast<int>(years[i] - U'0') : 0;
  }
  const std::size_t to = mark + kMark.size();
  return YearRange{mark - kLength, to + (to < chars.size() && chars[to] == U'度' ? 1U : 0U),
                   static_cast<std::int16_t>(year)};
}

std::optional<YearRange> find_year(const Folded& text, std::size_t end) {
  if (const auto school_year = find_school_year(text, end)) {
    return school_year;
  }
  const auto found = find_date(text, 0);
  if (!found || found->from >= end || found->date.month != 0) {
    return std::nullopt;
  }
  std::size_t to = found->to;
  if (to < text.size() && text.chars()[to] == U'度') {
    ++to;
  }
  return YearRange{found->from, to, found->date.year};
}

int rank_of(std::u32string_view end, bool year, std::u32string_view name) {
  constexpr std::size_t kLongEnd = 6;
  return (year ? 4 : 0) + (!name.empty() ? 3 : 0) + (end.size() > kLongEnd ? 2 : 0);
}

/// 【政府信息公开年报】 in front of a title is the column of the web site.
std::string_view without_column(std::string_view text) {
  constexpr std::string_view kOpen = "【";
  constexpr std::string_view kClose = "】";
  const auto end = text.starts_with(kOpen) ? text.find(kClose) : std::string_view::npos;
  return end == std::string_view::npos ? text : trim_lines(text.substr(end + kClose.size()));
}

}  // namespace

bool is_body(std::u32string_view folded, const OutlineWords& words) noexcept {
  return may_be_name(folded) && !contains_word(folded, words.title_not_in) &&
         !ends_with_word(folded, words.bodies).empty();
}

bool is_area(std::u32string_view folded, const OutlineWords& words) noexcept {
  return may_be_name(folded) && !contains_word(folded, words.title_not_in) &&
         (!ends_with_word(folded, words.areas).empty() || !ends_with_word(folded, words.zones).empty());
}

std::optional<Title> read_title(std::string_view text, const OutlineWords& words) {
  constexpr std::string_view kOpen = "《";
  constexpr std::string_view kClose = "》";
  text = without_column(trim_lines(text));
  if (text.starts_with(kOpen) && text.ends_with(kClose)) {
    text = text.substr(kOpen.size(), text.size() - kOpen.size() - kClose.size());
  }
  const Folded folded = fold(text);
  const auto chars = folded.chars();
  if (chars.size() > kLongestTitle) {
    return std::nullopt;
  }
  const auto whole = chars.substr(0, end_before_bracket(chars));
  const auto end = ends_with_word(whole, words.title_ends);
  if (end.empty()) {
    return std::nullopt;
  }
  const std::size_t head_end = whole.size() - end.size();
  auto year = find_year(folded, head_end + 1);
  if (year && year->to > head_end) {  // 2018年 + 年报告: the year's 年 is the end's too
    year->to = head_end;
  }
  const auto in_bracket = !year && whole.size() < chars.size() ? find_date(folded, whole.size()) : std::nullopt;
  const Span before{0, year ? year->from : head_end};
  const Span after{year ? year->to : head_end, head_end};
  Span name = before.to > before.from ? before : after;
  name.from += starts_with_word(chars.substr(name.from, name.to - name.from), words.title_joints).size();
  name.to -= ends_with_word(chars.substr(name.from, name.to - name.from), words.title_joints).size();
  const auto name_chars = chars.substr(name.from, name.to - name.from);
  if (!name_chars.empty() && !is_body(name_chars, words) && !is_area(name_chars, words)) {
    return std::nullopt;
  }
  Title title;
  title.text = text;
  title.issuer = without_blanks(folded.slice(text, name.from, name.to));
  title.year = year ? year->year : in_bracket ? in_bracket->date.year : std::int16_t{0};
  title.rank = rank_of(end, title.year != 0, name_chars);
  return title;
}

}  // namespace nianbao
