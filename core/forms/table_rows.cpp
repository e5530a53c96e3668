#include "forms/table_rows.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "forms/blanks.hpp"

namespace nianbao::forms {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

/// One cell to a row behind an empty one: an indent that became a column, not a blank figure.
bool is_margin(const Table& table) {
  return table.columns == 2 && std::all_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) {
           return cell.column != 1 || trimmed(cell.text.chars).empty();
         });
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() < 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The first column numbers the rows (序号): 1, 2, 3 … beside labels, with no more than a header over them.
bool numbers_rows(const Table& table, const TableGrid& grid) {
  constexpr int kRowsToTell = 3;
  int last = 0;
  for (std::uint32_t row = 1; row <= table.rows; ++row) {
    const Cell* cell = grid.at(row, 1);
    const auto text = cell == nullptr ? std::string_view() : trimmed(cell->text.chars);
    if (text.empty() || (last == 0 && !is_digits(text))) {
      continue;
    }
    const Cell* beside = grid.at(row, 2);
    const auto label = beside == nullptr || beside == cell ? std::string_view() : trimmed(beside->text.chars);
    if (!is_digits(text) || std::stoi(std::string(text)) != last + 1 || label.empty() || is_digits(label)) {
      return false;
    }
    ++last;
  }
  return last >= kRowsToTell;
}

/// How many columns one of several parts of a table has that stand side by side, each under the same words in a row
/// near the top (统计指标 | 单位 | 统计数 | 统计指标 | 单位 | 统计数) and with labels below the first of them; 0: the
/// table has one part.
std::uint32_t side_by_side(const Table& table, const TableGrid& grid) {
  constexpr std::uint32_t kRowsAbove = 4;
  constexpr std::uint32_t kLeast = 2;
  const auto words = [&](std::uint32_t row, std::uint32_t column) {
    const Cell* cell = grid.at(row, column);
    return cell == nullptr || cell->colspan > 1 ? std::string_view() : trimmed(cell->text.chars);
  };
  const auto repeats = [&](std::uint32_t row, std::uint32_t width) {
    for (std::uint32_t column = 1; column <= table.columns; ++column) {
      const auto own = words(row, column);
      const bool first = column <= width;
      if (own.empty() || (first ? column > 1 && own == words(row, 1) : own != words(row, column - width))) {
        return false;
      }
    }
    return true;
  };
  const auto labels_below = [&](std::uint32_t row, std::uint32_t width) {
    constexpr std::size_t kLabel = 12;  // four Chinese characters
    for (auto below = row + 1; below <= table.rows; ++below) {
      bool all = true;
      for (std::uint32_t column = 1; column <= table.columns; column += width) {
        all = all && words(below, column).size() >= kLabel;
      }
      if (all) {
        return true;
      }
    }
    return false;
  };
  for (std::uint32_t row = 1; row <= std::min(table.rows, kRowsAbove); ++row) {
    for (std::uint32_t width = kLeast; 2 * width <= table.columns; ++width) {
      if (table.columns % width == 0 && repeats(row, width) && labels_below(row, width)) {
        return width;
      }
    }
  }
  return 0;
}

Layout layout_of(const Table& table) {
  bool missing = false;
  bool spans = false;
  for (const auto& cell : table.cells) {
    missing = missing || cell.missing;
    spans = spans || cell.rowspan > 1 || cell.colspan > 1;
  }
  return missing && !spans ? Layout::ragged : Layout::grid;
}

/// `known`: the token the cell has already.
void add_cell(const Cell& cell, std::uint32_t row, std::uint32_t& known, RowWriter& writer) {
  if (cell.missing) {
    return;
  }
  if (known != kNone) {
    Token token = writer.token(known);
    token.spanned = cell.row != row;
    // A figure that spans rows belongs to the first of them.
    if (token.kind == TokenKind::label) {
      writer.push(token);
    }
    return;
  }
  known = writer.size();
  Token token;
  token.spanned = cell.row != row;
  token.column = cell.column;
  token.column_end = cell.column + cell.colspan;
  token.source = &cell.text;
  token.place = &cell.at;
  token.text = trimmed(cell.text.chars);
  token.byte = static_cast<std::uint32_t>(token.text.data() - cell.text.chars.data());
  writer.classify(token);
  writer.push(token);
}

}  // namespace

void add_table_rows(const Table& table, std::uint32_t block, RowWriter& writer) {
  const TableGrid grid(table);
  const Layout layout = layout_of(table);
  const std::uint32_t part = side_by_side(table, grid);
  const std::uint32_t first = is_margin(table) || numbers_rows(table, grid) ? 2 : 1;
  const std::uint32_t width = part == 0 ? table.columns : part;
  std::vector<std::uint32_t> token_of(table.cells.size(), kNone);
  for (std::uint32_t from = part == 0 ? first : 1; from <= table.columns; from += width) {
    const std::uint32_t end = part == 0 ? table.columns + 1 : from + width;
    for (std::uint32_t row = 1; row <= table.rows; ++row) {
      Row table_row;
      table_row.layout = layout;
      table_row.block = block;
      table_row.table_row = row;
      writer.open(table_row);
      for (std::uint32_t column = from; column < end;) {
        const Cell* cell = grid.at(row, column);
        // A cell over several parts is of the first.
        if (cell != nullptr && (cell->column >= from || part == 0)) {
          add_cell(*cell, row, token_of[static_cast<std::size_t>(cell - table.cells.data())], writer);
        }
        column = cell == nullptr ? column + 1 : std::max(column + 1, cell->column + cell->colspan);
      }
      writer.close();
    }
  }
}

}  // namespace nianbao::forms
