#include "layout/cell_text.hpp"

#include <cmath>

namespace nianbao::pdf {
namespace {

/// What office programs leave free at both sides of a cell's text, together.
constexpr double kPadding = 13;

/// Finds the cell of a place.
class CellFinder {
 public:
  explicit CellFinder(const Grid& grid) : grid_(grid), cells_(std::size_t{grid.rows()} * grid.columns(), 0) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      const auto& cell = grid.cells[i];
      for (std::uint32_t r = cell.row; r < cell.row + cell.rowspan; ++r) {
        std::fill_n(cells_.begin() + static_cast<std::ptrdiff_t>(std::size_t{r} * grid.columns() + cell.column),
                    cell.colspan, i);
      }
    }
  }
  [[nodiscard]] std::size_t at(double x, double y) const {
    return cells_[index(grid_.ys, y) * grid_.columns() + index(grid_.xs, x)];
  }

 private:
  static std::size_t index(const std::vector<double>& edges, double position) {
    const auto above = std::upper_bound(edges.begin() + 1, edges.end() - 1, position);
    return static_cast<std::size_t>(above - edges.begin()) - 1;
  }

  const Grid& grid_;
  std::vector<std::size_t> cells_;
};

/// Sorts glyphs into cells run by run: what is drawn in one go, one beside the other.
class Filler {
 public:
  explicit Filler(Grid& grid) : grid_(grid), finder_(grid), contents_(grid.cells.size()) {}

  void add(const Glyph& glyph) {
    const auto cell = finder_.at(glyph.box.centre_x(), glyph.box.centre_y());
    if (!run_.empty() && (!follows(*run_.back(), glyph) || (cell != cell_ && !crosses_edge(*run_.back(), glyph)))) {
      finish();
    }
    if (run_.empty()) {
      cell_ = cell;
    }
    ++votes(cell);
    run_.push_back(&glyph);
    cell_ = cell;
  }

  void finish() {
    if (run_.empty()) {
      return;
    }
    // The cell where most of the run stands; the first of them where it is undecided.
    auto best = votes_.front();
    for (const auto& vote : votes_) {
      best = vote.second > best.second ? vote : best;
    }
    auto& content = contents_[best.first];
    content.insert(content.end(), run_.begin(), run_.end());
    run_.clear();
    votes_.clear();
  }

  void write() {
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      auto& cell = grid_.cells[i];
      cell.page = grid_.page;
      cell.box = grid_.box(cell);
      const auto lines = text_lines(std::move(contents_[i]));
      cell.text = column_text(lines, cell.box.width());
      if (!lines.empty()) {
        cell.room = room_beside(lines.back(), cell.box.width());
        cell.size = lines.back().size;
      }
      grid_.odd_shapes = grid_.odd_shapes || (cell.shape != 0 && !cell.text.empty());
    }
  }

 private:
  static bool follows(const Glyph& before, const Glyph& glyph) {
    const double gap = glyph.box.left - before.box.right;
    return std::abs(glyph.box.centre_y() - before.box.centre_y()) < 0.3 * before.size && gap < 0.3 * before.size &&
           gap > -0.5 * before.size;
  }
  /// True if an edge goes through one of the two glyphs rather than between them.
  [[nodiscard]] bool crosses_edge(const Glyph& before, const Glyph& glyph) const {
    return std::any_of(grid_.xs.begin(), grid_.xs.end(), [&](double x) {
      const auto through = [x](const Rect& box) {
        return x > box.left + 0.12 * box.width() && x < box.right - 0.12 * box.width();
      };
      return through(before.box) || through(glyph.box);
    });
  }
  int& votes(std::size_t cell) {
    const auto it = std::find_if(votes_.begin(), votes_.end(), [cell](const auto& vote) { return vote.first == cell; });
    if (it != votes_.end()) {
      return it->second;
    }
    return votes_.emplace_back(cell, 0).second;
  }

  Grid& grid_;
  CellFinder finder_;
  std::vector<std::vector<const Glyph*>> contents_;
  std::vector<const Glyph*> run_;
  std::size_t cell_ = 0;
  std::vector<std::pair<std::size_t, int>> votes_;
};

}  // namespace

std::vector<const Glyph*> fill_cells(Grid& grid, const std::vector<const Glyph*>& glyphs) {
  std::vector<const Glyph*> outside;
  Filler filler(grid);
  const auto box = grid.box();
  for (const auto* glyph : glyphs) {
    if (!box.contains(glyph->box.centre_x(), glyph->box.centre_y())) {
      outside.push_back(glyph);
    } else {
      filler.add(*glyph);
    }
  }
  filler.finish();
  filler.write();
  return outside;
}

double room_beside(const TextLine& line, double width) { return width - line.box.width() - kPadding; }

double padded(double width) { return width + kPadding; }

std::string column_text(const std::vector<TextLine>& lines, double width) {
  std::string text;
  const TextLine* last = nullptr;
  for (const auto& line : lines) {
    const auto next = line.text();
    if (last == nullptr) {
      text = next;
    } else if (room_beside(*last, width) < least_width(next, line.size)) {
      append_wrapped(text, next);
    } else {
      text += '\n';
      text += next;
    }
    last = &line;
  }
  return text;
}

}  // namespace nianbao::pdf
