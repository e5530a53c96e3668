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

}  // namespace

Result<void> check_line_count(std::string_view text) {
  constexpr std::ptrdiff_t kMostLines = 1000000;
  if (text.size() <= static_cast<std::size_t>(kMostLines)) {
    return {};
  }
  const auto count = std::count(text.begin(), text.end(), '\n') + std::count(text.begin(), text.end(), '\r');
  if (count <= kMostLines) {
    return {};
  }
  const auto limit = std::to_string(kMostLines);
  return Error{ErrorKind::input,
               "too-many-lines",
               {"文件有" + std::to_string(count) + "行，超过上限" + limit + "行。",
                "The file has " + std::to_string(count) + " lines, more than the limit of " + limit + "."},
               "",
               {"请确认文件确为一份年报。", "Check that the file is a single report."}};
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
    const bool both = to + 1 < text.size() && text[to] == '\r' && text[to + 1] == '\n';
    from = to + (both ? 2 : 1);
  }
  return lines;
}

}  // namespace nianbao::blocks
