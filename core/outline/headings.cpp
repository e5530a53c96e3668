#include "outline/headings.hpp"

#include <algorithm>
#include <utility>

#include "outline/labelled.hpp"
#include "text/chinese_numeral.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

constexpr std::size_t kLongestHeading = 60;
constexpr std::size_t kLongestFirstSentence = 45;
constexpr int kMostSections = 30;

char32_t at(const Folded& text, std::size_t index, std::size_t to) { return index < to ? text.chars()[index] : U'\0'; }

bool is_stop(char32_t c) { return c == U'。' || c == U';' || c == U'!' || c == U'?'; }

/// 一、 and （一）, with the numeral's value; also where a sign like ㈠ stands for it.
struct Numbering {
  int level = 0;
  int ordinal = 0;
  Span number;
  std::size_t end = 0;
};

/// 第一部分.
std::optional<Numbering> read_part_number(const Folded& text, std::size_t from, std::size_t to, const Words& parts) {
  const auto numeral = read_chinese_numeral(text, from + 1);
  if (!numeral || numeral->to >= to || numeral->value < 1 || numeral->value > kMostSections) {
    return std::nullopt;
  }
  const auto part = starts_with_word(text.chars().substr(numeral->to, to - numeral->to), parts);
  const std::size_t end = numeral->to + part.size();
  return part.empty() ? std::nullopt : std::optional{Numbering{1, static_cast<int>(numeral->value), {from, end}, end}};
}

std::optional<Numbering> read_numbering(const Folded& text, std::size_t from, std::size_t to, const Words& parts) {
  if (at(text, from, to) == U'第') {
    return read_part_number(text, from, to, parts);
  }
  const bool opened = at(text, from, to) == U'(';
  const std::size_t first = from + (opened ? 1 : 0);
  const auto numeral = read_chinese_numeral(text, first);
  if (!numeral || numeral->to >= to || numeral->value < 1 || numeral->value > kMostSections) {
    return std::nullopt;
  }
  const char32_t c = at(text, numeral->to, to);
  const int ordinal = static_cast<int>(numeral->value);
  if (c == U')') {
    constexpr std::u32string_view kMore = U"、.,:";
    std::size_t end = numeral->to + 1;
    if (kMore.find(at(text, end, to)) != std::u32string_view::npos) {
      ++end;
    }
    return Numbering{2, ordinal, {from, numeral->to + 1}, end};
  }
  if (!opened && (c == U'、' || c == U'.' || c == U',' || c == U':')) {
    return Numbering{1, ordinal, {from, numeral->to}, numeral->to + 1};
  }
  return std::nullopt;
}

/// 4、 and 4. before the words of a heading; the figure tells no level. 4.5 and 4, are figures.
std::optional<Numbering> read_figure_number(const Folded& text, Span line) {
  std::size_t end = line.from;
  while (end < line.to && end - line.from < 2 && is_digit(text, end)) {
    ++end;
  }
  const char32_t c = at(text, end, line.to);
  const bool numbered = end > line.from && (c == U'、' || c == U'.') && end + 1 < line.to && !is_digit(text, end + 1);
  return numbered ? std::optional{Numbering{0, 0, {line.from, end}, end + 1}} : std::nullopt;
}

/// Numbering that is printed twice (一、一、) counts once. A longer row of it numbers nothing: it is asked at
/// each of them.
std::optional<Numbering> read_numberings(const Folded& text, std::size_t from, std::size_t to, const Words& parts) {
  constexpr int kMostRepeats = 4;
  auto numbering = read_numbering(text, from, to, parts);
  for (int i = 0; numbering && i < kMostRepeats; ++i) {
    const auto next = read_numbering(text, numbering->end, to, parts);
    if (!next || next->level != numbering->level) {
      break;
    }
    numbering->ordinal = next->ordinal;
    numbering->end = next->end;
  }
  return numbering;
}

std::size_t find_stop(const Folded& text, Span span) {
  std::size_t i = span.from;
  while (i < span.to && !is_stop(text.chars()[i])) {
    ++i;
  }
  return i;
}

std::u32string_view chars_of(const Folded& text, Span span) {
  return text.chars().substr(span.from, span.to - span.from);
}

