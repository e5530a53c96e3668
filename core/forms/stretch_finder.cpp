#include "forms/stretch_finder.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <nianbao/sdk/text.hpp>

#include "forms/blanks.hpp"
#include "text/chinese_numeral.hpp"

namespace nianbao::forms {
namespace {

struct Character {
  char32_t c = 0;
  std::uint32_t bytes = 1;
};

/// The character that begins at this byte; full-width forms as ASCII.
Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::uint32_t bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes == 1 || at + bytes > text.size()) {
    return {lead, 1};
  }
  char32_t c = lead & (0xFFU >> (bytes + 1));
  for (std::uint32_t i = 1; i < bytes; ++i) {
    c = (c << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  constexpr char32_t kFullWidth = 0xFEE0;
  const bool full_width = c > 0xFF00 && c < 0xFF5F;
  return {full_width ? c - kFullWidth : c == 0x3000 || c == 0xA0 ? U' ' : c, bytes};
}

bool take_end(std::string_view& text, std::string_view end) {
  const bool there = text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
  text.remove_suffix(there ? end.size() : 0);
  return there;
}

/// Bytes of the number of a label, (一) or 1, as it may be printed at the end of a text; 0 if it is not there.
std::uint32_t numbering_at_end(std::string_view text, std::string_view number) {
  struct Marks {
    std::string_view open;
    std::string_view close;
  };
  constexpr std::array<Marks, 2> kBrackets = {{{"（", "）"}, {"(", ")"}}};
  constexpr std::array<Marks, 3> kPoints = {{{"", "."}, {"", "、"}, {"", "．"}}};
  const bool bracketed = number.front() == '(';
  const auto inner = bracketed ? number.substr(1, number.size() - 2) : number;
  for (const auto& [open, close] : bracketed ? std::span<const Marks>(kBrackets) : std::span<const Marks>(kPoints)) {
    auto rest = text;
    if (take_end(rest, close) && take_end(rest, inner) && take_end(rest, open)) {
      return static_cast<std::uint32_t>(text.size() - rest.size());
    }
  }
  return 0;
}

bool is_one_of(std::u32string_view any, char32_t c) { return any.find(c) != std::u32string_view::npos; }

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// As match_key sees it: letters, digits and Chinese characters.
bool is_word(char32_t c) {
  if (c < 0x80) {
    return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  }
  const bool punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F && c != U'〇') || c == U'·';
  return !punctuation;
}

}  // namespace

