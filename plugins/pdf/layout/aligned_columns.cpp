#include "layout/aligned_columns.hpp"

#include <algorithm>
#include <cmath>

namespace nianbao::pdf {
namespace {

/// What lies over each other by less than this, in points, does by chance.
constexpr double kOverlap = 2;

bool overlap(const Piece& a, double left, double right) {
  return std::min(a.right, right) - std::max(a.left, left) > kOverlap;
}

bool lies_over_several(const Piece& piece, const std::vector<const TextLine*>& lines) {
  return std::any_of(lines.begin(), lines.end(), [&](const TextLine* line) {
    return std::count_if(line->pieces.begin(), line->pieces.end(),
                         [&](const Piece& other) { return overlap(piece, other.left, other.right); }) > 1;
  });
}

}  // namespace

std::vector<ColumnExtent> aligned_columns(const std::vector<const TextLine*>& lines) {
  constexpr std::size_t kReferences = 8;
  auto fullest = lines;
  std::stable_sort(fullest.begin(), fullest.end(),
                   [](const TextLine* a, const TextLine* b) { return a->pieces.size() > b->pieces.size(); });
  fullest.resize(std::min(fullest.size(), kReferences));
  std::vector<ColumnExtent> extents;
  for (const auto* line : lines) {
    for (const auto& piece : line->pieces) {
      if (!lies_over_several(piece, fullest)) {
        extents.push_back({piece.left, piece.right});
      }
    }
  }
  std::sort(extents.begin(), extents.end(),
            [](const ColumnExtent& a, const ColumnExtent& b) { return a.left < b.left; });
  std::vector<ColumnExtent> columns;
  for (const auto& extent : extents) {
    if (!columns.empty() && extent.left < columns.back().right + kOverlap) {
      columns.back().right = std::max(columns.back().right, extent.right);
    } else {
      columns.push_back(extent);
    }
  }
  return columns;
}

ColumnRange columns_under(const Piece& piece, const std::vector<ColumnExtent>& columns) {
  const auto under = [&](const ColumnExtent& column) { return overlap(piece, column.left, column.right); };
  const auto first = std::find_if(columns.begin(), columns.end(), under);
  if (first == columns.end()) {
    const double centre = (piece.left + piece.right) / 2;
    const auto nearest = std::min_element(columns.begin(), columns.end(), [&](const auto& a, const auto& b) {
      return std::abs((a.left + a.right) / 2 - centre) < std::abs((b.left + b.right) / 2 - centre);
    });
    const auto index = static_cast<std::size_t>(nearest - columns.begin());
    return {index, index};
  }
  auto last = first;
  while (last + 1 != columns.end() && under(*(last + 1))) {
    ++last;
  }
  return {static_cast<std::size_t>(first - columns.begin()), static_cast<std::size_t>(last - columns.begin())};
}

}  // namespace nianbao::pdf
