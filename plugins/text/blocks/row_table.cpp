#include "blocks/row_table.hpp"

#include <algorithm>

#include "blocks/columns.hpp"
#include "blocks/text_builder.hpp"

namespace nianbao::blocks {

namespace {

std::size_t count_in(const Line& line, char c) {
  return static_cast<std::size_t>(std::count(line.raw.begin(), line.raw.end(), c));
}

bool has_markup(std::string_view text, const Source& source) {
  return text.find("**") != std::string_view::npos || source.plain != nullptr;
}

void set_text(std::string_view text, const Line& line, const Source& source, Arena& arena, Cell& cell) {
  if (!text.empty() && has_markup(text, source)) {
    TextBuilder builder(source, arena);
    builder.append_plain(text, line.number);
    cell.text = builder.finish(cell.at);
    return;
  }
  cell.text.chars = text;
  cell.at.bytes = source.file_range(text);
  if (!source.map.verbatim()) {
    source.map.append_runs({source.offset(text), source.offset(text) + text.size()}, 0, line.number, cell.text.source);
  }
}

/// The row above a rule is a head, unless a table without one was written that way: it has figures.
void mark_header(Table& table, std::uint32_t row) {
  const auto is_figure = [](const Cell& cell) {
    return !cell.text.chars.empty() && cell.text.chars.find_first_not_of("0123456789.,+-%") == std::string_view::npos;
  };
  if (row == 1 && std::none_of(table.cells.begin(), table.cells.end(), is_figure)) {
    for (auto& cell : table.cells) {
      cell.header = !cell.missing;
    }
  }
}

}  // namespace

Error table_too_large(std::size_t rows, std::size_t columns, const Limits& limits, std::uint32_t line) {
  const auto size = std::to_string(rows) + "×" + std::to_string(columns);
  const auto limit = std::to_string(limits.cells);
  return {
      ErrorKind::input,
      "table-too-large",
      {"第" + std::to_string(line) + "行起的表格有" + size + "格，超过上限" + limit + "格。",
       "The table at line " + std::to_string(line) + " has " + size + " cells, more than the limit of " + limit + "."},
      "",
      {"请确认文件确为一份年报。", "Check that the file is a single report."}};
}

RowRun::RowRun(const std::vector<Line>& lines, std::size_t first, const Limits& limits) : end_(first) {
  const bool pipes = is_pipe_row(lines[first]);
  std::size_t last = 0;  // separators in the row above
  for (; end_ < lines.size(); ++end_) {
    const auto& line = lines[end_];
    const auto separators = count_in(line, pipes ? '|' : '\t');
    const bool row = line.kind == LineKind::row && is_pipe_row(line) == pipes;
    // Tabs before the only text: an indent elsewhere, blank cells below a row as wide.
    if (!row && (pipes || separators < 2 || separators != last)) {
      break;
    }
    const auto from = cells_.size();
    if (from + separators <= limits.cells) {
      append_cells(line, cells_);
      columns_ = std::max(columns_, cells_.size() - from);
    } else {
      columns_ = std::max(columns_, separators + 1);
    }
    rows_.push_back({&line, from, cells_.size(), pipes && is_pipe_rule(line)});
    last = separators;
  }
}

bool RowRun::is_table() const {
  const auto is_blank = [](std::string_view cell) { return cell.empty(); };
  const auto is_labelled = [](std::string_view cell) { return cell.empty() || is_labelled_value(cell); };
  // No row has so many cells: the ends of the rows were lost, and the words of the line tell more.
  constexpr std::size_t kMostInRow = 24;
  if (rows_.size() == 1 && cells_.size() > kMostInRow) {
    return false;
  }
  // Where there are too many cells they are not cut, and make_table says so.
  return columns_ > cells_.size() || (!std::all_of(cells_.begin(), cells_.end(), is_blank) &&
                                      !std::all_of(cells_.begin(), cells_.end(), is_labelled));
}

Result<Table> RowRun::make_table(const Source& source, const Limits& limits, Arena& arena) const {
  const auto rules = std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.rule; });
  const auto count = rows_.size() - static_cast<std::size_t>(rules);
  if (columns_ > limits.cells || count * columns_ > limits.cells) {
    return table_too_large(count, columns_, limits, rows_.front().line->number);
  }
  Table table;
  table.rows = static_cast<std::uint32_t>(count);
  table.columns = static_cast<std::uint32_t>(columns_);
  table.cells.reserve(count * columns_);
  std::uint32_t number = 0;
  for (const auto& row : rows_) {
    if (row.rule) {
      mark_header(table, number);
      continue;
    }
    ++number;
    for (std::size_t column = 0; column < columns_; ++column) {
      auto& cell = table.cells.emplace_back();
      cell.row = number;
      cell.column = static_cast<std::uint32_t>(column + 1);
      cell.at.line = row.line->number;
      cell.at.page = row.line->page;
      cell.missing = row.from + column >= row.to;
      if (!cell.missing) {
        set_text(cells_[row.from + column], *row.line, source, arena, cell);
      }
    }
  }
  return table;
}

}  // namespace nianbao::blocks