std::vector<GluedStretch> StretchFinder::run() {
  std::vector<GluedStretch> found;
  if (std::none_of(line_.begin(), line_.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return found;
  }
  read_characters();
  find_anchors();
  for (std::size_t first = 0; first < anchors_.size();) {
    auto last = first;
    while (last + 1 < anchors_.size() && gap(anchors_[last].to, anchors_[last + 1].from).table) {
      ++last;
    }
    take(first, last, found);
    first = last + 1;
  }
  return found;
}

void StretchFinder::read_characters() {
  constexpr std::size_t kBytesOfCharacter = 3;
  words_.reserve(line_.size() / kBytesOfCharacter + 1);
  bytes_.reserve(words_.capacity() + 1);
  for (std::size_t at = 0; at < line_.size();) {
    const auto character = character_at(line_, at);
    if (is_word(character.c)) {
      words_.push_back(character.c);
      bytes_.push_back(static_cast<std::uint32_t>(at));
    }
    at += character.bytes;
  }
  bytes_.push_back(static_cast<std::uint32_t>(line_.size()));
}

void StretchFinder::find_anchors() {
  std::uint32_t low = 0;
  for (std::size_t i = 0; i < words_.size();) {
    const auto* entry = lexicon_.longest_at(words_.data() + i, words_.size() - i);
    if (entry == nullptr) {
      ++i;
      continue;
    }
    Anchor anchor;
    anchor.from = before_numbering(low, bytes_[i], entry->numbers);
    i += entry->key.size();
    const auto last = bytes_[i - 1];
    anchor.to = behind_remark(last + character_at(line_, last).bytes);
    low = anchor.to;
    anchors_.push_back(anchor);
    while (i < words_.size() && bytes_[i] < anchor.to) {
      ++i;
    }
  }
}

/// Behind brackets and quotation marks that belong to the label: 部分公开（区分处理的，只计这一情形…）.
std::uint32_t StretchFinder::behind_remark(std::uint32_t at) const {
  constexpr std::size_t kLongest = 240;
  while (at < line_.size() && is_one_of(U"”\"’:、 ", character_at(line_, at).c)) {
    at += character_at(line_, at).bytes;
  }
  if (at >= line_.size() || character_at(line_, at).c != U'(') {
    return at;
  }
  for (auto end = at; end < line_.size() && end - at < kLongest;) {
    const auto character = character_at(line_, end);
    end += character.bytes;
    if (character.c == U')') {
      // （一）, （六） number what follows; （单位：万元） explains what is in front.
      constexpr std::uint32_t kNumbering = 9;
      return end - at > kNumbering ? end : at;
    }
  }
  return at;
}

/// Where the numbering of a label begins: of `2069121062.网上` it is `2.`, for the form prints that.
std::uint32_t StretchFinder::before_numbering(std::uint32_t low, std::uint32_t at,
                                              const std::vector<std::string>& numbers) const {
  const auto label = at;
  for (auto blank = blank_before(line_, at).bytes; blank > 0 && at >= low + blank;
       blank = blank_before(line_, at).bytes) {
    at -= static_cast<std::uint32_t>(blank);
  }
  const auto before = line_.substr(low, at - low);
  const auto ends_with = [&](std::string_view end) {
    return before.size() >= end.size() && before.substr(before.size() - end.size()) == end;
  };
  // 2018年度 is a header.
  if (character_at(line_, at).c == U'年') {
    auto from = at;
    while (from > low && line_[from - 1] >= '0' && line_[from - 1] <= '9') {
      --from;
    }
    return from;
  }
  for (const auto& number : numbers) {
    if (const auto printed = numbering_at_end(before, number); printed != 0) {
      return at - printed;
    }
  }
  // （本列数据的勾稽关系为… is a label in brackets.
  for (const std::string_view open : {"（", "("}) {
    if (ends_with(open)) {
      return at - static_cast<std::uint32_t>(open.size());
    }
  }
  for (const std::string_view mark : {".", "、", "．"}) {
    if (ends_with(mark) && before.size() > mark.size()) {
      const char digit = before[before.size() - mark.size() - 1];
      return digit >= '0' && digit <= '9' ? at - static_cast<std::uint32_t>(mark.size()) - 1 : label;
    }
  }
  return label;
}

std::uint32_t StretchFinder::behind_unit(std::uint32_t at) const {
  constexpr int kLongest = 3;
  auto best = at;
  auto end = at;
  for (int i = 0; i < kLongest && end < line_.size(); ++i) {
    end += character_at(line_, end).bytes;
    best = vocabulary_.is_unit(line_.substr(at, end - at)) ? end : best;
  }
  return best;
}

StretchFinder::Gap StretchFinder::gap(std::uint32_t from, std::uint32_t to) const {
  constexpr std::uint32_t kMostWords = 24;
  constexpr std::uint32_t kUnit = 4;  // words that may stand before the figures of the last label
  Gap gap;
  gap.end = from;
  std::uint32_t open = 0;
  bool closed = false;
  char32_t before = 0;
  for (auto at = from; at < to && gap.table;) {
    const auto character = character_at(line_, at);
    at += character.bytes;
    if (character.c == U'(' || character.c == U')') {
      open = character.c == U'(' ? open + 1 : open - (open > 0 ? 1 : 0);
    } else if (open > 0) {
      continue;  // an explanation may hold anything
    } else if (is_digit(character.c)) {
      gap.figures = gap.figures || !closed;
      gap.end = closed ? gap.end : at;
    } else if (character.c == U'、') {
      gap.table = !gap.figures || is_one_of(kChineseOrdinals, before);  // 121件、转 is a sentence, 四、结转 is not
    } else if (is_one_of(U"。;!?,“”《》", character.c)) {
      gap.table = character.c == U',' && is_digit(before);  // 1,234
    } else if (is_word(character.c)) {
      closed = closed || gap.figures || ++gap.words > kUnit;
      gap.words += closed ? 1 : 0;
    }
    before = character.c;
  }
  gap.table = gap.table && gap.words <= kMostWords;
  return gap;
}

/// A line that is labels, a unit and figures and nothing else.
bool StretchFinder::is_whole_row(std::size_t first, std::size_t last) const {
  constexpr std::uint32_t kAmong = 12;  // bytes in front of the label: 其中：
  if (first != 0 || last + 1 != anchors_.size() || anchors_[first].from > kAmong) {
    return false;
  }
  for (auto i = first; i < last; ++i) {
    const auto between = gap(anchors_[i].to, anchors_[i + 1].from);
    if (between.figures || between.words != 0) {
      return false;
    }
  }
  auto figures = behind_unit(anchors_[last].to);
  const auto rest = gap(figures, static_cast<std::uint32_t>(line_.size()));
  return rest.table && rest.figures && is_digit(character_at(line_, figures).c) &&
         behind_unit(rest.end) == line_.size();
}

std::uint32_t StretchFinder::end_of_gap(std::size_t anchor) const {
  return anchor + 1 < anchors_.size() ? anchors_[anchor + 1].from : static_cast<std::uint32_t>(line_.size());
}

void StretchFinder::take(std::size_t first, std::size_t last, std::vector<GluedStretch>& found) const {
  constexpr std::size_t kLeastLabels = 6;
  constexpr std::size_t kLeastFigures = 3;
  // What follows the last figure is no part of the table, even if it names labels.
  while (last > first && !gap(anchors_[last].to, end_of_gap(last)).figures) {
    --last;
  }
  GluedStretch stretch;
  std::size_t figures = 0;
  for (auto i = first; i <= last; ++i) {
    const bool end = i == last;
    const auto next = end_of_gap(i);
    const auto between = gap(anchors_[i].to, next);
    // Behind the last label only its figures belong to the table.
    const auto to = end ? (between.figures ? behind_unit(between.end) : anchors_[i].to) : next;
    stretch.parts.push_back({anchors_[i].from, anchors_[i].to, true});
    if (to > anchors_[i].to) {
      stretch.parts.push_back({anchors_[i].to, to, false});
    }
    figures += between.figures ? 1 : 0;
  }
  const bool table = last - first + 1 >= kLeastLabels && figures >= kLeastFigures;
  if (table || is_whole_row(first, last)) {
    stretch.from = stretch.parts.front().from;
    stretch.to = stretch.parts.back().to;
    found.push_back(std::move(stretch));
  }
}

}  // namespace nianbao::forms
