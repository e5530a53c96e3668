#include "layout/grid.hpp"

#include <numeric>
#include <set>

#include "layout/rulings.hpp"

namespace nianbao::pdf {
namespace {

/// Index of the edge that this position belongs to.
std::size_t nearest(const std::vector<double>& edges, double position) {
  const auto above = std::lower_bound(edges.begin(), edges.end(), position);
  if (above == edges.begin()) {
    return 0;
  }
  if (above == edges.end() || position - *(above - 1) < *above - position) {
    return static_cast<std::size_t>(above - edges.begin()) - 1;
  }
  return static_cast<std::size_t>(above - edges.begin());
}

/// Which faces of the finest grid belong together.
class Faces {
 public:
  Faces(std::size_t rows, std::size_t columns) : columns_(columns), parents_(rows * columns) {
    std::iota(parents_.begin(), parents_.end(), 0U);
  }
  std::size_t find(std::size_t face) {
    while (parents_[face] != face) {
      face = parents_[face] = parents_[parents_[face]];
    }
    return face;
  }
  std::size_t find(std::size_t row, std::size_t column) { return find(row * columns_ + column); }
  void join(std::size_t row, std::size_t column, std::size_t other_row, std::size_t other_column) {
    // The smaller number stays the root: it is the top left face.
    const auto a = find(row, column);
    const auto b = find(other_row, other_column);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::size_t columns_;
  std::vector<std::size_t> parents_;
};

class GridMaker {
 public:
  GridMaker(const std::vector<Ruling>& rulings, Grid& grid)
      : grid_(grid),
        rows_(grid.ys.size() - 1),
        columns_(grid.xs.size() - 1),
        below_((rows_ + 1) * columns_, 0),
        right_(rows_ * (columns_ + 1), 0),
        faces_(rows_, columns_) {
    for (const auto& ruling : rulings) {
      draw(ruling);
    }
  }

  void run() {
    join_faces();
    std::vector<char> done(rows_ * columns_, 0);
    for (std::size_t row = 0; row < rows_; ++row) {
      for (std::size_t column = 0; column < columns_; ++column) {
        if (done[row * columns_ + column] == 0) {
          add_cell(row, column, done);
        }
      }
    }
    forget_rectangles();
  }

 private:
  /// Marks the edges a line covers for the most part.
  void draw(const Ruling& ruling) {
    const auto& along = ruling.horizontal ? grid_.xs : grid_.ys;
    const auto across = nearest(ruling.horizontal ? grid_.ys : grid_.xs, ruling.at);
    for (std::size_t i = 0; i + 1 < along.size(); ++i) {
      const double covered = std::min(ruling.to, along[i + 1]) - std::max(ruling.from, along[i]);
      if (covered > 0.6 * (along[i + 1] - along[i])) {
        (ruling.horizontal ? below_[across * columns_ + i] : right_[i * (columns_ + 1) + across]) = 1;
      }
    }
  }

  void join_faces() {
    for (std::size_t row = 0; row < rows_; ++row) {
      for (std::size_t column = 0; column < columns_; ++column) {
        if (column + 1 < columns_ && right_[row * (columns_ + 1) + column + 1] == 0) {
          faces_.join(row, column, row, column + 1);
        }
        if (row + 1 < rows_ && below_[(row + 1) * columns_ + column] == 0) {
          faces_.join(row, column, row + 1, column);
        }
      }
    }
  }

  [[nodiscard]] bool same(std::size_t row, std::size_t column, std::size_t root, const std::vector<char>& done) {
    return done[row * columns_ + column] == 0 && faces_.find(row, column) == root;
  }

