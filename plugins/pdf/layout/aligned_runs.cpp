#include "layout/aligned_runs.hpp"

#include <algorithm>

#include "layout/aligned_columns.hpp"

namespace nianbao::pdf {
namespace {

constexpr std::size_t kMostLines = 500;

/// Pieces with gaps between them, but no form to be filled in (`姓名：…  电话：…`).
bool is_apart(const TextLine& line) {
  return line.pieces.size() > 1 && !std::all_of(line.pieces.begin(), line.pieces.end(), [](const Piece& piece) {
           return piece.text.find("：") != std::string::npos || piece.text.find(':') != std::string::npos;
         });
}

Lines between(const Lines& lines, std::size_t begin, std::size_t end) {
  return {lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end)};
}
/// Past the last of the lines with pieces apart that follow each other from here.
std::size_t apart_until(const Lines& lines, std::size_t begin) {
  auto end = begin;
  while (end < lines.size() && end - begin < kMostLines && is_apart(*lines[end]) &&
         (end == begin || near(*lines[end - 1], *lines[end]))) {
    ++end;
  }
  return end;
}
/// The next line with pieces apart, past a few that have none.
std::size_t next_apart(const Lines& lines, std::size_t from) {
  constexpr std::size_t kMostBetween = 2;
  auto next = from;
  while (next < lines.size() && next - from <= kMostBetween && near(*lines[next - 1], *lines[next]) &&
         lines[next]->pieces.size() == 1) {
    ++next;
  }
  return next < lines.size() && is_apart(*lines[next]) && near(*lines[next - 1], *lines[next]) ? next : lines.size();
}
/// The lines above and below have the same columns, and what stands between them stands in one of these.
bool fits(const Lines& lines, std::size_t begin, std::size_t end, std::size_t next, std::size_t more) {
  const auto above = apart_only(between(lines, begin, end));
  const auto below = between(lines, next, more);
  auto both = above;
  both.insert(both.end(), below.begin(), below.end());
  const auto columns = aligned_columns(both);
  if (columns.size() < std::max(aligned_columns(above).size(), aligned_columns(below).size())) {
    return false;
  }
  return std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(end),
                     lines.begin() + static_cast<std::ptrdiff_t>(next), [&](const TextLine* line) {
                       const auto range = columns_under(line->pieces.front(), columns);
                       return range.first == range.last;
                     });
}

}  // namespace

bool near(const TextLine& above, const TextLine& below) {
  constexpr double kFarthest = 3.2;
  return below.box.centre_y() - above.box.centre_y() < kFarthest * std::max({above.size, below.size, 1.0});
}

Lines apart_only(const Lines& lines) {
  Lines result;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(result),
               [](const auto* line) { return is_apart(*line); });
  return result;
}

std::size_t aligned_run(const Lines& lines, std::size_t begin) {
  std::size_t end = apart_until(lines, begin);
  while (end > begin && end < lines.size() && end - begin < kMostLines) {
    const auto next = next_apart(lines, end);
    const auto more = apart_until(lines, next);
    if (more == next || !fits(lines, begin, end, next, more)) {
      break;
    }
    end = more;
  }
  return end - begin;
}

}  // namespace nianbao::pdf
