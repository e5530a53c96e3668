#include "blocks/drawn_table.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "blocks/blanks.hpp"
#include "blocks/columns.hpp"
#include "blocks/row_table.hpp"
#include "blocks/ruler.hpp"
#include "blocks/text_builder.hpp"

namespace nianbao::blocks {

namespace {

// A longer table than any report's is left as the lines it is.
constexpr std::size_t kMostLines = 1000;
constexpr std::size_t kMostHeaderLines = 12;

using Row = std::vector<DrawnTable::Cell>;

void add_line(Row& row, const std::vector<std::string_view>& cells, std::uint32_t line) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].empty() || row[i].empty()) {
      row[i].push_back({cells[i], line});
    }
  }
}

/// Cells below a ruler of dashes.
class Ruled {
 public:
  Ruled(const std::vector<Line>& lines, std::size_t at, Ruler ruler)
      : lines_(lines), at_(at), ruler_(std::move(ruler)) {}

  std::optional<DrawnTable> read(std::size_t free) {
    DrawnTable table;
    if (!find_region(free, table.region)) {
      return std::nullopt;
    }
    for (const auto widths : {Widths::han_two, Widths::wide_two, Widths::all_one}) {
      if (fill(table, widths)) {
        return table;
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool is_blank(std::size_t i) const { return i >= lines_.size() || lines_[i].body.empty(); }
  [[nodiscard]] bool is_edge(std::size_t i) const { return i < lines_.size() && is_edge_of(ruler_, lines_[i].raw); }
  [[nodiscard]] std::optional<Ruler> ruler_at(std::size_t i) const {
    return i < lines_.size() ? Ruler::read(lines_[i].raw) : std::nullopt;
  }
  [[nodiscard]] bool is_same(std::size_t i) const {
    const auto other = ruler_at(i);
    return other && *other == ruler_;
  }

  /// With a header over the ruler the table goes on to an edge, or to an empty line where there is none above;
  /// without one to another ruler.
  bool find_region(std::size_t free, Region& region) const {
    region.from = at_;
    while (region.from > free && at_ - region.from < kMostHeaderLines && !is_blank(region.from - 1) &&
           !is_edge(region.from)) {
      --region.from;
    }
    const bool edge = is_edge(region.from);
    const bool header = region.from < at_;
    for (auto i = at_ + 1; i <= lines_.size() && i - at_ < kMostLines; ++i) {
      const bool same = is_same(i);
      const bool ruled = same || is_edge(i);
      if (!same && ruler_at(i)) {
        return false;
      }
      if (same && !is_blank(i + 1) && !header) {
        continue;  // the ruler under a header
      }
      if (ruled || (header && !edge && is_blank(i))) {
        region.to = ruled ? i + 1 : i;
        return region.to > at_ + 1;
      }
    }
    return false;
  }

  /// Where empty lines part the rows, a row has several lines. False where a word stands between two columns.
  bool fill(DrawnTable& table, Widths widths) const {
    table.rows.clear();
    bool parted = false;
    for (auto i = table.region.from; i < table.region.to; ++i) {
      parted = parted || (is_blank(i) && i > table.region.from && i + 1 < table.region.to);
    }
    bool open = false;
    for (auto i = table.region.from; i < table.region.to; ++i) {
      if (is_blank(i) || is_edge(i) || is_same(i)) {
        open = false;
        continue;
      }
      const auto cells = ruler_.cells(lines_[i].raw, widths);
      if (!cells) {
        return false;
      }
      if (!open || !parted) {
        table.rows.emplace_back(ruler_.columns());
      }
      add_line(table.rows.back(), *cells, lines_[i].number);
      open = true;
    }
    return !table.rows.empty();
  }

  const std::vector<Line>& lines_;
  std::size_t at_;
  Ruler ruler_;
};

bool is_frame(const Line& line) {
  return line.body.size() > 2 && line.body.front() == '+' && line.body.back() == '+' &&
         line.body.find_first_not_of("+-=:") == std::string_view::npos;
}

/// Cells in a frame, from its first line on. Where cells span columns the words of the lines tell more.
std::optional<DrawnTable> read_framed(const std::vector<Line>& lines, std::size_t from) {
  constexpr std::size_t kFramesOfPlainRows = 3;  // above and below the header, and under the last row
  const auto columns = static_cast<std::size_t>(std::count(lines[from].body.begin(), lines[from].body.end(), '+')) - 1;
  DrawnTable table;
  std::size_t frames = 0;
  auto to = from;
  for (; to < lines.size() && (is_frame(lines[to]) || is_pipe_row(lines[to])); ++to) {
    frames += static_cast<std::size_t>(is_frame(lines[to]));
  }
  bool open = false;
  for (auto i = from; i < to; ++i) {
    if (is_frame(lines[i])) {
      open = false;
      continue;
    }
    std::vector<std::string_view> cells;
    append_cells(lines[i], cells);
    if (cells.size() != columns) {
      return std::nullopt;
    }
    if (!open || frames <= kFramesOfPlainRows) {
      table.rows.emplace_back(columns);
    }
    add_line(table.rows.back(), cells, lines[i].number);
    open = true;
  }
  table.region = {from, to};
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

bool may_be_ruler(const Line& line) {
  return !line.body.empty() && (line.body.front() == '-' || line.body.front() == '=');
}

}  // namespace

std::vector<DrawnTable> find_drawn_tables(const std::vector<Line>& lines) {
  std::vector<DrawnTable> tables;
  std::size_t free = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::optional<DrawnTable> table;
    if (is_frame(lines[i])) {
      table = read_framed(lines, i);
    } else if (may_be_ruler(lines[i])) {
      if (auto ruler = Ruler::read(lines[i].raw)) {
        table = Ruled(lines, i, std::move(*ruler)).read(free);
      }
    }
    if (table) {
      i = table->region.to - 1;
      free = table->region.to;
      tables.push_back(std::move(*table));
    }
  }
  return tables;
}

Result<Table> make_table(const DrawnTable& drawn, const Source& source, const Limits& limits, Arena& arena) {
  Table table;
  table.rows = static_cast<std::uint32_t>(drawn.rows.size());
  table.columns = static_cast<std::uint32_t>(drawn.rows.front().size());
  if (std::size_t{table.rows} * table.columns > limits.cells) {
    return table_too_large(table.rows, table.columns, limits, drawn.rows.front().front().front().line);
  }
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      auto& cell = table.cells.emplace_back();
      cell.row = row + 1;
      cell.column = column + 1;
      TextBuilder builder(source, arena);
      for (const auto& [text, line] : drawn.rows[row][column]) {
        if (!text.empty() && builder.ends_in_word() && begins_word(text)) {
          builder.append_blank();
        }
        builder.append_plain(text, line);
      }
      cell.text = builder.finish(cell.at);
    }
  }
  return table;
}

}  // namespace nianbao::blocks