Span trimmed_heading(const Folded& text, Span span) { return trimmed(text, span, U"、.,:", U"。;:,、"); }

/// A figure in it makes a sentence of what could be a heading; a year does not.
bool holds_figure(const Folded& text, Span span) {
  for (auto number = find_number(text, span.from, span.to); number; number = find_number(text, number->to, span.to)) {
    if (!number->chinese) {
      return true;
    }
  }
  return false;
}

/// Without the year before it: 2018年重点工作完成情况.
std::u32string_view without_year(const Folded& text, Span span) {
  if (const auto date = read_date(text, span.from); date && date->to < span.to && date->date.month == 0) {
    span.from = date->to + (text.chars()[date->to] == U'度' ? 1 : 0);
  }
  return text.chars().substr(span.from, span.to - span.from);
}

}  // namespace

std::size_t Headings::bucket(char32_t first, char32_t second) noexcept {
  return (first * 31U + second * 7U) % kBuckets;
}

Headings::Headings(const std::vector<HeadingRule>& rules, const OutlineWords& words)
    : buckets_(kBuckets, kNone), words_(words) {
  for (const auto& rule : rules) {
    for (const auto& phrase : rule.phrases) {
      if (std::u32string folded(fold(phrase).chars()); folded.size() >= 2) {
        phrases_.push_back({std::move(folded), rule.kind, kNone});
      }
    }
  }
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.folded.size() > b.folded.size(); });
  for (auto i = static_cast<std::uint32_t>(phrases_.size()); i-- > 0;) {  // the longest comes first in its bucket
    auto& first = buckets_[bucket(phrases_[i].folded[0], phrases_[i].folded[1])];
    phrases_[i].next = std::exchange(first, i);
  }
}

void Headings::match(std::u32string_view heading, HeadingLine& line) const {
  std::uint32_t best = kNone;  // the smallest index is the longest phrase
  for (std::size_t at = 0; at + 1 < heading.size(); ++at) {
    for (auto i = buckets_[bucket(heading[at], heading[at + 1])]; i < best; i = phrases_[i].next) {
      if (heading.substr(at).starts_with(phrases_[i].folded)) {
        best = i;
      }
    }
  }
  if (best != kNone) {
    line.kind = phrases_[best].kind;
    line.fit = phrases_[best].folded.size() == heading.size() ? HeadingFit::exact : HeadingFit::contains;
  }
}

std::optional<HeadingLine> Headings::read(const Folded& text, Span line, bool verbatim) const {
  HeadingLine result;
  std::size_t from = line.from;
  if (const auto numbering = read_numberings(text, line.from, line.to, words_.heading_parts)) {
    result.level = numbering->level;
    result.ordinal = numbering->ordinal;
    result.number = numbering->number;
    from = numbering->end;
  } else if (verbatim) {
    return std::nullopt;
  } else if (const auto figure = read_figure_number(text, line)) {
    result.number = figure->number;
    from = figure->end;
  }
  if (known_start(text, {from, line.to}, result)) {
    return result;
  }
  if (result.level == 0 && line.to - line.from > kLongestHeading) {
    return std::nullopt;
  }
  const std::size_t stop = find_stop(text, {from, std::min(line.to, from + kLongestHeading + 1)});
  const bool whole = line.to - from <= kLongestHeading && stop + 1 >= line.to;
  result.text = trimmed_heading(text, {from, whole ? line.to : stop});
  result.body = whole ? line.to : stop + 1;
  if (!whole && (result.level == 0 || stop - from > kLongestFirstSentence || stop >= line.to ||
                 holds_figure(text, result.text))) {
    const auto inside = result.level != 0 ? read_inside(text, line.from, line.to) : std::nullopt;
    return inside && inside->fit != HeadingFit::none ? inside : std::nullopt;
  }
  if (result.text.from >= result.text.to) {
    return std::nullopt;
  }
  match(without_year(text, result.text), result);
  const bool sentence = stop < line.to && whole;
  return is_likely(text, result, sentence, verbatim) ? std::optional{result} : std::nullopt;
}

