#include "blocks/lines.hpp"

#include <algorithm>

#include "blocks/blanks.hpp"
#include "blocks/columns.hpp"

namespace nianbao::blocks {

namespace {

constexpr std::uint32_t kTab = 4;

std::uint32_t indent_of(std::string_view raw, std::string_view body) {
  const auto front = raw.substr(0, static_cast<std::size_t>(body.data() - raw.data()));
  const auto tabs = static_cast<std::uint32_t>(std::count(front.begin(), front.end(), '\t'));
  return static_cast<std::uint32_t>(columns_of(front)) + tabs * (kTab - 1);
}

Line make_line(std::string_view raw, std::uint32_t number, std::uint32_t page) {
  Line line;
  line.raw = raw;
  line.body = trim(raw);
  line.number = number;
  line.page = page;
  line.indent = line.body.empty() ? 0 : indent_of(raw, line.body);
  line.edge = line.indent + static_cast<std::uint32_t>(columns_of(line.body));
  line.kind = kind_of(line);
  return line;
}

/// Below `规章|3|0` a pipe at the beginning has an empty cell in front of it.
bool continues_open_rows(const Line& above, const Line& line) {
  return line.kind == LineKind::row && is_pipe_row(line) && !line.body.ends_with('|') && !is_pipe_row(above) &&
         above.body.find('|') != std::string_view::npos;
}

/// The number that is all a line has; 0 if it has more, or no number of pages.
std::uint32_t bare_number(const Line& line) {
  constexpr std::size_t kMostDigits = 3;
  const bool digits = !line.body.empty() && line.body.size() <= kMostDigits &&
                      std::all_of(line.body.begin(), line.body.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? static_cast<std::uint32_t>(std::stoul(std::string(line.body))) : 0;
}

/// The last line with words of each page.
std::vector<Line*> ends_of_pages(std::vector<Line>& lines) {
  std::vector<Line*> ends;
  for (auto& line : lines) {
    const bool same = !ends.empty() && ends.back()->page == line.page;
    if (!line.body.empty() && same) {
      ends.back() = &line;
    } else if (!line.body.empty()) {
      ends.push_back(&line);
    }
  }
  return ends;
}

/// Bare numbers that count the pages at the end of each: a figure of a table may be the last line of one page, but
/// does not count them. The last page may have none.
void mark_page_numbers(std::vector<Line>& lines) {
  constexpr std::size_t kLeastPages = 2;
  auto ends = ends_of_pages(lines);
  if (!ends.empty() && bare_number(*ends.back()) == 0) {
    ends.pop_back();
  }
  const auto counts = [&](const Line* line) {
    const auto number = bare_number(*line);
    return number != 0 && number + ends.front()->page == bare_number(*ends.front()) + line->page;
  };
  if (ends.size() >= kLeastPages && std::all_of(ends.begin(), ends.end(), counts)) {
    for (auto* line : ends) {
      line->kind = LineKind::page_number;
    }
  }
}

Error exceeded(std::string_view zh, std::string_view unit, std::string_view en, std::uint64_t found,
               std::uint64_t limit) {
  const auto number = std::to_string(found);
  const auto most = std::to_string(limit);
  return {ErrorKind::input,
          "text-too-large",
          {std::string(zh) + number + std::string(unit) + "，超过上限" + most + std::string(unit) + "。",
           "The file has " + number + " " + std::string(en) + ", more than the limit of " + most + "."},
          "",
          {"一份年报不会这么大；多份年报请分成多个文件。",
           "No report is that large; put several reports into files of their own."}};
}

}  // namespace

Result<void> check_amount(std::string_view text, const Limits& limits) {
  if (text.size() > limits.text_bytes) {
    return exceeded("文字有", "字节", "bytes of text", text.size(), limits.text_bytes);
  }
  // A paragraph may be cut into several lines.
  const auto most_lines = 4 * std::uint64_t{limits.blocks};
  const auto lines = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n') +
                                                std::count(text.begin(), text.end(), '\r'));
  return lines > most_lines ? exceeded("文件有", "行", "lines", lines, most_lines) : Result<void>();
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  constexpr std::size_t kUsualLine = 80;  // bytes
  lines.reserve(text.size() / kUsualLine + 8);
  const bool returns = text.find('\r') != std::string_view::npos;
  std::uint32_t page = text.find('\f') == std::string_view::npos ? 0 : 1;
  std::uint32_t number = 0;
  std::size_t from = 0;
  while (from < text.size()) {
    auto to = returns ? text.find_first_of("\r\n", from) : text.find('\n', from);
    to = to == std::string_view::npos ? text.size() : to;
    auto raw = text.substr(from, to - from);
    while (raw.starts_with('\f')) {
      raw.remove_prefix(1);
      ++page;
    }
    lines.push_back(make_line(raw, ++number, page));
    if (number > 1 && continues_open_rows(lines[lines.size() - 2], lines.back())) {
      lines.back().kind = LineKind::figures;
    }
    const bool both = to + 1 < text.size() && text[to] == '\r' && text[to + 1] == '\n';
    from = to + (both ? 2 : 1);
  }
  if (page > 1) {
    mark_page_numbers(lines);
  }
  return lines;
}

}  // namespace nianbao::blocks
