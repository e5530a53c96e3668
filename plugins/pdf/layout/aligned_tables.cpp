#include "layout/aligned_tables.hpp"

#include <algorithm>
#include <optional>

#include "layout/aligned_columns.hpp"
#include "layout/aligned_runs.hpp"
#include "layout/cell_text.hpp"
#include "layout/figure_text.hpp"

namespace nianbao::pdf {
namespace {

constexpr std::size_t kFewestLines = 3;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Prose that stands in columns.
bool is_prose(const Lines& lines) {
  constexpr std::size_t kLongPiece = 24;
  std::size_t pieces = 0;
  std::size_t length = 0;
  for (const auto* line : lines) {
    pieces += line->pieces.size();
    for (const auto& piece : line->pieces) {
      length += characters(piece.text);
    }
  }
  return length > kLongPiece * pieces;
}

/// A row as it grows: its lines, and what of them stands in which columns.
struct Row {
  struct Part {
    ColumnRange columns;
    std::vector<TextLine> lines;
  };
  std::vector<Part> parts;
  double top = 0;
  double bottom = 0;

  Part* at(std::size_t column) {
    const auto it = std::find_if(parts.begin(), parts.end(), [column](const Part& part) {
      return part.columns.first <= column && column <= part.columns.last;
    });
    return it == parts.end() ? nullptr : &*it;
  }
};

class AlignedTable {
 public:
  explicit AlignedTable(const Lines& lines) : columns_(aligned_columns(apart_only(lines))) {
    for (const auto* line : lines) {
      add(*line);
    }
  }

  /// Adds a line below the last one if it goes on with texts of the last row.
  bool add_rest(const TextLine& line) {
    if (!goes_on(parts_of(line))) {
      return false;
    }
    add(line);
    return true;
  }

  /// Most places have a text.
  [[nodiscard]] bool is_filled() const {
    std::size_t covered = 0;
    for (const auto& row : rows_) {
      for (const auto& part : row.parts) {
        covered += part.columns.last - part.columns.first + 1;
      }
    }
    return columns_.size() > 1 && rows_.size() > 1 && 2 * covered >= rows_.size() * columns_.size();
  }

  [[nodiscard]] std::uint64_t positions() const { return std::uint64_t{rows_.size()} * columns_.size(); }

  [[nodiscard]] Grid make(std::uint32_t page) {
    Grid grid;
    grid.page = grid.last_page = page;
    grid.aligned = grid.whole = true;
    set_edges(grid);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (std::size_t column = 0; column < columns_.size();) {
        grid.cells.push_back(make_cell(grid, row, column));
        column += grid.cells.back().colspan;
      }
    }
    return grid;
  }

 private:
  void add(const TextLine& line) {
    auto parts = parts_of(line);
    if (rows_.empty() || !(beside(line, parts) || goes_on(parts))) {
      rows_.push_back({{}, line.box.top, line.box.bottom});
    }
    auto& row = rows_.back();
    row.bottom = std::max(row.bottom, line.box.bottom);
    for (auto& part : parts) {
      auto* above = row.at(part.columns.first);
      if (above == nullptr) {
        row.parts.push_back(std::move(part));
      } else {
        above->lines.push_back(std::move(part.lines.front()));
      }
    }
  }

  [[nodiscard]] std::vector<Row::Part> parts_of(const TextLine& line) const {
    std::vector<Row::Part> parts;
    for (const auto& piece : line.pieces) {
      auto columns = columns_under(piece, columns_);
      if (!parts.empty() && columns.first <= parts.back().columns.last) {
        // Two pieces in one column: they are one text with a gap.
        auto& before = parts.back().lines.front();
        before.pieces.push_back(piece);
        before.box.right = piece.right;
        parts.back().columns.last = std::max(parts.back().columns.last, columns.last);
        continue;
      }
      TextLine own{{piece}, line.box, line.size};
      own.box.left = piece.left;
      own.box.right = piece.right;
      parts.push_back({columns, {std::move(own)}});
    }
    return parts;
  }

