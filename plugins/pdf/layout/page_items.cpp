#include "layout/page_items.hpp"

#include "layout/cell_text.hpp"
#include "layout/rulings.hpp"

namespace nianbao::pdf {
namespace {

/// A frame of one cell is a frame around text, not a table.
bool is_table(const Grid& grid) { return !grid.xs.empty() && grid.cells.size() > 1; }

std::vector<Grid> tables_of(const Page& page, std::uint64_t most_positions) {
  std::vector<Grid> tables;
  for (const auto& rulings : connected_rulings(merge_rulings(page.rulings))) {
    auto grid = make_grid(rulings, most_positions);
    if (is_table(grid)) {
      grid.page = grid.last_page = page.number;
      tables.push_back(std::move(grid));
    }
  }
  // Small ones first: a table inside a cell takes its text before the outer one does.
  std::stable_sort(tables.begin(), tables.end(), [](const Grid& a, const Grid& b) {
    return a.box().width() * a.box().height() < b.box().width() * b.box().height();
  });
  return tables;
}

bool is_empty(const Grid& grid) {
  return std::all_of(grid.cells.begin(), grid.cells.end(),
                     [](const GridCell& cell) { return cell.text.empty() && cell.inner.empty(); });
}

bool contains(const Rect& outer, const Rect& inner) {
  return outer.contains(inner.left, inner.top) && outer.contains(inner.right, inner.bottom);
}

/// Puts the table into the cell of another in which it stands; false if there is none.
bool put_inside(Grid& inner, std::vector<Grid>& others, std::size_t first) {
  for (std::size_t i = first; i < others.size(); ++i) {
    for (auto& cell : others[i].cells) {
      if (contains(others[i].box(cell), inner.box())) {
        cell.inner.push_back(std::move(inner));
        return true;
      }
    }
  }
  return false;
}

}  // namespace

Rect box_of(const PageItem& item) {
  if (const auto* line = std::get_if<TextLine>(&item)) {
    return line->box;
  }
  return std::get<Grid>(item).box();
}

PageContent ruled_tables(const Page& page, std::uint64_t most_positions) {
  PageContent content{page.number, page.width, page.height, {}, {}};
  content.outside.reserve(page.glyphs.size());
  for (const auto& glyph : page.glyphs) {
    content.outside.push_back(&glyph);
  }
  auto tables = tables_of(page, most_positions);
  for (auto& grid : tables) {
    content.outside = fill_cells(grid, content.outside);
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (!is_empty(tables[i]) && !put_inside(tables[i], tables, i + 1)) {
      content.tables.push_back(std::move(tables[i]));
    }
  }
  return content;
}

PageItems page_items(PageContent content) {
  PageItems result{content.number, content.width, content.height, {}};
  for (auto& grid : content.tables) {
    result.items.emplace_back(std::move(grid));
  }
  for (auto& line : text_lines(std::move(content.outside))) {
    result.items.emplace_back(std::move(line));
  }
  std::stable_sort(result.items.begin(), result.items.end(),
                   [](const PageItem& a, const PageItem& b) { return box_of(a).top < box_of(b).top; });
  return result;
}

}  // namespace nianbao::pdf
