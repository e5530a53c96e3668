#include "read/table_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "ooxml/faults.hpp"
#include "read/block_reader.hpp"
#include "word/cell_text.hpp"
#include "word/grid.hpp"
#include "word/paragraph_text.hpp"
#include "word/style_names.hpp"

namespace nianbao::docx {

namespace {

/// Rows and cells may stand in content controls and the like.
bool is_wrapper(std::string_view name) {
  return name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml" || name == "w:ins" || name == "w:moveTo";
}

std::uint32_t span_of(pugi::xml_node property, std::int64_t least) {
  return static_cast<std::uint32_t>(std::max(ooxml::number(property.attribute("w:val"), least), least));
}

}  // namespace

Table TableReader::read(pugi::xml_node table) {
  read_rows(table);
  return reading_.stopped() ? Table() : word::tile(std::move(cells_), rows_, columns_);
}

void TableReader::read_rows(pugi::xml_node parent) {
  const Nesting nesting(reading_);
  for (auto node = parent.first_child(); node && !reading_.stopped(); node = node.next_sibling()) {
    const std::string_view name = node.name();
    if (name == "w:tr") {
      const auto properties = node.child("w:trPr");
      if (properties.child("w:del")) {
        ++reading_.remarks.changes;
      } else {
        read_row({node, ooxml::is_on(properties.child("w:tblHeader"))});
      }
    } else if (is_wrapper(name)) {
      read_rows(node);
    }
  }
}

void TableReader::read_row(const Row& row) {
  const auto properties = row.node.child("w:trPr");
  ++rows_;
  above_ = std::exchange(here_, {});
  fill(span_of(properties.child("w:gridBefore"), 0));
  read_cells(row.node, row);
  fill(static_cast<std::uint32_t>(
      std::min<std::uint64_t>(here_.size() + std::uint64_t{span_of(properties.child("w:gridAfter"), 0)}, UINT32_MAX)));
}

void TableReader::read_cells(pugi::xml_node parent, const Row& row) {
  const Nesting nesting(reading_);
  for (auto node = parent.first_child(); node && !reading_.stopped(); node = node.next_sibling()) {
    const std::string_view name = node.name();
    if (name == "w:tc") {
      read_cell(node, row);
    } else if (is_wrapper(name)) {
      read_cells(node, row);
    }
  }
}

void TableReader::read_cell(pugi::xml_node node, const Row& row) {
  const auto properties = node.child("w:tcPr");
  if (properties.child("w:cellDel")) {
    ++reading_.remarks.changes;
    return;
  }
  const auto span = span_of(properties.child("w:gridSpan"), 1);
  if (!fits(here_.size() + std::uint64_t{span})) {
    return;
  }
  const auto across = properties.child("w:hMerge");
  if (across && std::string_view(across.attribute("w:val").value()) != "restart" && !here_.empty() &&
      here_.back().cell != 0 && cells_[here_.back().cell - 1].row == rows_) {
    const auto place = here_.back();
    cells_[place.cell - 1].colspan += span;
    here_.insert(here_.end(), span, place);
    return;
  }
  const auto vertical = properties.child("w:vMerge");
  const bool begins = std::string_view(vertical.attribute("w:val").value()) == "restart";
  const auto merge = !vertical ? Merge::none : begins ? Merge::begins : Merge::goes_on;
  if (merge == Merge::goes_on && merge_up(node, span)) {
    return;
  }
  add_cell(node, row, span, merge);
}

/// Makes the cell above reach down to this row.
bool TableReader::merge_up(pugi::xml_node node, std::uint32_t span) {
  const auto column = static_cast<std::uint32_t>(here_.size()) + 1;
  const auto place = column <= above_.size() ? above_[column - 1] : Place();
  if (place.cell == 0 || place.merge == Merge::none) {
    return false;
  }
  auto& cell = cells_[place.cell - 1];
  if (cell.column != column || cell.colspan != span) {
    if (!std::exchange(said_uneven_, true)) {
      reading_.diagnostics.report("docx-uneven-merge", Severity::warning,
                                  {"表格中有上下合并的单元格宽窄不一，按不合并读取；请核对该表。",
                                   "A table merges cells of different widths vertically; they were read as separate "
                                   "cells. Check that table."});
    }
    return false;
  }
  Cell covered;
  read_content(node, covered);
  if (!covered.text.chars.empty()) {
    reading_.diagnostics.report(
        "docx-covered-text", Severity::warning,
        {"合并单元格遮住的文字“" + std::string(covered.text.chars) + "”没有读取。",
         "Text covered by a merged cell was left out: \"" + std::string(covered.text.chars) + "\"."});
  }
  ++cell.rowspan;
  here_.insert(here_.end(), span, place);
  return true;
}

void TableReader::add_cell(pugi::xml_node node, const Row& row, std::uint32_t span, Merge merge) {
  Cell cell;
  cell.row = rows_;
  cell.column = static_cast<std::uint32_t>(here_.size()) + 1;
  cell.colspan = span;
  cell.header = row.header;
  cell.at.part = reading_.part;
  cell.at.bytes = reading_.place_of(node.child("w:p"));
  read_content(node, cell);
  cells_.push_back(std::move(cell));
  const auto index = static_cast<std::uint32_t>(cells_.size());
  here_.insert(here_.end(), span, {index, merge});
}

void TableReader::read_content(pugi::xml_node node, Cell& cell) {
  std::vector<Block> blocks;
  CellSigns signs;
  blocks_.read_cell(node, blocks, signs);
  cell.header = cell.header || signs.head;
  word::put_into_cell(std::move(blocks), cell, reading_.arena);
  cell.missing = signs.no_cell && cell.text.chars.empty();
  if (cell.header) {
    word::drop_whole_mark(cell.text);
  }
  cell.remark = reading_.arena.store(signs.remark);
  cell.shaded =
      std::string_view(node.child("w:tcPr").child("w:shd").attribute("w:fill").value()) == word::names::kDraftFill;
}

/// Places without a cell, up to a column.
void TableReader::fill(std::uint32_t until) {
  if (until > here_.size() && fits(until)) {
    here_.resize(until);
  }
}

bool TableReader::fits(std::uint64_t columns) {
  const auto widest = std::max<std::uint64_t>(columns, columns_);
  if (widest * rows_ > reading_.limits.cells) {
    const auto limit = std::to_string(reading_.limits.cells);
    const auto size = std::to_string(rows_) + "×" + std::to_string(widest);
    reading_.stop(ooxml::excessive("table-too-large",
                                   {"有一个表格超过" + size + "格，上限为" + limit + "格。",
                                    "A table has more than " + size + " cells; the limit is " + limit + "."},
                                   reading_.parts.main_name));
    return false;
  }
  columns_ = static_cast<std::uint32_t>(widest);
  return true;
}

}  // namespace nianbao::docx
