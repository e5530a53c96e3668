#include "layout/tagged_tables.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "layout/cell_text.hpp"

namespace nianbao::pdf {
namespace {

double middle(const Glyph& glyph) { return (glyph.box.top + glyph.box.bottom) / 2; }

/// A cell that spans two rows stands between them, no more than its own height from either.
bool stand_beside(const Glyph& a, const Glyph& b) {
  constexpr double kAllowance = 1.05;
  const double height = std::min(a.box.bottom - a.box.top, b.box.bottom - b.box.top);
  return std::abs(middle(a) - middle(b)) <= height * kAllowance;
}

/// Glyphs of the same line follow each other when they are sorted by height.
bool has_marks_side_by_side(const PageContent& page) {
  auto glyphs = page.outside;
  std::sort(glyphs.begin(), glyphs.end(),
            [](const Glyph* a, const Glyph* b) { return a->box.top + a->box.bottom < b->box.top + b->box.bottom; });
  const auto beside = [](const Glyph* a, const Glyph* b) { return a->mark != b->mark && stand_beside(*a, *b); };
  return std::adjacent_find(glyphs.begin(), glyphs.end(), beside) != glyphs.end();
}

using Content = std::map<std::pair<std::uint32_t, std::int32_t>, std::vector<const Glyph*>>;

/// Glyphs outside of ruled tables, by page and mark.
Content marked_content(const std::vector<PageContent>& contents) {
  Content content;
  for (const auto& page : contents) {
    for (const auto* glyph : page.outside) {
      if (glyph->mark >= 0) {
        content[{page.number, glyph->mark}].push_back(glyph);
      }
    }
  }
  return content;
}

/// What of a cell stands on the page where it begins, and all its lines.
struct Filling {
  std::uint32_t page = 0;
  Rect box;
  std::vector<TextLine> lines;
};

void add_content(const Content& content, const TaggedCell& cell, Filling& filling) {
  std::map<std::uint32_t, std::vector<const Glyph*>> by_page;
  for (const auto& mark : cell.content) {
    const auto it = content.find({mark.page, mark.mark});
    if (it != content.end()) {
      auto& glyphs = by_page[mark.page];
      glyphs.insert(glyphs.end(), it->second.begin(), it->second.end());
    }
  }
  for (auto& [page, glyphs] : by_page) {
    for (auto& line : text_lines(std::move(glyphs))) {
      if (filling.lines.empty()) {
        filling.page = page;
        filling.box = line.box;
      } else if (page == filling.page) {
        filling.box.include(line.box);
      }
      filling.lines.push_back(std::move(line));
    }
  }
}

class TaggedGrid {
 public:
  TaggedGrid(const Content& content, const TaggedTable& table, std::uint64_t most_positions)
      : content_(content), table_(table), most_positions_(most_positions) {}

  /// The grid; `xs` empty if the tree gives none that agrees with the page.
  Grid make() {
    if (!place_cells() || !agrees_with_page()) {
      return {};
    }
    write_texts();
    add_missing_cells();
    set_edges();
    return std::move(grid_);
  }

 private:
  bool place_cells() {
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      std::uint32_t column = 0;
      for (const auto& cell : table_.rows[row]) {
        while (taken_.count({row, column}) > 0) {
          ++column;
        }
        const auto rows_left = static_cast<std::uint32_t>(table_.rows.size() - row);
        if (!place(cell, static_cast<std::uint32_t>(row), column, std::min(cell.rowspan, rows_left))) {
          return false;
        }
        column += cell.colspan;
        columns_ = std::max(columns_, column);
      }
    }
    return grid_.cells.size() > 1 && columns_ * table_.rows.size() <= most_positions_;
  }

  bool place(const TaggedCell& from, std::uint32_t row, std::uint32_t column, std::uint32_t rowspan) {
    if (taken_.size() + std::uint64_t{rowspan} * from.colspan > most_positions_) {
      return false;
    }
    for (std::uint32_t r = row; r < row + rowspan; ++r) {
      for (std::uint32_t c = column; c < column + from.colspan; ++c) {
        if (!taken_.insert({r, c}).second) {
          return false;
        }
      }
    }
    GridCell cell;
    cell.row = row;
    cell.column = column;
    cell.rowspan = rowspan;
    cell.colspan = from.colspan;
    for (const auto& inner : from.inner) {
      auto grid = TaggedGrid(content_, inner, most_positions_).make();
      if (!grid.xs.empty()) {
        cell.inner.push_back(std::move(grid));
      }
    }
    Filling filling;
    add_content(content_, from, filling);
    cell.page = filling.page;
    cell.box = filling.box;
    fillings_.push_back(std::move(filling));
    grid_.cells.push_back(std::move(cell));
    return true;
  }

