// Numbers, percentages and years that a pattern takes from the sentence.
#include <algorithm>

#include "prose/pattern_matcher.hpp"

namespace nianbao::prose {

namespace {

constexpr std::size_t kLongestRemark = 16;  // a bracket without figures that may stand before a number

}  // namespace

/// Behind the words that may stand before any number, a colon, and a remark in brackets.
std::size_t PatternMatcher::behind_lead(std::size_t at) const {
  for (int i = 0; i < 4 && at < to_; ++i) {
    if (scan_.number_at(at) != nullptr) {
      return at;
    }
    std::size_t length = set_.lead == kNoIndex ? 0 : scan_.class_at(set_, set_.lead, at);
    if (length == 0 && scan_.character(at) == U':') {
      length = 1;
    } else if (length == 0 && scan_.character(at) == U'(') {
      std::size_t close = at + 1;
      while (close < std::min(to_, at + kLongestRemark) && scan_.character(close) != U')' &&
             (scan_.flags(close) & (kDigit | PassageScan::kInNumber)) == 0) {
        ++close;
      }
      length = scan_.character(close) == U')' && close < to_ ? close + 1 - at : 0;
    }
    if (length == 0) {
      return at;
    }
    at += length;
  }
  return at;
}

bool PatternMatcher::run_number(const Node& node, std::size_t at) {
  if (at >= to_) {
    return false;
  }
  if (take_number(node, at)) {
    return true;
  }
  const std::size_t behind = behind_lead(at);
  return behind != at && behind < to_ && take_number(node, behind);
}

bool PatternMatcher::take_number(const Node& node, std::size_t at) {
  const NumberToken* token = scan_.number_at(at);
  if (token == nullptr || token->to > to_) {
    return false;
  }
  const bool percent = node.kind == Node::Kind::percent;
  if (percent != (token->kind == NumberToken::Kind::percent) || token->kind == NumberToken::Kind::year ||
      token->kind == NumberToken::Kind::date) {
    return false;
  }
  const bool unit_fits =
      node.what == 0 ? node.bare || token->units != 0 || !node.captured : (token->units & node.what) != 0;
  const bool bare_fits = node.bare && token->kind == NumberToken::Kind::figure && token->unit_from == token->unit_to;
  if (!percent && !unit_fits && !bare_fits) {
    return false;
  }
  const Captures kept = now_.captures;
  if (percent) {
    now_.captures.percent = scan_.number_index(at);
  } else if (node.captured) {
    if (now_.captures.number_count == Captures::kMost) {
      return false;
    }
    now_.captures.numbers[now_.captures.number_count++] = scan_.number_index(at);
  }
  if (node.list ? run_numbers(node, at, *token) : advance(node.next, token->to, 0)) {
    return true;
  }
  now_.captures = kept;
  return false;
}

bool PatternMatcher::run_numbers(const Node& node, std::size_t /*at*/, const NumberToken& first) {
  std::size_t end = first.to;
  for (;;) {
    const std::size_t joiner = end < to_ ? scan_.class_at(set_, set_.joiners, end) : 0;
    const std::size_t comma = joiner != 0 ? joiner : scan_.character(end) == U',' ? 1 : 0;
    const NumberToken* token = comma != 0 && end + comma < to_ ? scan_.number_at(end + comma) : nullptr;
    if (token == nullptr || token->to > to_ || token->kind != NumberToken::Kind::figure ||
        now_.captures.number_count == Captures::kMost) {
      return advance(node.next, end, 0);
    }
    now_.captures.numbers[now_.captures.number_count++] = scan_.number_index(token->from);
    end = token->to;
  }
}

bool PatternMatcher::run_year(const Node& node, std::size_t at) {
  const NumberToken* token = at < to_ ? scan_.number_at(at) : nullptr;
  const auto kind = node.kind == Node::Kind::year ? NumberToken::Kind::year : NumberToken::Kind::date;
  if (token == nullptr || token->kind != kind || token->to > to_) {
    return false;
  }
  const int kept = now_.captures.year;
  now_.captures.year = kept != 0 ? kept : static_cast<int>(token->number.value.coefficient());  // of several the first
  if (advance(node.next, token->to, 2)) {
    return true;
  }
  now_.captures.year = kept;
  return false;
}

}  // namespace nianbao::prose
