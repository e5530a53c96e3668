#include "prose/passage_scan.hpp"

#include <algorithm>

namespace nianbao::prose {

namespace {

constexpr std::size_t kLongestTitle = 80;
constexpr char32_t kTitleOpens = U'《';
constexpr char32_t kTitleCloses = U'》';

}  // namespace

bool PassageScan::run(const PatternSet& set, const Folded& passage, bool whole) {
  chars_ = passage.chars();
  if (!whole && !may_bind(set)) {
    return false;
  }
  hits_.clear();
  numbers_.clear();
  figures_.clear();
  statements_.clear();
  insets_ = false;
  flags_.resize(chars_.size());
  first_hit_.assign(chars_.size() + 1, kNoIndex);
  number_at_.assign(chars_.size() + 1, kNoIndex);
  skip_.assign(chars_.size() + 1, 0);
  find_words(set);
  std::sort(statements_.begin(), statements_.end());
  find_titles();
  find_numbers(set, passage);
  list_starts();
  split();
  return true;
}

/// A look at the characters alone: most paragraphs hold neither a number beside their dates nor the
/// beginning of a statement.
bool PassageScan::may_bind(const PatternSet& set) const {
  constexpr std::u32string_view kOfDates = U"年月日";
  for (std::size_t i = 0; i < chars_.size(); ++i) {
    const CharInfo info = set.chars[chars_[i]];
    if ((info.flags & kDigit) != 0) {
      std::size_t end = i + 1;
      while (end < chars_.size() && chars_[end] >= U'0' && chars_[end] <= U'9') {
        ++end;
      }
      if (end == chars_.size() || kOfDates.find(chars_[end]) == std::u32string_view::npos) {
        return true;
      }
      i = end;
      continue;
    }
    const CharInfo next = i + 1 < chars_.size() ? set.chars[chars_[i + 1]] : CharInfo{};
    const bool counted = (info.flags & kChineseDigit) != 0 && (next.flags & (kUnitStart | kChineseDigit)) != 0;
    if (counted || ((info.flags & kOpening) != 0 && set.opens(info.letter, next.letter))) {
      return true;
    }
  }
  return false;
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
      const std::size_t from = i + 1 - set.words[word].length;
      if (set.words[word].starts_statement) {
        statements_.push_back(static_cast<std::uint32_t>(from));
      }
      auto& first = first_hit_[from];
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
      insets_ = true;
      std::fill(flags_.begin() + static_cast<std::ptrdiff_t>(open), flags_.begin() + static_cast<std::ptrdiff_t>(close),
                kInTitle);
      open = close;
    }
  }
}

/// Where a word or a number starts: matching looks nowhere else.
void PassageScan::list_starts() {
  starts_.clear();
  for (std::uint32_t i = 0; i < chars_.size(); ++i) {
    if ((first_hit_[i] & number_at_[i]) != kNoIndex) {
      starts_.push_back(i);
    }
  }
}

/// Sentences end behind 。！？, but not inside brackets, quotation marks and titles. What is never closed
/// must not swallow the rest: a bracket or a quotation reaches at most this far.
void PassageScan::split() {
  constexpr std::size_t kReach = 120;
  sentences_.clear();
  std::size_t from = 0;
  std::size_t opened = 0;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < chars_.size(); ++i) {
    const char32_t c = chars_[i];
    if ((flags_[i] & kSentenceMark) != 0) {
      if ((depth == 0 && !quoted) || i > opened + kReach) {
        sentences_.push_back({from, i + 1});
        from = i + 1;
        depth = 0;
        quoted = false;
      }
    } else if (c == U'"') {
      quoted = !quoted;
      opened = i;
    } else if (c == U'(') {
      ++depth;
      opened = i;
    } else if (c == U')' && depth > 0) {
      --depth;
    }
  }
  if (from < chars_.size()) {
    sentences_.push_back({from, chars_.size()});
  }
}

std::size_t PassageScan::next_number(std::size_t at) const noexcept {
  const auto next = std::lower_bound(figures_.begin(), figures_.end(), at);
  return next == figures_.end() ? size() : *next;
}

std::size_t PassageScan::next_figure(std::size_t at) const noexcept {
  const auto next = std::lower_bound(statements_.begin(), statements_.end(), at);
  return next == statements_.end() ? next_number(at) : std::min<std::size_t>(*next, next_number(at));
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
