#include "read/table_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "file/faults.hpp"
#include "word/cell_text.hpp"
#include "word/grid.hpp"
#include "word/paragraph_text.hpp"

namespace nianbao::doc {

namespace {

// Edges of cells that stand one below the other differ by rounding: half a millimetre, in twentieths of a point.
constexpr std::int32_t kSamePlace = 28;
// The width of a cell of which the file tells none.
constexpr std::int32_t kUnknownWidth = 1000;

}  // namespace

Table TableReader::read(Cursor& cursor) {
  read_rows(cursor);
  if (reading_.stopped()) {
    return {};
  }
  find_columns();
  for (auto& row : rows_) {
    place_row(row);
    if (reading_.stopped()) {
      return {};
    }
  }
  return word::tile(std::move(cells_), row_, columns_);
}

void TableReader::read_rows(Cursor& cursor) {
  Row row;
  bool open = false;
  while (const auto* paragraph = cursor.get()) {
    if (paragraph->properties.table_depth < depth_ || reading_.stopped()) {
      break;
    }
    if (paragraph->properties.row_end && paragraph->properties.table_depth == depth_) {
      end_row(row, paragraph);
      row = Row();
      open = false;
      cursor.advance();
    } else {
      read_content(cursor, row, open);
    }
  }
  if (!row.cells.empty()) {
    end_row(row, nullptr);
  }
}

/// Reads a paragraph or a table of a cell. `open`: the last cell goes on.
void TableReader::read_content(Cursor& cursor, Row& row, bool& open) {
  if (!open) {
    row.cells.emplace_back();
  }
  auto& content = row.cells.back();
  word::BlockSink sink(content.blocks);
  const auto& paragraph = *cursor.get();
  if (paragraph.properties.table_depth > depth_) {
    blocks_.read_table(cursor, depth_ + 1, sink);
    open = true;
    return;
  }
  blocks_.read_cell_paragraph(paragraph, content.signs, sink);
  open = !paragraph.cell_end;
  cursor.advance();
}

void TableReader::end_row(Row& row, const ParagraphRange* mark) {
  if (mark != nullptr && mark->mark_deleted) {
    ++reading_.remarks.changes;
    Account& account = reading_.account;
    for (auto& content : row.cells) {
      Document gone;
      gone.blocks = std::move(content.blocks);
      const auto lost = count_seen(gone);
      account.shown -= std::min(lost, account.shown);
      account.left_out += lost;
    }
    return;
  }
  if (mark != nullptr) {
    row.shape = read_row_shape(mark->properties.changes);
  }
  fit_shape(row);
  rows_.push_back(std::move(row));
}

/// The text has as many cells as it has marks; where the row's definition knows other numbers, the
/// cells at the end get places of their own.
void TableReader::fit_shape(Row& row) {
  auto& shapes = row.shape.cells;
  if (shapes.size() != row.cells.size() && !std::exchange(said_counts_, true)) {
    reading_.diagnostics.report("doc-cell-count", Severity::warning,
                                {"表格中有一行的单元格数与其定义不符，请核对该表。",
                                 "A row of a table has another number of cells than it defines. Check that table."});
  }
  while (shapes.size() < row.cells.size()) {
    CellShape shape;
    shape.left = shapes.empty() ? 0 : shapes.back().right;
    shape.right = shape.left + kUnknownWidth;
    shapes.push_back(shape);
  }
  shapes.resize(row.cells.size());
}

void TableReader::find_columns() {
  std::vector<std::int32_t> edges;
  for (const auto& row : rows_) {
    for (const auto& shape : row.shape.cells) {
      edges.push_back(shape.left);
      edges.push_back(shape.right);
    }
  }
  std::sort(edges.begin(), edges.end());
  for (const auto edge : edges) {
    if (places_.empty() || edge - places_.back() > kSamePlace) {
      places_.push_back(edge);
    }
  }
}

/// The column that begins nearest before the place, from 0.
std::uint32_t TableReader::column_of(std::int32_t place) const {
  const auto after = std::upper_bound(places_.begin(), places_.end(), place);
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(after - places_.begin(), 1) - 1);
}

