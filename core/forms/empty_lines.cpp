#include "forms/empty_lines.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao::forms {
namespace {

/// Empty lines that stand between any two lines of cells; the last line may have any number under it.
std::uint32_t lines_between(const Rows& rows) {
  constexpr std::uint32_t kMostWords = 2;
  constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  std::uint32_t fewest = kNone;
  for (std::size_t i = 0; i + 1 < rows.rows.size(); ++i) {
    const auto& row = rows.rows[i];
    const bool cell = row.layout == Layout::text && !row.prose && row.last - row.first <= kMostWords;
    fewest = cell ? std::min(fewest, row.empty_lines) : fewest;
  }
  return fewest == kNone ? 0 : fewest;
}

}  // namespace

EmptyLines::EmptyLines(const Rows& rows, const TemplateForm& form) : rows_(rows) {
  const bool any = std::any_of(rows.rows.begin(), rows.rows.end(), [](const Row& row) { return row.empty_lines != 0; });
  for (const auto& block : form.blocks) {
    if (!any || block.value_columns() != block.columns.size()) {
      widths_.clear();
      return;
    }
    widths_.push_back(block.columns.size());
  }
  std::sort(widths_.begin(), widths_.end());
  widths_.erase(std::unique(widths_.begin(), widths_.end()), widths_.end());
  between_ = lines_between(rows);
}

std::uint32_t EmptyLines::under(std::uint32_t row) const {
  const auto lines = rows_.rows[row].empty_lines;
  return lines <= between_ || (lines - between_) % (between_ + 1) != 0 ? 0 : (lines - between_) / (between_ + 1);
}

bool EmptyLines::is_whole(const Line& line, std::size_t cells) const {
  return line.width != 0 ? cells == line.width : std::binary_search(widths_.begin(), widths_.end(), cells);
}

bool EmptyLines::is_empty_row(std::uint32_t row, std::size_t width) const {
  constexpr std::size_t kLeast = 3;  // one or two lines may stand for anything
  const auto cells = width != 0 ? width : only_width();
  return cells >= kLeast && under(row) >= cells;
}

void EmptyLines::append(std::vector<std::uint32_t>& figures, std::uint32_t row, std::size_t count) const {
  const auto first = figures.size();
  figures.resize(first + count);
  std::iota(figures.begin() + static_cast<std::ptrdiff_t>(first), figures.end(), rows_.rows[row].last);
}

std::vector<std::uint32_t> EmptyLines::empty_row(std::uint32_t row, std::size_t width) const {
  std::vector<std::uint32_t> figures;
  append(figures, row, width != 0 ? width : only_width());
  return figures;
}

/// The figures with the empty lines between them.
std::vector<std::uint32_t> EmptyLines::filled(const Line& line) const {
  std::vector<std::uint32_t> figures;
  auto row = line.label_row;
  for (const auto& cell : line.figures) {
    if (cell.row != row) {
      append(figures, row, under(row));
    }
    figures.push_back(cell.token);
    row = cell.row;
  }
  return figures;
}

/// How many cells a row of so many lacks at its end, if the lines under it are enough; else 0.
std::size_t EmptyLines::lacks_behind(const Line& line, std::size_t cells) const {
  const auto next = std::upper_bound(widths_.begin(), widths_.end(), cells);
  const auto width = line.width != 0 ? line.width : next == widths_.end() ? 0 : *next;
  const auto lacks = width > cells ? width - cells : 0;
  return lacks <= under(line.figures.back().row) ? lacks : 0;
}

/// Adds the empty cells at the end of a row; takes the empty lines out again where they don't make it whole.
void EmptyLines::complete(const Line& line, bool lines_are_cells, std::vector<std::uint32_t>& figures) const {
  constexpr std::size_t kMany = 4;  // too many lines to be anything else
  const auto lacks = line.figures.empty() ? 0 : lacks_behind(line, figures.size());
  if (!is_whole(line, figures.size()) && lacks != 0 && (lines_are_cells || lacks >= kMany)) {
    append(figures, line.figures.back().row, lacks);
  }
  if (is_whole(line, line.figures.size()) || !is_whole(line, figures.size())) {
    figures.clear();
    for (const auto& cell : line.figures) {
      figures.push_back(cell.token);
    }
  }
}

std::vector<std::vector<std::uint32_t>> EmptyLines::fill(const std::vector<Line>& lines) const {
  std::vector<std::vector<std::uint32_t>> result;
  bool between = false;  // a row was made whole by the lines between its cells: these lines are cells
  for (const auto& line : lines) {
    auto figures = filled(line);
    const bool whole = is_whole(line, figures.size());
    between = between || (whole && figures.size() > line.figures.size());
    result.push_back(std::move(figures));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    complete(lines[i], between, result[i]);
  }
  return result;
}

}  // namespace nianbao::forms
