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
  return std::all_of(grid.cells.begin(), grid.cells.end(), [](const GridCell& cell) { return cell.text.empty(); });
}

}  // namespace

Rect box_of(const PageItem& item) {
  if (const auto* line = std::get_if<TextLine>(&item)) {
    return line->box;
  }
  return std::get<Grid>(item).box();
}

PageItems page_items(const Page& page, std::uint64_t most_positions) {
  std::vector<const Glyph*> glyphs;
  glyphs.reserve(page.glyphs.size());
  for (const auto& glyph : page.glyphs) {
    glyphs.push_back(&glyph);
  }
  PageItems result{page.number, page.width, page.height, {}};
  for (auto& grid : tables_of(page, most_positions)) {
    glyphs = fill_cells(grid, glyphs);
    if (!is_empty(grid)) {
      result.items.emplace_back(std::move(grid));
    }
  }
  for (auto& line : text_lines(std::move(glyphs))) {
    result.items.emplace_back(std::move(line));
  }
  std::stable_sort(result.items.begin(), result.items.end(),
                   [](const PageItem& a, const PageItem& b) { return box_of(a).top < box_of(b).top; });
  return result;
}

}  // namespace nianbao::pdf