  /// Rows go down, and the cells of a row go to the right, on each page.
  [[nodiscard]] bool agrees_with_page() const {
    bool some = false;
    const GridCell* before = nullptr;
    for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
      const auto& cell = grid_.cells[i];
      if (fillings_[i].lines.empty()) {
        continue;
      }
      some = true;
      if (before != nullptr && before->page == cell.page) {
        const bool beside = before->row == cell.row && cell.box.left > before->box.left;
        const bool below = before->row < cell.row && cell.box.bottom > before->box.top;
        if (!beside && !below) {
          return false;
        }
      }
      before = &cell;
    }
    return some;
  }

  /// The longest line of a column says how much room its lines have.
  void write_texts() {
    std::vector<double> widths(columns_, 0);
    for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
      for (const auto& line : fillings_[i].lines) {
        auto& width = widths[grid_.cells[i].column];
        width = grid_.cells[i].colspan == 1 ? std::max(width, line.box.width()) : width;
      }
    }
    for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
      auto& cell = grid_.cells[i];
      double width = cell.colspan == 1 ? widths[cell.column] : 0;
      for (const auto& line : fillings_[i].lines) {
        width = std::max(width, line.box.width());
      }
      cell.text = column_text(fillings_[i].lines, padded(width));
    }
  }

  void add_missing_cells() {
    for (std::uint32_t row = 0; row < table_.rows.size(); ++row) {
      for (std::uint32_t column = 0; column < columns_; ++column) {
        if (taken_.count({row, column}) == 0) {
          GridCell cell;
          cell.row = row;
          cell.column = column;
          cell.missing = true;
          grid_.cells.push_back(cell);
        }
      }
    }
    std::stable_sort(grid_.cells.begin(), grid_.cells.end(), [](const GridCell& a, const GridCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
  }

  /// Nobody drew the edges: they divide the table's box.
  void set_edges() {
    for (const auto& filling : fillings_) {
      if (!filling.lines.empty() && grid_.page == 0) {
        grid_.page = filling.page;
        box_ = filling.box;
      } else if (!filling.lines.empty() && filling.page == grid_.page) {
        box_.include(filling.box);
      }
      grid_.last_page = std::max(grid_.last_page, filling.page);
    }
    const auto rows = static_cast<double>(table_.rows.size());
    for (std::uint32_t c = 0; c <= columns_; ++c) {
      grid_.xs.push_back(box_.left + box_.width() * c / columns_);
    }
    for (std::size_t r = 0; r <= table_.rows.size(); ++r) {
      grid_.ys.push_back(box_.top + box_.height() * static_cast<double>(r) / rows);
    }
    grid_.whole = true;
  }

  const Content& content_;
  const TaggedTable& table_;
  std::uint64_t most_positions_;
  std::uint32_t columns_ = 0;
  std::set<std::pair<std::uint64_t, std::uint32_t>> taken_;
  std::vector<Filling> fillings_;  ///< of each cell that was placed
  Grid grid_;
  Rect box_;
};

void collect_marks(const TaggedTable& table, std::set<std::pair<std::uint32_t, std::int32_t>>& marks) {
  for (const auto& row : table.rows) {
    for (const auto& cell : row) {
      for (const auto& mark : cell.content) {
        marks.insert({mark.page, mark.mark});
      }
      for (const auto& inner : cell.inner) {
        collect_marks(inner, marks);
      }
    }
  }
}

void remove_marked(const std::set<std::pair<std::uint32_t, std::int32_t>>& marks, std::vector<PageContent>& contents) {
  for (auto& page : contents) {
    page.outside.erase(std::remove_if(page.outside.begin(), page.outside.end(),
                                      [&](const Glyph* glyph) {
                                        return marks.count({page.number, glyph->mark}) > 0;
                                      }),
                       page.outside.end());
  }
}

}  // namespace

bool may_have_tagged_tables(const std::vector<PageContent>& contents) {
  return std::any_of(contents.begin(), contents.end(), has_marks_side_by_side);
}

void take_tagged_tables(const std::vector<TaggedTable>& tables, std::uint64_t most_positions,
                        std::vector<PageContent>& contents) {
  if (tables.empty()) {
    return;
  }
  const auto content = marked_content(contents);
  std::set<std::pair<std::uint32_t, std::int32_t>> used;
  for (const auto& table : tables) {
    auto grid = TaggedGrid(content, table, most_positions).make();
    const auto page = std::find_if(contents.begin(), contents.end(),
                                   [&](const PageContent& candidate) { return candidate.number == grid.page; });
    if (!grid.xs.empty() && page != contents.end()) {
      collect_marks(table, used);
      page->tables.push_back(std::move(grid));
    }
  }
  remove_marked(used, contents);
}

}  // namespace nianbao::pdf
