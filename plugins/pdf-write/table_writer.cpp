#include "table_writer.hpp"

#include <algorithm>
#include <numeric>

#include "cell_words.hpp"
#include "table_layout.hpp"

namespace nianbao::pdf_write {
namespace {

constexpr double kPadX = 3;
constexpr double kPadY = 3;
constexpr double kThin = 0.5;

/// A cell with its text set, of which some lines may be drawn already.
struct SetCell {
  const Cell* cell;
  SetText text;
  std::size_t drawn = 0;
};

class TableWriter {
 public:
  TableWriter(const Table& table, Cursor& cursor) : table_(table), cursor_(cursor), headers_(rows_of_headers(table)) {
    set_cells();
    header_ = header_rows(table);
    header_height_ = height(0, header_);
    // A header that leaves no room is no use on every page.
    if (header_height_ > Page::kTextHeight / 2) {
      header_ = 0;
      header_height_ = 0;
    }
  }

  void write() {
    std::uint32_t row = 0;
    while (row < table_.rows) {
      const bool repeats = row >= header_ && header_ > 0 && row > 0 && cursor_.at_top();
      const double header = repeats ? header_height_ : 0;
      auto end = before_headers(row, rows_that_fit(heights_, row, cursor_.room() - header));
      // The header does not stand alone at the foot of a page.
      const bool lonely = end < table_.rows && end <= header_ && row < header_;
      if ((end == row || lonely) && !cursor_.at_top()) {
        cursor_.next_page();
        continue;
      }
      if (repeats) {
        draw_rows(0, header_, true);
      }
      if (end == row) {
        end = cut(row);
      }
      draw_rows(row, end, false);
      row = end;
      if (row < table_.rows) {
        cursor_.next_page();
      }
    }
  }

  [[nodiscard]] double beginning() const {
    const auto body = std::find(headers_.begin(), headers_.end(), 0) - headers_.begin();
    return height(0, std::min(static_cast<std::uint32_t>(body) + 1, table_.rows));
  }

 private:
  /// Headers do not stand at the foot of a page without what they are headers of.
  [[nodiscard]] std::uint32_t before_headers(std::uint32_t row, std::uint32_t end) const {
    auto last = end;
    while (last > row && last < table_.rows && headers_[last - 1] != 0) {
      --last;
    }
    return last > row ? last : end;
  }

  void set_cells() {
    std::vector<CellNeed> needs;
    for (const auto& cell : table_.cells) {
      const auto style = cell_style(cell.header);
      const auto words = words_of(cell);
      const double sides = 2 * kPadX + 2;
      const double widest = cursor_.canvas.natural_width(words, style) + sides;
      const double word = cursor_.canvas.natural_width(longest_word(words), style) + sides;
      needs.push_back({widest, std::min(widest, std::max(word, 2 * style.size + 2 * kPadX))});
    }
    widths_ = column_widths(table_, needs, Page::kTextWidth);
    std::vector<double> heights;
    for (const auto& cell : table_.cells) {
      auto style = cell_style(cell.header);
      const auto words = words_of(cell);
      style.alignment = cell.header || is_figure(words) ? Alignment::centre : style.alignment;
      cells_.push_back({&cell, cursor_.canvas.set(words, style, width(cell) - 2 * kPadX)});
      heights.push_back(cells_.back().text.height() + 2 * kPadY);
    }
    heights_ = row_heights(table_, heights, cell_style(false).pitch + 2 * kPadY + 2);
  }

  /// A row that is taller than a page becomes as many as it needs pages; its cells then span them.
  std::uint32_t cut(std::uint32_t row) {
    const double room = cursor_.room();
    rest_ = heights_[row] - room;
    heights_[row] = room;
    draw_rows(row, row + 1, false);
    while (rest_ > 0) {
      cursor_.next_page();
      heights_[row] = std::min(rest_, Page::kTextHeight);
      rest_ -= heights_[row];
      if (rest_ > 0) {
        draw_rows(row, row + 1, false);
      }
    }
    return row + 1;
  }

