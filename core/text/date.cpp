#include <nianbao/sdk/text.hpp>

#include <algorithm>

#include "text/chinese_numeral.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

/// A number of a date and the folded index behind it.
struct Part {
  int value = 0;
  std::size_t digits = 0;
  std::size_t to = 0;
};

/// At most four digits without white space between them.
std::optional<Part> read_digits(const Folded& text, std::size_t index) {
  Part part{0, 0, index};
  while (is_digit(text, part.to) && (part.to == index || !text.space_before(part.to))) {
    if (++part.digits > 4) {
      return std::nullopt;
    }
    part.value = part.value * 10 + static_cast<int>(text.chars()[part.to++] - U'0');
  }
  return part.digits > 0 ? std::optional{part} : std::nullopt;
}

std::optional<Part> read_part(const Folded& text, std::size_t index) {
  if (const auto digits = read_digits(text, index)) {
    return digits;
  }
  if (const auto numeral = read_chinese_numeral(text, index); numeral && numeral->value <= kLastYear) {
    return Part{static_cast<int>(numeral->value), numeral->to - index, numeral->to};
  }
  return std::nullopt;
}

bool stands_at(const Folded& text, std::size_t index, char32_t c) {
  return index < text.size() && text.chars()[index] == c;
}

/// Reads month and day behind the year: 1月24日, 1月24号.
void read_month_and_day(const Folded& text, FoundDate& found) {
  const auto month = read_part(text, found.to);
  if (!month || !stands_at(text, month->to, U'月') || month->value < 1 || month->value > 12) {
    return;
  }
  found.date.month = static_cast<std::int8_t>(month->value);
  found.to = month->to + 1;
  const auto day = read_part(text, found.to);
  if (!day || !(stands_at(text, day->to, U'日') || stands_at(text, day->to, U'号')) || day->value < 1 ||
      day->value > days_in_month(found.date.year, month->value)) {
    return;
  }
  found.date.day = static_cast<std::int8_t>(day->value);
  found.to = day->to + 1;
}

/// Reads -02-13, /2/22 or .2.22 behind the year.
bool read_with_separators(const Folded& text, FoundDate& found) {
  const char32_t separator = found.to < text.size() ? text.chars()[found.to] : U'\0';
  if (separator != U'-' && separator != U'/' && separator != U'.') {
    return false;
  }
  const auto month = read_digits(text, found.to + 1);
  if (!month || !stands_at(text, month->to, separator) || month->value < 1 || month->value > 12) {
    return false;
  }
  const auto day = read_digits(text, month->to + 1);
  if (!day || day->digits > 2 || day->value < 1 || day->value > days_in_month(found.date.year, month->value)) {
    return false;
  }
  found.date.month = static_cast<std::int8_t>(month->value);
  found.date.day = static_cast<std::int8_t>(day->value);
  found.to = day->to;
  return true;
}

bool inside_number(const Folded& text, std::size_t index) {
  return index > 0 && !text.space_before(index) &&
         (is_digit(text, index - 1) || (!is_digit(text, index) && chinese_digit(text.chars()[index - 1]) >= 0));
}

}  // namespace

std::optional<FoundDate> read_date(const Folded& text, std::size_t index) {
  if (index >= text.size() || inside_number(text, index)) {
    return std::nullopt;
  }
  const auto year = read_part(text, index);
  if (!year || year->digits != 4 || year->value < kFirstYear || year->value > kLastYear) {
    return std::nullopt;
  }
  FoundDate found{{static_cast<std::int16_t>(year->value), 0, 0}, index, year->to};
  if (stands_at(text, found.to, U'年')) {
    ++found.to;
    read_month_and_day(text, found);
    return found;
  }
  return is_digit(text, index) && read_with_separators(text, found) ? std::optional{found} : std::nullopt;
}

std::optional<FoundDate> find_date(const Folded& text, std::size_t index, std::size_t end) {
  const auto chars = text.chars();
  for (end = std::min(end, chars.size()); index < end; ++index) {
    const char32_t c = chars[index];  // years begin with 19 or 20
    if (c != U'2' && c != U'1' && c != U'二' && c != U'一') {
      continue;
    }
    if (const auto date = read_date(text, index)) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace nianbao
