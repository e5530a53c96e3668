#include "blocks/columns.hpp"

#include <algorithm>
#include <array>

#include "blocks/blanks.hpp"
#include "blocks/open_pipes.hpp"

namespace nianbao::blocks {

bool only_dashes(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += character_at(text, i)) {
    const auto one = text.substr(i, character_at(text, i));
    if (one != "-" && one != "—" && one != "–" && one != "－" && one != "/" && one != "／" && one != "─") {
      return false;
    }
  }
  return !text.empty();
}

namespace {

// A longer line is prose whatever it looks like.
constexpr std::uint32_t kWidestRow = 240;
constexpr std::uint32_t kWidestLabel = 110;
constexpr std::size_t kLongestUnit = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of the digit at the offset, full-width ones too; 0 if none stands there.
std::size_t digit_at(std::string_view text, std::size_t offset) {
  if (is_digit(text[offset])) {
    return 1;
  }
  const auto rest = text.substr(offset);
  return rest.size() >= 3 && rest.starts_with("\xEF\xBC") && static_cast<unsigned char>(rest[2]) >= 0x90 &&
                 static_cast<unsigned char>(rest[2]) <= 0x99
             ? 3
             : 0;
}

/// 条, （期）, 万元, %: what may stand after the digits of a figure.
bool is_unit(std::string_view text) {
  text = trim(text);
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); i += character_at(text, i)) {
    if (digit_at(text, i) != 0) {
      return false;
    }
    ++characters;
  }
  const bool bracketed = text.starts_with("（") || text.starts_with('(');
  return characters <= kLongestUnit + (bracketed ? 2 : 0);
}

/// A figure as a table's cell holds it.
bool is_figure(std::string_view part) {
  if (only_dashes(part)) {
    return true;
  }
  std::size_t i = part.starts_with('+') || part.starts_with('-') ? 1 : 0;
  std::size_t digits = 0;
  while (i < part.size()) {
    const auto size = digit_at(part, i);
    if (size == 0 && !(digits > 0 && (part[i] == '.' || part[i] == ','))) {
      break;
    }
    digits += static_cast<std::size_t>(size != 0);
    i += std::max<std::size_t>(size, 1);
  }
  return digits > 0 && is_unit(part.substr(i));
}

/// Digits, a point and a sign only: what may stand beside others with one blank between them.
bool is_bare_figure(std::string_view token) {
  const auto last = token.size() - std::min<std::size_t>(3, token.size());
  return only_dashes(token) || (is_figure(token) && (is_digit(token.back()) || digit_at(token, last) == 3));
}

bool has_sentence(std::string_view body) {
  constexpr std::size_t kLongLabel = 66;  // bytes: 22 Han
  return (body.size() > kLongLabel && body.ends_with("、")) || body.find("。") != std::string_view::npos ||
         body.ends_with("；") || body.ends_with("，") || body.ends_with("！");
}

/// The parts of a line between runs of `least` or more columns of blanks.
std::vector<std::string_view> parts_of(std::string_view body, std::size_t least) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  std::size_t i = 0;
  while (i < body.size()) {
    const auto gap = i;
    std::size_t columns = 0;
    while (i < body.size() && blank_at(body, i) != 0) {
      const auto size = blank_at(body, i);
      columns += size == 1 ? 1 : 2;
      i += size;
    }
    if (columns >= least) {
      parts.push_back(body.substr(start, gap - start));
      start = i;
    }
    i += i < body.size() ? character_at(body, i) : 0;
  }
  parts.push_back(body.substr(start));
  return parts;
}

/// A figure ends in a digit or a dash; most lines are told by their last character.
bool may_end_in_figure(std::string_view body) {
  auto start = body.size() - 1;
  while (start > 0 && (static_cast<unsigned char>(body[start]) & 0xC0U) == 0x80) {
    --start;
  }
  return digit_at(body, start) != 0 || only_dashes(body.substr(start));
}

/// 规章 0 0 0, 行政许可 550: a label and figures with single blanks, as a PDF's text comes out.
bool ends_in_figures(std::string_view body) {
  if (!may_end_in_figure(body)) {
    return false;
  }
  const auto tokens = parts_of(body, 1);
  const auto figures = std::find_if_not(tokens.rbegin(), tokens.rend(), is_bare_figure) - tokens.rbegin();
  return figures >= 2 || (figures == 1 && tokens.size() == 2);
}

bool has_wide_gap(std::string_view body) {
  return body.find("  ") != std::string_view::npos || body.find("\xE3\x80\x80") != std::string_view::npos ||
         body.find("\xC2\xA0") != std::string_view::npos;
}

LineKind spaced_kind(const Line& line) {
  const bool pipes = line.body.find('|') != std::string_view::npos;
  const auto parts = pipes                     ? parts_between_pipes(line.body)
                     : has_wide_gap(line.body) ? parts_of(line.body, 2)
                                               : std::vector<std::string_view>();
  if (parts.size() < 2 || std::all_of(parts.begin(), parts.end(), is_labelled_value)) {
    return ends_in_figures(line.body) ? LineKind::figures : LineKind::short_text;
  }
  return std::any_of(parts.begin() + 1, parts.end(), is_figure) || std::all_of(parts.begin(), parts.end(), is_figure)
             ? LineKind::figures
             : LineKind::columns;
}

/// # 标题; also #标题, as it is often typed.
bool is_heading(std::string_view body) {
  const auto level = body.find_first_not_of('#');
  return level != std::string_view::npos && level >= 1 && level <= 6 &&
         (blank_at(body, level) != 0 || static_cast<unsigned char>(body[level]) >= 0xE3);
}

