#include "prose/passage_scan.hpp"

#include <algorithm>

namespace nianbao::prose {

namespace {

constexpr std::size_t kLongestTitle = 80;
constexpr char32_t kTitleOpens = U'《';
constexpr char32_t kTitleCloses = U'》';

}  // namespace

void PassageScan::run(const PatternSet& set, const Folded& passage) {
  chars_ = passage.chars();
  hits_.clear();
  numbers_.clear();
  flags_.resize(chars_.size());
  first_hit_.assign(chars_.size() + 1, kNoIndex);
  number_at_.assign(chars_.size() + 1, kNoIndex);
  skip_.assign(chars_.size() + 1, 0);
  find_words(set);
  find_titles();
  find_numbers(set, passage);
}

void PassageScan::find_words(const PatternSet& set) {
  const auto& automaton = set.automaton;
  LiteralAutomaton::State state = LiteralAutomaton::kRoot;
  for (std::size_t i = 0; i < chars_.size(); ++i) {
    const CharInfo info = set.chars[chars_[i]];
    flags_[i] = info.flags;
    state = automaton.step(state, info.letter);
    if (state == LiteralAutomaton::kRoot) {
      continue;
    }
    for (auto s = automaton.word(state) != LiteralAutomaton::kNone ? state : automaton.shorter(state);
         s != LiteralAutomaton::kRoot; s = automaton.shorter(s)) {
      const WordId word = automaton.word(s);
      auto& first = first_hit_[i + 1 - set.words[word].length];
      hits_.push_back({word, first});
      first = static_cast<std::uint32_t>(hits_.size() - 1);
    }
  }
}

/// What stands inside a title is not said by the sentence: its words and numbers are left out, but for
/// words that reach over its end (公报》).
void PassageScan::find_titles() {
  for (std::size_t open = 0; open < chars_.size(); ++open) {
    if (chars_[open] != kTitleOpens) {
      continue;
    }
    const auto limit = std::min(chars_.size(), open + kLongestTitle);
    std::size_t close = open + 1;
    int depth = 1;
    for (; close < limit; ++close) {
      depth += chars_[close] == kTitleOpens ? 1 : chars_[close] == kTitleCloses ? -1 : 0;
      if (depth == 0) {
        break;
      }
    }
    if (depth == 0) {
      std::fill(flags_.begin() + static_cast<std::ptrdiff_t>(open), flags_.begin() + static_cast<std::ptrdiff_t>(close),
                kInTitle);
      open = close;
    }
  }
}

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
    i = find_number_at(set, passage, i);
  }
}

/// Takes up the date or number that starts here; gives where to look on.
std::size_t PassageScan::find_number_at(const PatternSet& set, const Folded& passage, std::size_t at) {
  if (const auto date = read_date(passage, at)) {
    NumberToken token;
    token.kind = date->date.month == 0 ? NumberToken::Kind::year : NumberToken::Kind::date;
    token.from = at;
    token.to = date->to;
    token.number.value = Decimal(date->date.year);
    skip_[at] = static_cast<std::uint32_t>(date->to);
    put(token);
    return date->to;
  }
  const auto number = read_number(passage, at);
  if (!number) {
    return at + 1;
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

void PassageScan::put(const NumberToken& token) {
  number_at_[token.from] = static_cast<std::uint32_t>(numbers_.size());
  numbers_.push_back(token);
  if (token.kind != NumberToken::Kind::year && token.kind != NumberToken::Kind::date) {
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

std::size_t PassageScan::class_at(const PatternSet& set, ClassId of, std::size_t at) const noexcept {
  for (auto h = first_hit_[at]; h != kNoIndex; h = hits_[h].next) {
    const Word& word = set.words[hits_[h].word];
    if (set.is_in(word, of)) {
      return word.length;
    }
  }
  return 0;
}

}  // namespace nianbao::prose
