#include "blocks/row_table.hpp"

#include <algorithm>

#include "blocks/columns.hpp"

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

Cell make_cell(std::string_view text, std::uint32_t row, std::uint32_t column, const Line& line, const Source& source) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.text.chars = text;
  cell.at.line = line.number;
  cell.at.page = line.page;
  cell.at.bytes = source.file_range(text);
  if (!source.map.verbatim()) {
    source.map.append_runs({source.offset(text), source.offset(text) + text.size()}, 0, line.number, cell.text.source);
  }
  return cell;
}

Cell missing_cell(std::uint32_t row, std::uint32_t column, const Line& line) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.missing = true;
  cell.at.line = line.number;
  return cell;
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
                         const Limits& limits) {
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
      continue;
    }
    ++row;
    const auto cells = cells_of(lines[i]);
    for (std::uint32_t column = 1; column <= table.columns; ++column) {
      table.cells.push_back(column <= cells.size() ? make_cell(cells[column - 1], row, column, lines[i], source)
                                                   : missing_cell(row, column, lines[i]));
    }
  }
  return table;
}

}  // namespace nianbao::blocks