void TableReader::place_row(Row& row) {
  ++row_;
  above_ = std::exchange(here_, {});
  for (std::size_t i = 0; i < row.cells.size() && !reading_.stopped(); ++i) {
    const auto& shape = row.shape.cells[i];
    const auto from = std::max(column_of(shape.left), static_cast<std::uint32_t>(here_.size()));
    // However narrow, a cell has a column: none is dropped.
    const auto to = std::max(column_of(shape.right), from + 1);
    columns_ = std::max(columns_, to);
    if (!fits()) {
      return;
    }
    here_.resize(from);
    const bool joins = row.shape.goes_on_across(i) && from > 0 && here_[from - 1].cell != 0;
    if (!joins) {
      place_cell(row.cells[i], shape, row.shape.header, from, to);
      continue;
    }
    const auto before = here_[from - 1];
    Cell covered;
    word::put_into_cell(std::move(row.cells[i].blocks), covered, reading_.arena);
    say_covered(covered);
    if (auto& cell = cells_[before.cell - 1]; cell.row == row_) {
      cell.colspan += to - from;
    }
    here_.resize(to, before);
  }
}

void TableReader::place_cell(Content& content, const CellShape& shape, bool header, std::uint32_t from,
                             std::uint32_t to) {
  Cell cell;
  cell.row = row_;
  cell.column = from + 1;
  cell.colspan = to - from;
  cell.header = header || content.signs.head;
  word::put_into_cell(std::move(content.blocks), cell, reading_.arena);
  cell.missing = content.signs.no_cell && cell.text.chars.empty() && cell.blocks.empty();
  if (cell.header) {
    word::drop_whole_mark(cell.text);
  }
  if (shape.down == VerticalMerge::goes_on && merge_down(cell)) {
    return;
  }
  cells_.push_back(std::move(cell));
  here_.resize(to, {static_cast<std::uint32_t>(cells_.size()), shape.down});
}

/// Makes the cell above reach down to this row.
bool TableReader::merge_down(const Cell& cell) {
  const auto place = cell.column <= above_.size() ? above_[cell.column - 1] : Place();
  if (place.cell == 0 || place.merge == VerticalMerge::none) {
    return false;
  }
  auto& above = cells_[place.cell - 1];
  if (above.column != cell.column || above.colspan != cell.colspan) {
    if (!std::exchange(said_uneven_, true)) {
      reading_.diagnostics.report("doc-uneven-merge", Severity::warning,
                                  {"表格中有上下合并的单元格宽窄不一，按不合并读取；请核对该表。",
                                   "A table merges cells of different widths vertically; they were read as separate "
                                   "cells. Check that table."});
    }
    return false;
  }
  say_covered(cell);
  ++above.rowspan;
  here_.resize(cell.column - 1 + cell.colspan, place);
  return true;
}

void TableReader::say_covered(const Cell& cell) {
  const auto seen = count_seen(cell.text.chars);
  reading_.account.shown -= std::min(seen, reading_.account.shown);
  reading_.account.left_out += seen;
  if (seen > 0) {
    const std::string text(cell.text.chars);
    reading_.diagnostics.report("doc-covered-text", Severity::warning,
                                {"合并单元格遮住的文字“" + text + "”没有读取。",
                                 "Text covered by a merged cell was left out: \"" + text + "\"."});
  }
}

bool TableReader::fits() const {
  if (std::uint64_t{columns_} * row_ <= reading_.limits.cells) {
    return true;
  }
  const auto limit = std::to_string(reading_.limits.cells);
  const auto size = std::to_string(row_) + "×" + std::to_string(columns_);
  reading_.stop(
      excessive("table-too-large", {"有一个表格超过" + size + "格，上限为" + limit + "格。",
                                    "A table has more than " + size + " cells; the limit is " + limit + "."}));
  return false;
}

}  // namespace nianbao::doc
