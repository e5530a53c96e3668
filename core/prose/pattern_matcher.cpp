#include "prose/pattern_matcher.hpp"

#include "text/chinese_numeral.hpp"

namespace nianbao::prose {

bool PatternMatcher::match(std::uint32_t pattern, std::size_t at) {
  now_.pattern = pattern;
  now_.from = at;
  now_.weight = 0;
  now_.captures.number_count = 0;
  now_.captures.member_count = 0;
  now_.captures.percent = kNoIndex;
  now_.captures.year = 0;
  steps_ = 0;
  depth_ = 0;
  return run(set_.patterns[pattern].start, at);
}

bool PatternMatcher::run(NodeId id, std::size_t at) {
  if (++steps_ > kMostSteps || depth_ > kMostDepth) {
    return false;
  }
  const Node& node = set_.nodes[id];
  switch (node.kind) {
    case Node::Kind::accept:
      now_.to = at;
      return true;
    case Node::Kind::literal:
      return run_literal(node, at);
    case Node::Kind::words:
      return run_words(node, at);
    case Node::Kind::number:
    case Node::Kind::percent:
      return run_number(node, at);
    case Node::Kind::year:
    case Node::Kind::date:
      return run_year(node, at);
    case Node::Kind::gap:
      return run_gap(node, at);
    case Node::Kind::clause_start:
      return is_clause_start(at) && advance(node.next, at, 0);
    case Node::Kind::clause_end:
      return is_clause_end(at) && advance(node.next, at, 0);
    case Node::Kind::choice:
      return run_choice(node, at);
    case Node::Kind::never:
      return run_never(node, at);
  }
  return false;
}

/// Goes on behind what was matched; what was taken since is given back by the caller if this fails.
bool PatternMatcher::advance(NodeId next, std::size_t at, int weight) {
  now_.weight += weight;
  ++depth_;
  const bool fits = run(next, at);
  --depth_;
  if (!fits) {
    now_.weight -= weight;
  }
  return fits;
}

bool PatternMatcher::run_literal(const Node& node, std::size_t at) {
  const std::size_t length = set_.words[node.what].length;
  if (at + length > to_) {
    return false;
  }
  for (auto h = scan_.first_hit(at); h != kNoIndex; h = scan_.hit(h).next) {
    if (scan_.hit(h).word == node.what) {
      return !scan_.is_hidden(at, length) && advance(node.next, at + length, static_cast<int>(length));
    }
  }
  return false;
}

bool PatternMatcher::run_words(const Node& node, std::size_t at) {
  if (at >= to_) {
    return false;
  }
  for (auto h = scan_.first_hit(at); h != kNoIndex; h = scan_.hit(h).next) {
    const Word& word = set_.words[scan_.hit(h).word];
    const auto* membership = PatternSet::membership(word, node.what);
    if (membership == nullptr || at + word.length > to_ || scan_.is_hidden(at, word.length) ||
        now_.captures.member_count == Captures::kMost) {
      continue;
    }
    const auto kept = now_.captures.member_count;
    if (node.captured) {
      now_.captures.members[now_.captures.member_count++] = {node.what, membership->member};
    }
    if (node.list ? run_list(node, at, word.length)
                  : advance(node.next, at + word.length, static_cast<int>(word.length))) {
      return true;
    }
    now_.captures.member_count = kept;
  }
  return false;
}

/// The first member of a list stands at `at`; takes all further ones. A list is taken whole or not at
/// all: what stands in its middle is not its beginning.
bool PatternMatcher::run_list(const Node& node, std::size_t at, std::size_t length) {
  if (continues_list(node, at)) {
    return false;
  }
  std::size_t end = at + length;
  int weight = static_cast<int>(length);
  for (;;) {
    std::uint32_t member = kNoIndex;
    const std::size_t next = next_member(node, end, length, member);
    if (next == 0 || now_.captures.member_count == Captures::kMost) {
      return advance(node.next, end, weight);
    }
    now_.captures.members[now_.captures.member_count++] = {node.what, member};
    weight += static_cast<int>(length);
    end = next + length;
  }
}

/// Where the next member of a list begins, behind a joining mark or word and the filler; 0 if there is none.
std::size_t PatternMatcher::next_member(const Node& node, std::size_t at, std::size_t& length,
                                        std::uint32_t& member) const {
  bool joined = false;
  bool at_once = true;  // what follows at once (复议诉讼) is joined, too
  std::size_t filler = 0;
  while (at < to_ && filler <= node.most) {
    for (auto h = joined || at_once ? scan_.first_hit(at) : kNoIndex; h != kNoIndex; h = scan_.hit(h).next) {
      const Word& word = set_.words[scan_.hit(h).word];
      const auto* membership = PatternSet::membership(word, node.what);
      if (membership != nullptr && at + word.length <= to_ && !scan_.is_hidden(at, word.length)) {
        length = word.length;
        member = membership->member;
        return at;
      }
    }
    if ((scan_.flags(at) & (kSentenceMark | kDigit | PassageScan::kInNumber)) != 0) {
      return 0;
    }
    at_once = false;
    const std::size_t joiner = scan_.class_at(set_, set_.joiners, at);
    if (joiner != 0) {
      joined = true;
      at += joiner;
      continue;
    }
    if ((scan_.flags(at) & kClauseMark) != 0) {
      return 0;
    }
    ++filler;
    ++at;
  }
  return 0;
}

bool PatternMatcher::continues_list(const Node& node, std::size_t at) const {
  constexpr std::size_t kLongestWord = 12;
  std::size_t joint = at;
  for (std::size_t length = 1; length <= 3 && length <= at; ++length) {
    if (scan_.class_at(set_, set_.joiners, at - length) == length) {
      joint = at - length;
    }
  }
  if (joint == at) {
    return false;
  }
  for (std::size_t length = 1; length <= kLongestWord && length <= joint && joint - length >= from_; ++length) {
    if (scan_.class_at(set_, node.what, joint - length) == length) {
      return true;
    }
  }
  return false;
}

bool PatternMatcher::run_gap(const Node& node, std::size_t at) {
  std::uint32_t passed = 0;
  const auto next = set_.nodes[node.next].kind;
  const bool word_follows = next == Node::Kind::words || next == Node::Kind::literal;
  while (true) {
    if ((!word_follows || scan_.first_hit(at) != kNoIndex) && advance(node.next, at, -static_cast<int>(passed / 4))) {
      return true;
    }
    if (at >= to_ || steps_ > kMostSteps) {
      return false;
    }
    const std::uint8_t flags = scan_.flags(at);
    const bool number = (flags & (kDigit | PassageScan::kInNumber)) != 0;
    if (scan_.skip_to(at) > at) {
      at = scan_.skip_to(at);
    } else if ((number && !node.over_numbers) || ((flags & kClauseMark) != 0 && !node.over_clauses)) {
      return false;
    } else {
      passed += (flags & PassageScan::kInTitle) == 0 ? 1U : 0U;
      ++at;
    }
    if (passed > node.most) {
      return false;
    }
  }
}

bool PatternMatcher::run_choice(const Node& node, std::size_t at) {
  for (std::uint32_t i = 0; i < node.branch_count; ++i) {
    if (advance(set_.branches[node.branches + i], at, 0)) {
      return true;
    }
  }
  return false;
}

bool PatternMatcher::run_never(const Node& node, std::size_t at) {
  const Fit kept = now_;
  const bool found = advance(node.what, at, 0);
  now_ = kept;
  return !found && advance(node.next, at, 0);
}

bool PatternMatcher::is_clause_start(std::size_t at) const {
  if (at <= from_) {
    return true;
  }
  const char32_t before = scan_.character(at - 1);
  const bool enumerated =
      before == U'是' && at - 1 > from_ && kChineseOrdinals.find(scan_.character(at - 2)) != std::u32string_view::npos;
  return (scan_.flags(at - 1) & (kClauseMark | kSentenceMark)) != 0 || before == U'"' || enumerated;
}

bool PatternMatcher::is_clause_end(std::size_t at) const {
  return at >= to_ || (scan_.flags(at) & (kClauseMark | kSentenceMark)) != 0;
}

}  // namespace nianbao::prose