  /// Stands beside the last row's lines, in columns that have no text there: a figure in the middle of a label's lines.
  [[nodiscard]] bool beside(const TextLine& line, const std::vector<Row::Part>& parts) {
    auto& row = rows_.back();
    const double overlap = row.bottom - line.box.top;
    return overlap > 0.2 * line.box.height() && std::all_of(parts.begin(), parts.end(), [&](const Row::Part& part) {
             return row.at(part.columns.first) == nullptr && row.at(part.columns.last) == nullptr;
           });
  }

  /// All of its pieces go on with texts of the last row that had no room left.
  [[nodiscard]] bool goes_on(const std::vector<Row::Part>& parts) {
    auto& row = rows_.back();
    return 2 * parts.size() <= columns_.size() && std::all_of(parts.begin(), parts.end(), [&](const Row::Part& part) {
             const auto* above = row.at(part.columns.first);
             const auto& line = part.lines.front();
             const auto text = line.text();
             if (above == nullptr || is_figure(above->lines.back().text()) || begins_label(text)) {
               return false;
             }
             const double room = columns_[part.columns.last].right - above->lines.back().box.right;
             return room < least_width(text, line.size);
           });
  }

  void set_edges(Grid& grid) const {
    grid.xs.push_back(columns_.front().left);
    for (std::size_t i = 1; i < columns_.size(); ++i) {
      grid.xs.push_back((columns_[i - 1].right + columns_[i].left) / 2);
    }
    grid.xs.push_back(columns_.back().right);
    for (const auto& row : rows_) {
      grid.ys.push_back(row.top);
    }
    grid.ys.push_back(rows_.back().bottom);
  }

  GridCell make_cell(const Grid& grid, std::size_t row, std::size_t column) {
    GridCell cell;
    cell.row = static_cast<std::uint32_t>(row);
    cell.column = static_cast<std::uint32_t>(column);
    cell.page = grid.page;
    if (const auto* part = rows_[row].at(column)) {
      const auto& columns = part->columns;
      cell.colspan = static_cast<std::uint32_t>(columns.last - columns.first + 1);
      cell.text = column_text(part->lines, padded(columns_[columns.last].right - columns_[columns.first].left));
    }
    cell.box = grid.box(cell);
    return cell;
  }

  std::vector<ColumnExtent> columns_;
  std::vector<Row> rows_;
};

struct Found {
  Grid grid;
  std::size_t lines = 0;  ///< that stand in it
};

/// The table that begins with this line.
std::optional<Found> table_at(const Lines& lines, std::size_t begin, const PageItems& page,
                              std::uint64_t most_positions) {
  auto end = begin + aligned_run(lines, begin);
  const Lines own(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end));
  const auto apart = apart_only(own);
  if (apart.size() < kFewestLines || is_prose(apart)) {
    return std::nullopt;
  }
  AlignedTable table(own);
  if (!table.is_filled() || table.positions() > most_positions) {
    return std::nullopt;
  }
  while (end < lines.size() && lines[end]->pieces.size() == 1 && near(*lines[end - 1], *lines[end]) &&
         table.add_rest(*lines[end])) {
    ++end;
  }
  return Found{table.make(page.number), end - begin};
}

/// The lines of text from this item on, up to a table.
Lines stretch(const std::vector<PageItem>& items, std::size_t from) {
  Lines lines;
  for (; from < items.size(); ++from) {
    const auto* line = std::get_if<TextLine>(&items[from]);
    if (line == nullptr) {
      break;
    }
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

void find_aligned_tables(PageItems& page, std::uint64_t most_positions) {
  std::vector<PageItem> result;
  for (std::size_t at = 0; at < page.items.size();) {
    const auto lines = stretch(page.items, at);
    for (std::size_t i = 0; i < lines.size();) {
      if (auto found = table_at(lines, i, page, most_positions)) {
        result.emplace_back(std::move(found->grid));
        i += found->lines;
      } else {
        result.emplace_back(std::move(std::get<TextLine>(page.items[at + i])));
        ++i;
      }
    }
    at += lines.size();
    if (at < page.items.size()) {
      result.push_back(std::move(page.items[at++]));
    }
  }
  page.items = std::move(result);
}

}  // namespace nianbao::pdf