/// Known words that text follows in the same line, behind a colon or as a statement: 总体情况：全年…,
/// 其他需要报告的事项无. Without a number only a sentence behind a colon tells that the words are a heading.
bool Headings::known_start(const Folded& text, Span span, HeadingLine& line) const {
  const auto chars = text.chars().substr(span.from, std::min(span.to - span.from, kLongestHeading));
  const auto skipped = chars.size() - without_year(text, {span.from, span.from + chars.size()}).size();
  const auto* phrase = longest_at(chars.substr(skipped));
  if (phrase == nullptr || phrase->kind == SectionKind::attachment) {
    return false;
  }
  const auto end = span.from + skipped + phrase->folded.size();
  const auto rest = text.chars().substr(end, span.to - end);
  const bool colon = rest.size() > 1 && rest.front() == U':';
  const bool sentence = rest.find(U'。') != std::u32string_view::npos;
  const bool stated = line.level != 0 && !starts_with_word(rest, words_.heading_never_starts).empty();
  const bool nothing = is_word(rest, words_.heading_never_starts);
  if (!(colon && (line.level != 0 || sentence)) && !(stated && (sentence || nothing))) {
    return false;
  }
  line.text = {span.from, end};
  line.body = end + (colon ? 1 : 0);
  line.kind = phrase->kind;
  line.fit = HeadingFit::exact;
  return true;
}

const Headings::Phrase* Headings::longest_at(std::u32string_view chars) const {
  if (chars.size() < 2) {
    return nullptr;
  }
  for (auto i = buckets_[bucket(chars[0], chars[1])]; i != kNone; i = phrases_[i].next) {
    if (chars.starts_with(phrases_[i].folded)) {
      return &phrases_[i];
    }
  }
  return nullptr;
}

bool Headings::is_likely(const Folded& text, const HeadingLine& heading, bool sentence, bool verbatim) const {
  if (verbatim) {
    return heading.fit != HeadingFit::none && !holds_figure(text, heading.text);
  }
  if (heading.level != 0) {
    return true;
  }
  const auto chars = chars_of(text, heading.text);
  const bool ends = !ends_with_word(chars, words_.heading_ends).empty();
  const bool figure = heading.number.from < heading.number.to;  // 1.行政复议 may be an item of a list
  return !sentence && starts_with_word(chars, words_.heading_never_starts).empty() &&
         ((heading.fit == HeadingFit::exact && (ends || !figure)) || (heading.fit == HeadingFit::contains && ends));
}

std::optional<std::size_t> Headings::end_inside(const Folded& text, Span span) const {
  constexpr std::size_t kShortest = 2;
  const auto chars = text.chars();
  if (const auto date = read_date(text, span.from)) {
    span.from = date->to;
  }
  for (std::size_t i = span.from; i < span.to && i - span.from <= kLongestFirstSentence; ++i) {
    const auto so_far = chars.substr(span.from, i - span.from);
    if (so_far.size() < kShortest) {
      continue;
    }
    if (is_stop(chars[i]) || chars[i] == U'(' || is_digit(text, i) || text.space_before(i)) {
      return i;
    }
    const auto rest = chars.substr(i, span.to - i);
    if (!ends_with_word(so_far, words_.heading_ends).empty() &&
        starts_with_word(rest, words_.heading_goes_on).empty() && starts_with_word(rest, words_.heading_ends).empty()) {
      return i;
    }
  }
  return span.to - span.from <= kLongestFirstSentence ? std::optional{span.to} : std::nullopt;
}

std::optional<HeadingLine> Headings::read_inside(const Folded& text, std::size_t index, std::size_t to) const {
  const auto numbering = read_numberings(text, index, to, words_.heading_parts);
  if (!numbering) {
    return std::nullopt;
  }
  const auto end = end_inside(text, {numbering->end, to});
  if (!end) {
    return std::nullopt;
  }
  HeadingLine result;
  result.level = numbering->level;
  result.ordinal = numbering->ordinal;
  result.number = numbering->number;
  result.text = {numbering->end, *end};
  result.body = *end + (*end < to && is_stop(text.chars()[*end]) ? 1 : 0);
  match(without_year(text, result.text), result);
  return result;
}

}  // namespace nianbao
