#include "sheet/regions.hpp"

#include <algorithm>

#include "blocks/blanks.hpp"

namespace nianbao::sheet {

namespace {

// A label may stand alone in a row of a table; a longer text is one.
constexpr std::size_t kLongestLabel = 80;  // columns of a terminal
constexpr std::size_t kLongestRowLabel = 40;

enum class Kind {
  text,       ///< one text alone
  label,      ///< one text alone that may be a row inside a table, without its figures
  row_label,  ///< one so short that it may be the last row of a table
  blank_row,  ///< one text beside blank cells of its own: of the table above it, but it begins none, as titles look so
              ///< too
  table,
};

struct Row {
  std::uint32_t number;
  std::size_t from;
  std::size_t to;
  Kind kind = Kind::table;
  std::uint32_t reaches = 0;  ///< last row that a cell of it or above covers
};

class RowReader {
 public:
  explicit RowReader(const Sheet& sheet) : sheet_(sheet) {
    for (const auto& cell : sheet.cells) {
      has_borders_ = has_borders_ || cell.bordered;
      if (!cell.text.chars.empty() || cell.bordered) {
        first_column_ = std::min(first_column_, cell.column);
        last_column_ = std::max(last_column_, cell.column + cell.colspan - 1);
      }
    }
    for (std::size_t i = 0; i < sheet.cells.size();) {
      const auto row = one_row(i);
      text_is_one_cell_ = text_is_one_cell_ || (texts(row) == 1 && stated(row) == 1);
      i = row.to;
    }
  }

  std::vector<Row> rows() const {
    std::vector<Row> rows;
    std::uint32_t reaches = 0;
    for (std::size_t i = 0; i < sheet_.cells.size();) {
      auto row = one_row(i);
      for (; i < row.to; ++i) {
        reaches = std::max(reaches, row.number + sheet_.cells[i].rowspan - 1);
      }
      row.reaches = reaches;
      const bool covered = !rows.empty() && rows.back().reaches >= row.number;
      row.kind = kind_of(row, covered);
      const bool blank = texts(row) == 0 && row.kind != Kind::table;
      if (!blank) {
        rows.push_back(row);
      }
    }
    return rows;
  }

 private:
  [[nodiscard]] Row one_row(std::size_t from) const {
    Row row{sheet_.cells[from].row, from, from};
    while (row.to < sheet_.cells.size() && sheet_.cells[row.to].row == row.number) {
      ++row.to;
    }
    return row;
  }

  [[nodiscard]] std::size_t stated(const Row& row) const {
    return static_cast<std::size_t>(
        std::count_if(cell(row.from), cell(row.to), [](const SheetCell& one) { return !one.missing; }));
  }

  [[nodiscard]] std::size_t texts(const Row& row) const {
    return static_cast<std::size_t>(
        std::count_if(cell(row.from), cell(row.to), [](const SheetCell& one) { return !one.text.chars.empty(); }));
  }

  [[nodiscard]] Kind kind_of(const Row& row, bool covered) const {
    if (covered) {
      return Kind::table;
    }
    if (has_borders_) {
      const bool bordered =
          std::any_of(cell(row.from), cell(row.to), [](const SheetCell& one) { return one.bordered; });
      return bordered ? Kind::table : Kind::text;
    }
    if (texts(row) != 1) {
      return texts(row) == 0 ? Kind::text : Kind::table;
    }
    const auto only =
        std::find_if(cell(row.from), cell(row.to), [](const SheetCell& one) { return !one.text.chars.empty(); });
    if (only->rowspan > 1) {
      return Kind::table;
    }
    if (text_is_one_cell_ && stated(row) > 1) {
      return Kind::blank_row;
    }
    const bool whole_width =
        only->colspan > 1 && only->column <= first_column_ && only->column + only->colspan - 1 >= last_column_;
    const auto width = blocks::columns_of(only->text.chars);
    if (whole_width || width > kLongestLabel) {
      return Kind::text;
    }
    return width > kLongestRowLabel || only->text.chars.find("：") != std::string_view::npos ? Kind::label
                                                                                             : Kind::row_label;
  }

  [[nodiscard]] std::vector<SheetCell>::const_iterator cell(std::size_t index) const {
    return sheet_.cells.begin() + static_cast<std::ptrdiff_t>(index);
  }

  const Sheet& sheet_;
  bool has_borders_ = false;
  /// Lines of text are rows of one cell in this sheet: blank cells beside a text are those of a table.
  bool text_is_one_cell_ = false;
  std::uint32_t first_column_ = UINT32_MAX;
  std::uint32_t last_column_ = 0;
};

/// The row after the last one of the table that begins here. Of labels at its end only short ones are in it.
std::size_t end_of_table(const std::vector<Row>& rows, std::size_t first) {
  auto end = first + 1;
  for (auto i = first + 1; i < rows.size(); ++i) {
    const bool next = rows[i].number <= rows[i - 1].reaches + 1;
    if (!next || rows[i].kind == Kind::text) {
      break;
    }
    const bool of_table = rows[i].kind == Kind::table || rows[i].kind == Kind::blank_row;
    if (of_table || (rows[i].kind == Kind::row_label && end == i)) {
      end = i + 1;
    }
  }
  return end;
}

}  // namespace

std::vector<Region> find_regions(const Sheet& sheet) {
  const auto rows = RowReader(sheet).rows();
  std::vector<Region> regions;
  for (std::size_t i = 0; i < rows.size();) {
    const bool table = rows[i].kind == Kind::table;
    const auto end = table ? end_of_table(rows, i) : i + 1;
    const auto last = table ? std::max(rows[end - 1].number, rows[end - 1].reaches) : rows[i].number;
    regions.push_back({table, rows[i].number, last, rows[i].from, rows[end - 1].to});
    i = end;
  }
  return regions;
}

}  // namespace nianbao::sheet
