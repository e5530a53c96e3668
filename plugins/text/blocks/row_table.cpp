#include "blocks/row_table.hpp"

#include <algorithm>

#include "blocks/columns.hpp"
#include "blocks/text_builder.hpp"

namespace nianbao::blocks {

namespace {

std::size_t tabs_in(const Line& line) {
  return static_cast<std::size_t>(std::count(line.raw.begin(), line.raw.end(), '\t'));
}

Error too_large(std::size_t rows, std::size_t columns, const Limits& limits, const Line& line) {
  const auto size = std::to_string(rows) + "×" + std::to_string(columns);
  const auto limit = std::to_string(limits.cells);
  return {ErrorKind::input,
          "table-too-large",
          {"第" + std::to_string(line.number) + "行起的表格有" + size + "格，超过上限" + limit + "格。",
           "The table at line " + std::to_string(line.number) + " has " + size + " cells, more than the limit of " +
               limit + "."},
          "",
          {"请确认文件确为一份年报。", "Check that the file is a single report."}};
}

bool has_markup(std::string_view text, const Source& source) {
  return text.find("**") != std::string_view::npos || source.plain != nullptr;
}

Cell make_cell(std::string_view text, const Line& line, const Source& source, Arena& arena) {
  Cell cell;
  cell.at.line = line.number;
  cell.at.page = line.page;
  if (has_markup(text, source) && !text.empty()) {
    TextBuilder builder(source, arena);
    builder.append_plain(text, line.number);
    cell.text = builder.finish(cell.at);
    return cell;
  }
  cell.text.chars = text;
  cell.at.bytes = source.file_range(text);
  if (!source.map.verbatim()) {
    source.map.append_runs({source.offset(text), source.offset(text) + text.size()}, 0, line.number, cell.text.source);
  }
  return cell;
}

Cell missing_cell(const Line& line) {
  Cell cell;
  cell.missing = true;
  cell.at.line = line.number;
  return cell;
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

std::size_t end_of_rows(const std::vector<Line>& lines, std::size_t first) {
  const bool pipes = is_pipe_row(lines[first]);
  auto end = first + 1;
  for (; end < lines.size(); ++end) {
    const auto& line = lines[end];
    // Tabs before the only text: an indent elsewhere, blank cells below a row as wide.
    const bool last_cell_only = !pipes && tabs_in(line) >= 2 && tabs_in(line) == tabs_in(lines[end - 1]);
    if (!(line.kind == LineKind::row && is_pipe_row(line) == pipes) && !last_cell_only) {
      break;
    }
  }
  return end;
}

bool is_table(const std::vector<Line>& lines, std::size_t first, std::size_t end) {
  bool any = false;
  bool all_labelled = true;
  for (auto i = first; i < end; ++i) {
    for (const auto cell : cells_of(lines[i])) {
      any = any || !cell.empty();
      all_labelled = all_labelled && (cell.empty() || is_labelled_value(cell));
    }
  }
  return any && !all_labelled;
}

Result<Table> make_table(const std::vector<Line>& lines, std::size_t first, std::size_t end, const Source& source,
                         const Limits& limits, Arena& arena) {
  Table table;
  const char separator = is_pipe_row(lines[first]) ? '|' : '\t';
  std::size_t columns = 0;
  std::size_t rows = 0;
  for (auto i = first; i < end; ++i) {
    const auto separators = std::count(lines[i].raw.begin(), lines[i].raw.end(), separator);
    columns = std::max(columns, static_cast<std::size_t>(separators) + 1);
    rows += static_cast<std::size_t>(!is_pipe_rule(lines[i]));
  }
  if (columns > limits.cells || rows * columns > limits.cells) {
    return too_large(rows, columns, limits, lines[first]);
  }
  table.rows = static_cast<std::uint32_t>(rows);
  for (auto i = first; i < end; ++i) {
    table.columns = std::max(table.columns, static_cast<std::uint32_t>(cells_of(lines[i]).size()));
  }
  table.cells.reserve(rows * table.columns);
  std::uint32_t row = 0;
  for (auto i = first; i < end; ++i) {
    if (is_pipe_rule(lines[i])) {
      mark_header(table, row);
      continue;
    }
    ++row;
    const auto cells = cells_of(lines[i]);
    for (std::uint32_t column = 1; column <= table.columns; ++column) {
      auto cell =
          column <= cells.size() ? make_cell(cells[column - 1], lines[i], source, arena) : missing_cell(lines[i]);
      cell.row = row;
      cell.column = column;
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace nianbao::blocks
