// The numbers of a passage: figures with their units, percentages, dates, and what only looks like one.
#include <algorithm>

#include "prose/passage_scan.hpp"

namespace nianbao::prose {

void PassageScan::find_numbers(const PatternSet& set, const Folded& passage) {
  quoted_ = false;
  for (std::size_t i = 0; i < chars_.size();) {
    if (chars_[i] == U'"' || (flags_[i] & kSentenceMark) != 0) {
      quoted_ = chars_[i] == U'"' && !quoted_;
    }
    if ((flags_[i] & (kDigit | kChineseDigit)) == 0) {
      ++i;
      continue;
    }
    const std::uint8_t next = i + 1 < chars_.size() ? flags_[i + 1] : 0;
    if ((flags_[i] & kChineseDigit) != 0 && (next & (kChineseDigit | kUnitStart)) == 0) {
      ++i;  // 一是, 统一
      continue;
    }
    i = find_number_at(set, passage, i);
  }
}

/// Takes up the date or number that starts here; gives where to look on.
std::size_t PassageScan::find_number_at(const PatternSet& set, const Folded& passage, std::size_t at) {
  if (const auto date = may_be_date(at) ? read_date(passage, at) : std::nullopt) {
    NumberToken token;
    token.kind = date->date.month == 0 ? NumberToken::Kind::year : NumberToken::Kind::date;
    token.from = at;
    token.to = date->to;
    token.number.value = Decimal(date->date.year);
    insets_ = true;
    skip_[at] = static_cast<std::uint32_t>(date->to);
    put(token);
    return date->to;
  }
  const auto number = is_plain(passage, at) ? plain_number(at) : read_number(passage, at);
  if (!number) {
    return behind_unreadable(at);
  }
  const NumberToken token = token_of(set, *number);
  const bool figure =
      number->chinese ? token.units != 0 && !quoted_ && !is_fenced(set, at) : !is_fenced(set, token.from);
  if (figure) {
    put(token);
    return token.to;
  }
  return number->to;
}

/// A part of digits that are no number is none either; in 之一一百件 the second 一 may begin one.
std::size_t PassageScan::behind_unreadable(std::size_t at) const {
  constexpr std::size_t kLongestNumeral = 40;
  const auto digits = static_cast<std::uint8_t>(flags_[at] & (kDigit | kChineseDigit));
  std::size_t end = at + 1;
  while (end < chars_.size() && (flags_[end] & digits) != 0) {
    ++end;
  }
  return (digits & kDigit) != 0 || end - at > kLongestNumeral ? end : at + 1;
}

/// True for a few digits with nothing about them that belongs to a number: most figures.
bool PassageScan::is_plain(const Folded& passage, std::size_t at) const {
  constexpr std::u32string_view kBefore = U"近约超过逾为将接-+.,~/";  // 约为, 超过, 将近, 接近; signs; a longer number
  constexpr std::u32string_view kBehind = U"余多万千百亿.,%~-/:左上以多來餘萬億";
  constexpr std::size_t kMostDigits = 9;
  std::size_t end = at;
  while (end < chars_.size() && (flags_[end] & kDigit) != 0 && (end == at || !passage.space_before(end))) {
    ++end;
  }
  if (end < chars_.size() && (flags_[end] & kDigit) != 0) {
    return false;  // digits with a blank between them
  }
  if (end == at || end - at > kMostDigits || (at > 0 && kBefore.find(chars_[at - 1]) != std::u32string_view::npos)) {
    return false;
  }
  // 左右, 上下, 以上 may stand behind the unit, too.
  return kBehind.find(character(end)) == std::u32string_view::npos &&
         kBehind.find(character(end + 1)) == std::u32string_view::npos &&
         kBehind.find(character(end + 2)) == std::u32string_view::npos;
}

std::optional<Number> PassageScan::plain_number(std::size_t at) const {
  std::int64_t value = 0;
  Number number;
  number.from = at;
  for (number.to = at; number.to < chars_.size() && (flags_[number.to] & kDigit) != 0; ++number.to) {
    value = value * 10 + static_cast<std::int64_t>(chars_[number.to] - U'0');
  }
  number.value = Decimal(value);
  return number;
}

/// A look at what follows the digits, before the date is read in earnest.
bool PassageScan::may_be_date(std::size_t at) const {
  constexpr std::u32string_view kBehind = U"年-/.";
  constexpr std::size_t kLongestYear = 8;
  const std::uint8_t digits = (flags_[at] & kDigit) != 0 ? kDigit : kChineseDigit;
  std::size_t end = at;
  while (end < chars_.size() && end - at <= kLongestYear && (flags_[end] & digits) != 0) {
    ++end;
  }
  return end < chars_.size() && end - at >= 2 && kBehind.find(chars_[end]) != std::u32string_view::npos;
}

void PassageScan::put(const NumberToken& token) {
  number_at_[token.from] = static_cast<std::uint32_t>(numbers_.size());
  numbers_.push_back(token);
  if (!is_date(token)) {
    figures_.push_back(static_cast<std::uint32_t>(token.from));
    std::for_each(flags_.begin() + static_cast<std::ptrdiff_t>(token.from),
                  flags_.begin() + static_cast<std::ptrdiff_t>(token.to), [](std::uint8_t& f) { f |= kInNumber; });
  }
}

NumberToken PassageScan::token_of(const PatternSet& set, const Number& number) const {
  NumberToken token;
  token.number = number;
  token.from = number.from;
  token.to = number.to;
  token.unit_from = token.unit_to = number.to;
  if (number.to >= chars_.size()) {
    return token;
  }
  if (chars_[number.to] == U'%') {
    token.kind = NumberToken::Kind::percent;
    token.unit_to = token.to = number.to + 1;
    return token;
  }
  const bool bracket = chars_[number.to] == U'(';
  const std::size_t unit_from = number.to + (bracket ? 1 : 0);
  const auto unit = unit_from < chars_.size() ? longest_unit(set, unit_from) : UnitWord{};
  if (unit.length == 0 || (bracket && character(unit_from + unit.length) != U')')) {
    return token;
  }
  token.unit_from = unit_from;
  token.unit_to = unit_from + unit.length;
  token.to = token.unit_to + (bracket ? 1 : 0);
  token.units = unit.members;
  token.kind = unit.members == 0 ? NumberToken::Kind::other : NumberToken::Kind::figure;
  return token;
}

PassageScan::UnitWord PassageScan::longest_unit(const PatternSet& set, std::size_t at) const {
  for (auto h = first_hit_[at]; h != kNoIndex; h = hits_[h].next) {
    const Word& word = set.words[hits_[h].word];
    UnitWord unit;
    for (const Membership& membership : word.classes) {
      if (membership.of == set.units) {
        unit.length = word.length;
        unit.members |= set.unit_bit(membership.member);
      }
    }
    if (unit.length != 0) {
      return unit;
    }
  }
  return {};
}

bool PassageScan::is_fenced(const PatternSet& set, std::size_t at) const {
  for (std::size_t length = 1; length <= 2 && length <= at; ++length) {
    for (auto h = first_hit_[at - length]; h != kNoIndex; h = hits_[h].next) {
      const Word& word = set.words[hits_[h].word];
      if (word.length == length && set.is_in(word, set.fence)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace nianbao::prose