  /// The largest rectangle of its shape with this top left corner, row by row.
  void add_cell(std::size_t row, std::size_t column, std::vector<char>& done) {
    const auto root = faces_.find(row, column);
    if (root != row * columns_ + column) {
      odd_shapes_.insert(root + 1);
    }
    std::size_t right = column + 1;
    while (right < columns_ && same(row, right, root, done)) {
      ++right;
    }
    std::size_t bottom = row + 1;
    const auto row_fits = [&](std::size_t r) {
      for (std::size_t c = column; c < right; ++c) {
        if (!same(r, c, root, done)) {
          return false;
        }
      }
      return true;
    };
    while (bottom < rows_ && row_fits(bottom)) {
      ++bottom;
    }
    for (std::size_t r = row; r < bottom; ++r) {
      std::fill_n(done.begin() + static_cast<std::ptrdiff_t>(r * columns_ + column), right - column, 1);
    }
    const auto number = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
    GridCell cell;
    cell.row = number(row);
    cell.column = number(column);
    cell.rowspan = number(bottom - row);
    cell.colspan = number(right - column);
    cell.shape = root + 1;
    grid_.cells.push_back(std::move(cell));
  }

  /// A shape of one cell is a rectangle.
  void forget_rectangles() {
    for (auto& cell : grid_.cells) {
      cell.shape = odd_shapes_.count(cell.shape) > 0 ? cell.shape : 0;
    }
  }

  Grid& grid_;
  std::size_t rows_;
  std::size_t columns_;
  std::vector<char> below_;  // horizontal edges that are drawn: edge by column
  std::vector<char> right_;  // vertical edges that are drawn: row by edge
  Faces faces_;
  std::set<std::size_t> odd_shapes_;
};

/// Edges that are used, and the new number of each old edge.
std::vector<std::uint32_t> renumber(std::vector<double>& edges, const std::vector<char>& used) {
  std::vector<std::uint32_t> numbers(edges.size());
  std::vector<double> kept;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    numbers[i] = static_cast<std::uint32_t>(kept.size());
    if (used[i] != 0) {
      kept.push_back(edges[i]);
    }
  }
  edges = std::move(kept);
  return numbers;
}

}  // namespace

Grid make_grid(const std::vector<Ruling>& rulings, std::uint64_t most_positions) {
  std::vector<double> xs;
  std::vector<double> ys;
  double left = 1e9;
  double right = -1e9;
  double top = 1e9;
  double bottom = -1e9;
  for (const auto& ruling : rulings) {
    (ruling.horizontal ? ys : xs).push_back(ruling.at);
    (ruling.horizontal ? left : top) = std::min(ruling.horizontal ? left : top, ruling.from);
    (ruling.horizontal ? right : bottom) = std::max(ruling.horizontal ? right : bottom, ruling.to);
  }
  for (const double x : {left, right}) {
    xs.push_back(x);
  }
  for (const double y : {top, bottom}) {
    ys.push_back(y);
  }
  Grid grid;
  grid.xs = distinct_positions(std::move(xs));
  grid.ys = distinct_positions(std::move(ys));
  const bool flat = grid.xs.size() < 2 || grid.ys.size() < 2;
  if (flat || std::uint64_t{grid.rows()} * grid.columns() > most_positions) {
    return {};
  }
  GridMaker(rulings, grid).run();
  drop_unused_edges(grid);
  return grid;
}

void drop_unused_edges(Grid& grid) {
  std::vector<char> used_x(grid.xs.size(), 0);
  std::vector<char> used_y(grid.ys.size(), 0);
  used_x.back() = used_y.back() = 1;
  for (const auto& cell : grid.cells) {
    used_x[cell.column] = used_y[cell.row] = 1;
  }
  const auto columns = renumber(grid.xs, used_x);
  const auto rows = renumber(grid.ys, used_y);
  for (auto& cell : grid.cells) {
    const auto right = columns[cell.column + cell.colspan];
    const auto bottom = rows[cell.row + cell.rowspan];
    cell.column = columns[cell.column];
    cell.row = rows[cell.row];
    cell.colspan = right - cell.column;
    cell.rowspan = bottom - cell.row;
  }
}

}  // namespace nianbao::pdf
