#include "blocks/wrapping.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "blocks/blanks.hpp"
#include "blocks/columns.hpp"

namespace nianbao::blocks {

namespace {

constexpr std::uint32_t kNarrowest = 30;
constexpr std::uint32_t kWidest = 200;
constexpr std::uint32_t kTolerance = 3;
// A line that is wider by more than this part of the width was not cut to it; one in so many may be.
constexpr std::uint32_t kSlack = 12;
constexpr std::size_t kWiderOnes = 10;
constexpr std::size_t kFewLines = 4;
constexpr std::size_t kEnoughLines = 5;
// A shorter line that ends without a stop is a title or a heading.
constexpr std::uint32_t kLongClause = 46;
constexpr std::uint32_t kLongSentence = 40;
constexpr std::uint32_t kShortestCut = 20;

/// Stops inside a sentence.
bool ends_open(std::string_view body) { return !one_of("。！？；：…”’）》】〉.!?;:)>*", last_character(body)); }
bool ends_in_comma(std::string_view body) { return one_of("，、,", last_character(body)); }

std::uint32_t width_of(const Line& line, Measure measure) {
  const auto is_first = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
  return measure == Measure::columns
             ? line.edge
             : line.indent +
                   2 * static_cast<std::uint32_t>(std::count_if(line.body.begin(), line.body.end(), is_first));
}

bool is_full(const Line& line, const Wrapping& wrapping) {
  return width_of(line, wrapping.measure) + std::max(4U, wrapping.width / kSlack) >= wrapping.width;
}

bool is_prose(const Line& line) {
  return line.kind == LineKind::prose || (line.kind == LineKind::short_text && line.edge >= kNarrowest);
}

bool is_chinese_digit(std::string_view one) { return one.size() == 3 && one_of("一二三四五六七八九十", one); }

/// Ends with a figure set apart, or has cells between pipes: a row of a table, if others follow.
bool is_like_row(std::string_view body) {
  if (body.find(" | ") != std::string_view::npos) {
    return true;
  }
  const auto figures = body.find_last_not_of("0123456789.,+-");
  const auto blank = body.find_first_of(" \t", figures == std::string_view::npos ? 0 : figures);
  return blank == figures && blank != std::string_view::npos && blank + 1 < body.size();
}

bool is_cell_without_words(std::string_view body) {
  return body.find_first_not_of("0123456789.,+-") == std::string_view::npos || only_dashes(body);
}

/// Cells that lost the blanks between them: 属于国家秘密0149002245.
bool ends_in_run(std::string_view body) {
  constexpr std::size_t kFewestDigits = 5;
  const auto last = body.find_last_not_of("0123456789");
  return last != std::string_view::npos && body.size() - last > kFewestDigits;
}

/// A label, not a line of a sentence.
bool is_like_label(std::string_view body) {
  constexpr std::array<std::string_view, 4> kStops{"，", "。", "；", ","};
  return std::none_of(kStops.begin(), kStops.end(),
                      [&](std::string_view stop) { return body.find(stop) != std::string_view::npos; });
}

/// Cells of a table, one or several to a line, though the line is as long as those of the text.
bool are_cells(const Line& last, const Line& next) {
  const bool row_ends = is_like_row(last.body) && (is_like_row(next.body) || begins_item(next.body));
  const bool label_ends = is_like_label(last.body) || ends_in_run(last.body);
  return row_ends || is_cell_without_words(next.body) ||
         (label_ends && (begins_item(next.body) || ends_in_run(next.body)));
}

bool continues_wrapped(const Line& last, const Line& next, const Gap& gap, const Wrapping& wrapping) {
  if (gap.blank_lines > 0 && !gap.page_break) {
    return false;
  }
  if (are_cells(last, next)) {
    return false;
  }
  if (!is_full(last, wrapping)) {
    return ends_in_comma(last.body) && !begins_item(next.body) && !gap.page_break;
  }
  // A page shifts all its lines; elsewhere a line set in begins a paragraph.
  if (!gap.page_break && next.indent > last.indent + 1) {
    return false;
  }
  return ends_open(last.body) || !begins_item(next.body);
}

/// A title or quotation begun in the one line and ended in the next.
bool bracket_spans(std::string_view last, std::string_view next) {
  constexpr std::array<std::array<std::string_view, 2>, 3> kPairs = {{{"《", "》"}, {"“", "”"}, {"（", "）"}}};
  return std::any_of(kPairs.begin(), kPairs.end(), [&](const auto& pair) {
    const auto open = last.rfind(pair[0]);
    const auto closed = last.rfind(pair[1]);
    const bool is_open = open != std::string_view::npos && (closed == std::string_view::npos || closed < open);
    return is_open && next.find(pair[1]) < next.find(pair[0]);
  });
}

/// Stops inside a sentence, as where a page ends; and is not a heading, which has no full stop.
bool stops_short(const Line& line) {
  if (ends_in_comma(line.body)) {
    return line.edge >= kShortestCut;
  }
  if (!ends_open(line.body)) {
    return false;
  }
  const auto holds = [&](std::string_view one) { return line.body.find(one) != std::string_view::npos; };
  return (holds("。") && line.edge >= kLongSentence) ||
         ((holds("，") || holds(",")) && line.edge >= kLongClause && !begins_item(line.body));
}

/// 出台文件8 / 件。: a figure and its unit, cut apart.
bool cuts_off_unit(const Line& last, const Line& next, const Gap& gap) {
  constexpr std::size_t kLongestUnit = 6;  // bytes of two characters
  const auto digit = last.body.back() >= '0' && last.body.back() <= '9';
  const auto stop = next.body.find_first_of("\xEF\xE3");  // ，；。、 begin so
  return gap.blank_lines == 0 && digit && !is_cell_without_words(last.body) && !begins_item(next.body) &&
         stop != std::string_view::npos && stop > 0 && stop <= kLongestUnit &&
         one_of("，。；、", next.body.substr(stop, 3)) && next.body.find_first_of("0123456789") >= stop;
}

/// A clause, though it ends as a row of a table might.
bool is_clause(const Line& line) {
  return line.kind == LineKind::prose ||
         (line.kind == LineKind::short_text && line.body.find("，") != std::string_view::npos);
}

bool cut_by_page(const Line& last, const Line& next, const Gap& gap) {
  return gap.blank_lines <= 1 && is_clause(next) &&
         (stops_short(last) ? !begins_item(next.body) : ends_open(last.body) && bracket_spans(last.body, next.body));
}

std::size_t lines_between(const std::array<std::uint32_t, kWidest + 1>& counts, std::uint32_t from, std::uint32_t to) {
  return std::accumulate(counts.begin() + std::min(from, kWidest + 1), counts.begin() + to + 1, std::size_t{0});
}

Wrapping measured(const std::vector<Line>& lines, Measure measure) {
  std::array<std::uint32_t, kWidest + 1> counts{};
  std::size_t total = 0;
  for (const auto& line : lines) {
    if (is_prose(line)) {
      ++total;
      ++counts[std::min(width_of(line, measure), kWidest)];
    }
  }
  Wrapping best{false, 0, measure};
  std::size_t most = 0;
  for (std::uint32_t width = kNarrowest; width + kTolerance < kWidest; ++width) {
    const auto near = lines_between(counts, width - kTolerance, width + kTolerance);
    if (near > most) {
      most = near;
      best.width = width;
    }
  }
  const auto wider = lines_between(counts, best.width + kTolerance + best.width / kSlack + 1, kWidest);
  const bool mostly = most >= kFewLines && most * 2 >= total;
  best.hard = (mostly || (most >= kEnoughLines && most * 10 >= total * 3)) && wider * kWiderOnes <= total;
  return best;
}

}  // namespace

Wrapping measure(const std::vector<Line>& lines) {
  const auto by_columns = measured(lines, Measure::columns);
  return by_columns.hard ? by_columns : measured(lines, Measure::characters);
}

bool begins_item(std::string_view body) {
  while (body.starts_with('*')) {
    body.remove_prefix(1);
  }
  if (chinese_number(body) != 0) {
    return true;
  }
  const std::size_t bracket = body.starts_with("（") ? 3 : body.starts_with("(") ? 1 : 0;
  body.remove_prefix(bracket);
  if (is_chinese_digit(body.substr(0, 3))) {
    const auto next = body.substr(3);
    return bracket > 0 || next.starts_with("是") || next.starts_with("要");
  }
  const auto digits = std::min(body.find_first_not_of("0123456789"), body.size());
  if (digits == 0 || digits > 2) {
    return false;
  }
  const auto next = body.substr(digits);
  const bool closed = bracket > 0 && (next.starts_with("）") || next.starts_with(")"));
  const bool point = next.size() > 1 && next.front() == '.' && (next[1] < '0' || next[1] > '9');
  return closed || point || next.starts_with("、") || next.starts_with("．");
}

bool continues(const Line& last, const Line& next, const Gap& gap, const Wrapping& wrapping) {
  if (cuts_off_unit(last, next, gap)) {
    return true;
  }
  return wrapping.hard ? continues_wrapped(last, next, gap, wrapping) : cut_by_page(last, next, gap);
}

}  // namespace nianbao::blocks