/// - 3 -, — 12 —, －4－
bool is_page_number(std::string_view body) {
  if (body.size() > 16) {
    return false;
  }
  const auto tokens = body;
  std::size_t i = 0;
  std::array<bool, 3> seen{};  // dash, digits, dash
  while (i < tokens.size()) {
    const auto size = character_at(tokens, i);
    const auto one = tokens.substr(i, size);
    if (only_dashes(one)) {
      seen[seen[1] ? 2 : 0] = true;
    } else if (digit_at(tokens, i) != 0 && seen[0] && !seen[2]) {
      seen[1] = true;
    } else if (blank_at(tokens, i) == 0) {
      return false;
    }
    i += size;
  }
  return seen[0] && seen[1] && seen[2];
}

/// `3 行政规范性文件`: where one row ended and the next began, in a line that holds several.
bool is_seam(std::string_view cell) {
  if (cell.empty() || (cell.front() != '+' && !may_end_in_figure(cell.substr(0, character_at(cell, 0))))) {
    return false;  // as every label
  }
  const auto tokens = parts_of(cell, 1);
  return tokens.size() >= 2 && is_bare_figure(tokens.front()) && !is_unit(tokens[1]) && !is_figure(tokens[1]);
}

/// Rows that lost their line breaks are a text: the tabs between their cells tell no columns.
bool holds_several_rows(const Line& line) {
  constexpr std::ptrdiff_t kFewest = 2;
  std::vector<std::string_view> cells;
  append_cells(line, cells);
  return std::count_if(cells.begin(), cells.end(), is_seam) >= kFewest;
}

bool is_row(const Line& line) {
  if (is_pipe_row(line)) {
    return true;
  }
  // Tabs before the text alone may be an indent.
  const auto text = line.raw.find_first_not_of('\t');
  return text == std::string_view::npos
             ? line.raw.size() > 1
             : line.raw.find('\t', text) != std::string_view::npos && !holds_several_rows(line);
}

}  // namespace

bool is_pipe_row(const Line& line) {
  return line.body.size() >= 3 && line.body.front() == '|' && line.body.find('|', 1) != std::string_view::npos;
}

bool is_pipe_rule(const Line& line) {
  return is_pipe_row(line) && line.body.find_first_not_of("|-: \t") == std::string_view::npos &&
         line.body.find('-') != std::string_view::npos;
}

void append_cells(const Line& line, std::vector<std::string_view>& cells) {
  const bool pipes = is_pipe_row(line);
  const char separator = pipes ? '|' : '\t';
  auto text = pipes ? line.body.substr(1) : line.raw;
  if (pipes && text.ends_with('|') && !text.ends_with("\\|")) {
    text.remove_suffix(1);
  }
  for (std::size_t from = 0;;) {
    auto to = text.find(separator, from);
    while (pipes && to != std::string_view::npos && to > 0 && text[to - 1] == '\\') {
      to = text.find(separator, to + 1);
    }
    cells.push_back(trim(text.substr(from, to - from)));
    if (to == std::string_view::npos) {
      return;
    }
    from = to + 1;
  }
}

bool is_labelled_value(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); i += character_at(text, i)) {
    const auto one = text.substr(i, character_at(text, i));
    depth += static_cast<int>(one == "（" || one == "(") - static_cast<int>(one == "）" || one == ")");
    if (depth <= 0 && i > 0 && (one == "：" || one == ":")) {
      return true;
    }
  }
  return false;
}

bool is_lone_tab(const Line& line) {
  return line.raw.starts_with('\t') && std::count(line.raw.begin(), line.raw.end(), '\t') == 1;
}

int chinese_number(std::string_view body) {
  constexpr std::array<std::string_view, 10> kDigits = {"十", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  int value = 0;
  std::size_t i = 0;
  for (int length = 0; length < 3 && i + 3 <= body.size(); ++length, i += 3) {
    const auto digit = std::find(kDigits.begin(), kDigits.end(), body.substr(i, 3));
    if (digit == kDigits.end()) {
      break;
    }
    const auto found = static_cast<int>(digit - kDigits.begin());
    value = found == 0 ? std::max(value, 1) * 10 : value + found;
  }
  const auto rest = body.substr(i);
  return rest.starts_with("、") || rest.starts_with("．") || rest.starts_with(".") ? value : 0;
}

bool is_row_of_figures(const Line& line) {
  if (line.kind != LineKind::figures || line.body.empty() ||
      !may_end_in_figure(line.body.substr(0, character_at(line.body, 0)))) {
    return false;
  }
  const auto tokens = parts_of(line.body, 1);
  return tokens.size() >= 4 && std::all_of(tokens.begin(), tokens.end(), is_bare_figure);
}

LineKind kind_of(const Line& line) {
  if (is_lone_tab(line)) {
    return line.edge <= kWidestLabel && !has_sentence(line.body) ? LineKind::figures : LineKind::prose;
  }
  if (line.body.empty()) {
    return is_row(line) && line.raw.find('\t') != std::string_view::npos ? LineKind::row : LineKind::blank;
  }
  if (is_heading(line.body)) {
    return LineKind::heading;
  }
  if (is_page_number(line.body)) {
    return LineKind::page_number;
  }
  if (is_row(line)) {
    return LineKind::row;
  }
  if (line.edge > kWidestRow || has_sentence(line.body)) {
    return LineKind::prose;
  }
  const auto kind = spaced_kind(line);
  return kind == LineKind::short_text && line.edge > kWidestLabel ? LineKind::prose : kind;
}

}  // namespace nianbao::blocks