  [[nodiscard]] double height(std::uint32_t from, std::uint32_t to) const {
    return std::accumulate(heights_.begin() + from, heights_.begin() + to, 0.0);
  }
  [[nodiscard]] double left(std::uint32_t column) const {
    return std::accumulate(widths_.begin(), widths_.begin() + (column - 1), Page::kLeft);
  }
  [[nodiscard]] double width(const Cell& cell) const {
    return std::accumulate(widths_.begin() + (cell.column - 1), widths_.begin() + (cell.column - 1 + cell.colspan),
                           0.0);
  }

  void draw_rows(std::uint32_t from, std::uint32_t to, bool repeated) {
    cursor_.canvas.open_tag("Table");
    std::uint32_t row = 0;
    for (auto& cell : cells_) {
      const auto first = std::max(cell.cell->row - 1, from);
      const auto last = std::min(cell.cell->row - 1 + cell.cell->rowspan, to);
      if (first >= last) {
        continue;
      }
      if (row != first + 1) {
        if (row != 0) {
          cursor_.canvas.close_tag("TR");
        }
        cursor_.canvas.open_tag("TR");
        row = first + 1;
      }
      const double top = cursor_.y + height(from, first);
      draw(cell, {top, height(first, last), last == cell.cell->row - 1 + cell.cell->rowspan, repeated});
    }
    cursor_.canvas.close_tag("TR");
    cursor_.canvas.close_tag("Table");
    cursor_.y += height(from, to);
  }

  /// The part of a cell that stands on one page.
  struct Part {
    double top;
    double height;
    bool last;      ///< nothing of the cell follows on other pages
    bool repeated;  ///< the whole text again
  };

  void draw(SetCell& cell, const Part& part) {
    const double x = left(cell.cell->column);
    const double right = x + width(*cell.cell);
    auto& canvas = cursor_.canvas;
    if (cell.cell->shaded) {
      canvas.fill(x, part.top, right - x, part.height);
    }
    for (const double y : {part.top, part.top + part.height}) {
      canvas.line(x, y, right, y, kThin);
    }
    for (const double edge : {x, right}) {
      canvas.line(edge, part.top, edge, part.top + part.height, kThin);
    }
    const auto from = part.repeated ? 0 : cell.drawn;
    const auto fits = static_cast<std::size_t>(std::max(0.0, (part.height - 2 * kPadY + 0.5) / cell.text.pitch()));
    const bool rest = part.repeated || (part.last && rest_ <= 0);
    const auto to = rest ? cell.text.lines() : std::min(cell.text.lines(), from + fits);
    const double free = part.height - static_cast<double>(to - from) * cell.text.pitch();
    const char* tag = cell.cell->header ? "TH" : "TD";
    canvas.open_tag(tag);
    canvas.draw(cell.text, from, to, x + kPadX, part.top + std::max(free / 2, 0.0));
    canvas.close_tag(tag);
    if (!part.repeated) {
      cell.drawn = to;
    }
  }

  const Table& table_;
  Cursor& cursor_;
  std::vector<char> headers_;  ///< rows that are headers alone
  std::vector<SetCell> cells_;
  std::vector<double> widths_;
  std::vector<double> heights_;
  std::uint32_t header_ = 0;
  double header_height_ = 0;
  double rest_ = 0;  ///< height of a row that is taller than a page, still to be drawn
};

}  // namespace

void write_table(const Table& table, Cursor& cursor) {
  if (table.rows > 0 && table.columns > 0) {
    TableWriter(table, cursor).write();
  }
}

double beginning_of(const Table& table, Cursor& cursor) {
  return table.rows > 0 && table.columns > 0 ? TableWriter(table, cursor).beginning() : 0;
}

}  // namespace nianbao::pdf_write
