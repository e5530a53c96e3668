#include "outline/damaged_period.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace nianbao {
namespace {

constexpr std::size_t kYearDigits = 4;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Digits up to 日 without the marks between them, and the index behind it; none if anything else stands there.
struct Digits {
  std::u32string all;
  std::size_t to = 0;
};
std::optional<Digits> digits_of_date(std::u32string_view chars, std::size_t at) {
  constexpr std::size_t kMost = 11;  // 2021年12月31日
  Digits digits;
  for (std::size_t i = at; i < chars.size() && i - at < kMost; ++i) {
    if (is_digit(chars[i])) {
      digits.all += chars[i];
    } else if (chars[i] == U'日' && !digits.all.empty()) {
      digits.to = i + 1;
      return digits;
    } else if (chars[i] != U'年' && chars[i] != U'月') {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

bool is_first_day(std::u32string_view rest) { return rest == U"11" || rest == U"0101"; }
bool is_last_day(std::u32string_view rest) { return rest == U"1231"; }

std::optional<int> year_of(std::u32string_view digits) {
  if (digits.size() < kYearDigits || digits.substr(0, 2) != U"20") {
    return std::nullopt;
  }
  return 2000 + static_cast<int>(digits[2] - U'0') * 10 + static_cast<int>(digits[3] - U'0');
}

/// Behind 起至, 到, -.
std::size_t behind_joint(std::u32string_view chars, std::size_t at) {
  constexpr std::u32string_view kJoints = U"起至到-~";
  const auto end = chars.find_first_not_of(kJoints, at);
  return end == std::u32string_view::npos ? chars.size() : end;
}

std::optional<DamagedPeriod> period_at(std::u32string_view chars, std::size_t at) {
  const auto from = digits_of_date(chars, at);
  const auto year = from ? year_of(from->all) : std::nullopt;
  if (!year || !is_first_day(std::u32string_view(from->all).substr(kYearDigits))) {
    return std::nullopt;
  }
  const std::size_t second = behind_joint(chars, from->to);
  const auto to = second > from->to ? digits_of_date(chars, second) : std::nullopt;
  if (!to) {
    return std::nullopt;
  }
  const std::u32string_view digits = to->all;
  const bool whole = is_last_day(digits) || (year_of(digits) == year && is_last_day(digits.substr(kYearDigits)));
  if (!whole) {
    return std::nullopt;
  }
  const auto number = static_cast<std::int16_t>(*year);
  return DamagedPeriod{{{number, 1, 1}, {number, 12, 31}}, {at, to->to}};
}

}  // namespace

std::optional<DamagedPeriod> find_damaged_period(const Folded& text, Span range) {
  const auto chars = text.chars().substr(0, range.to);
  for (std::size_t at = range.from; at < chars.size(); ++at) {
    const bool begins = is_digit(chars[at]) && (at == 0 || !is_digit(chars[at - 1]));
    if (auto found = begins ? period_at(chars, at) : std::nullopt) {
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace nianbao
