// The tables of BodyWriter.
#include <algorithm>
#include <numeric>

#include "blocks/blanks.hpp"
#include "blocks/wrapping.hpp"
#include "word/style_names.hpp"
#include "write/body_writer.hpp"
#include "write/column_widths.hpp"
#include "write/runs.hpp"

namespace nianbao::docx {

namespace {

/// Rows from the top that are all header and reach no further down: Word repeats them on every page. None
/// where further rows of headers follow, which change what the columns mean.
std::uint32_t head_rows(const Table& table) {
  std::vector<bool> all_header(table.rows + 1, true);
  for (const auto& cell : table.cells) {
    all_header[cell.row] = all_header[cell.row] && cell.header;
  }
  std::uint32_t head = 0;
  while (head < table.rows && all_header[head + 1]) {
    ++head;
  }
  const bool more = std::any_of(all_header.begin() + head + 1, all_header.end(), [](bool one) { return one; });
  const bool crossed = std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
    return cell.row <= head && cell.row + cell.rowspan - 1 > head;
  });
  return more || crossed || head == table.rows ? 0 : head;
}

std::string number(const char* element, std::uint64_t value) {
  return std::string("<") + element + " w:val=\"" + std::to_string(value) + "\"/>";
}

std::uint32_t width_of(const Cell& cell, const std::vector<std::uint32_t>& widths) {
  const auto first = widths.begin() + (cell.column - 1);
  return std::accumulate(first, first + cell.colspan, 0U);
}

/// Items of a list and sentences stand at the left, figures and short labels in the middle.
bool is_centred(const Cell& cell) {
  constexpr std::size_t kShort = 18;
  return blocks::columns_of(cell.text.chars) <= kShort && !blocks::begins_item(cell.text.chars);
}

/// About how many lines the table takes.
std::size_t lines_of(const Table& table, const std::vector<std::uint32_t>& widths) {
  constexpr std::size_t kColumn = 105;  // twips: half a character of the tables' size
  std::vector<std::size_t> rows(table.rows + 1, 1);
  for (const auto& cell : table.cells) {
    const auto fits = std::max<std::size_t>(width_of(cell, widths) / kColumn, 1);
    const auto lines = (blocks::columns_of(cell.text.chars) + fits - 1) / fits;
    rows[cell.row] = std::max(rows[cell.row], lines / cell.rowspan);
  }
  return std::accumulate(rows.begin() + 1, rows.end(), std::size_t{0});
}

}  // namespace

void BodyWriter::append_table(const Table& table, std::uint32_t width) {
  const auto widths = column_widths(table, width);
  out_ += "<w:tbl><w:tblPr><w:tblStyle w:val=\"" + std::string(styles_.id(style::kTable)) + "\"/><w:tblW w:w=\"" +
          std::to_string(width) +
          "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
  for (const auto one : widths) {
    out_ += "<w:gridCol w:w=\"" + std::to_string(one) + "\"/>";
  }
  out_ += "</w:tblGrid>";
  constexpr std::size_t kShort = 20;
  const bool keep = lines_of(table, widths) <= kShort;
  const TableGrid grid(table);
  const auto head = head_rows(table);
  for (std::uint32_t row = 1; row <= table.rows; ++row) {
    out_ += "<w:tr><w:trPr><w:cantSplit/>";
    out_ += row <= head ? "<w:tblHeader/>" : "";
    out_ += "</w:trPr>";
    for (std::uint32_t column = 1; column <= table.columns;) {
      const auto* cell = grid.at(row, column);
      append_cell(*cell, row, width_of(*cell, widths), keep && row < table.rows);
      column += cell->colspan;
    }
    out_ += "</w:tr>";
  }
  out_ += "</w:tbl>";
}

void BodyWriter::append_cell(const Cell& cell, std::uint32_t row, std::uint32_t width, bool keep) {
  out_ += "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>";
  out_ += cell.colspan > 1 ? number("w:gridSpan", cell.colspan) : "";
  out_ += cell.rowspan == 1 ? "" : row == cell.row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
  if (cell.missing) {
    out_ +=
        "<w:tcBorders><w:top w:val=\"nil\"/><w:left w:val=\"nil\"/><w:bottom w:val=\"nil\"/><w:right w:val=\"nil\"/>"
        "</w:tcBorders>";
  }
  if (cell.shaded) {
    out_ += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + std::string(word::names::kDraftFill) + "\"/>";
  }
  out_ += "<w:vAlign w:val=\"center\"/></w:tcPr>";
  if (row == cell.row) {
    append_cell_content(cell, width, keep);
  } else {
    out_ += "<w:p>" + cell_paragraph(style::kTableText, keep) + "</w:pPr></w:p>";
  }
  out_ += "</w:tc>";
}

std::string BodyWriter::cell_paragraph(std::string_view style, bool keep) const {
  return "<w:pPr><w:pStyle w:val=\"" + std::string(styles_.id(style)) + "\"/>" + (keep ? "<w:keepNext/>" : "");
}

void BodyWriter::append_cell_content(const Cell& cell, std::uint32_t width, bool keep) {
  const auto style = cell.missing ? style::kNoCell : cell.header ? style::kTableHead : style::kTableText;
  out_ += "<w:p>" + cell_paragraph(style, keep);
  out_ += !cell.header && is_centred(cell) ? "<w:jc w:val=\"center\"/>" : "";
  out_ += "</w:pPr>";
  if (!cell.remark.empty()) {
    comments_.open(out_);
  }
  append_runs(cell.text, styles_, out_);
  if (!cell.remark.empty()) {
    comments_.close(cell.remark, out_);
  }
  out_ += "</w:p>";
  after_table_ = false;
  for (const auto& block : cell.blocks) {
    if (const auto* table = block.as<Table>()) {
      end_table();
      append_table(*table, width - std::min(width / 2, 114U));
      after_table_ = true;
    } else {
      append_block(block);
    }
  }
  end_table();
}

}  // namespace nianbao::docx
