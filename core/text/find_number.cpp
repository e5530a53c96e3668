#include <nianbao/sdk/text.hpp>

#include <algorithm>

#include "text/chinese_numeral.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

bool is_letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }

/// What ties digits into something that is no figure: 0943-6629128, 2014-2018, 12:30, A4, 3.1.2.
bool is_tie(const Folded& text, std::size_t index) {
  constexpr std::u32string_view kTies = U"-:.~/_@";
  const char32_t c = text.chars()[index];
  return is_letter(c) || kTies.find(c) != std::u32string_view::npos;
}

/// The end of the whole string that ties hold together around [from, to); `to` itself if none does.
std::size_t end_of_tied(const Folded& text, std::size_t from, std::size_t to) {
  const auto touches = [&](std::size_t i) { return i < text.size() && !text.space_before(i); };
  const bool tied_before = from > 0 && !text.space_before(from) && is_tie(text, from - 1) &&
                           (is_letter(text.chars()[from - 1]) || (from > 1 && is_digit(text, from - 2)));
  const bool tied_after = touches(to) && is_tie(text, to) &&
                          (is_letter(text.chars()[to]) || (touches(to + 1) && is_digit(text, to + 1)) ||
                           (touches(to + 1) && is_tie(text, to + 1) && is_digit(text, to + 2)));
  if (!tied_before && !tied_after) {
    return to;
  }
  while (to < text.size() && touches(to) && (is_digit(text, to) || is_tie(text, to))) {
    ++to;
  }
  return to;
}

/// 第3, 30号, (2021)30: they name something.
bool is_ordinal(const Folded& text, const Number& number) {
  const auto chars = text.chars();
  const bool names = number.to < text.size() && chars[number.to] == U'号';
  const bool year_in_brackets = number.from > 0 && chars[number.from - 1] == U'(' && number.to + 1 < text.size() &&
                                chars[number.to] == U')' && is_digit(text, number.to + 1);
  return names || year_in_brackets || (number.from > 0 && chars[number.from - 1] == U'第');
}

bool may_start(const Folded& text, std::size_t index) {
  const char32_t c = text.chars()[index];
  return is_digit(text, index) || chinese_digit(c) >= 0 || c == U'十' || c == U'廿' || c == U'卅' ||
         ((c == U'-' || c == U'+') && is_digit(text, index + 1));
}

}  // namespace

std::optional<Number> find_number(const Folded& text, std::size_t index, std::size_t last) {
  last = std::min(last, text.size());
  while (index < last) {
    if (!may_start(text, index)) {
      ++index;
      continue;
    }
    if (const auto date = read_date(text, index)) {
      index = date->to;
      continue;
    }
    const auto number = read_number(text, index);
    if (!number) {
      ++index;
      continue;
    }
    const std::size_t end = number->chinese ? number->to : end_of_tied(text, number->from, number->to);
    const bool single = number->chinese && number->to - index == 1;
    if (end == number->to && !single && !is_ordinal(text, *number)) {
      return number;
    }
    index = end;
  }
  return std::nullopt;
}

}  // namespace nianbao
