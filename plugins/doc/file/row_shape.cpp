#include "file/row_shape.hpp"

#include <algorithm>

#include "file/bytes.hpp"
#include "file/sprm.hpp"

namespace nianbao::doc {

namespace {

// No row of Word's has more.
constexpr std::size_t kMostCells = 255;
constexpr std::size_t kCellSize = 20;
// Continues and begins, as the changes of one cell and of several name them.
constexpr std::uint32_t kFirstAcross = 2;
constexpr std::uint32_t kNextAcross = 1;

VerticalMerge vertical_merge(std::uint32_t flags) {
  return flags == 0 ? VerticalMerge::none : (flags & 2U) != 0 ? VerticalMerge::begins : VerticalMerge::goes_on;
}

/// Collects the changes of one row.
class Shaper {
 public:
  void apply(const Sprm& change);
  [[nodiscard]] RowShape finish() { return std::move(row_); }

 private:
  struct Cells {
    std::size_t from;
    std::size_t to;
  };
  [[nodiscard]] Cells cells_of(std::string_view operand) const;
  void define(std::string_view operand);
  void move_to(std::int32_t left);
  void insert(std::string_view operand);
  void erase(std::string_view operand);
  void set_width(std::string_view operand);
  void merge(std::string_view operand, bool merged);
  void merge_down(std::string_view operand);

  RowShape row_;
  std::int32_t gap_ = 0;  // half the space between texts of neighbouring cells
};

void Shaper::apply(const Sprm& change) {
  switch (change.code) {
    case sprm::kCells:
      return define(change.operand);
    case sprm::kHeaderRow:
      row_.header = u8(change.operand, 0) != 0;
      return;
    case sprm::kGap:
      gap_ = i16(change.operand, 0);
      return;
    case sprm::kLeft:
      return move_to(i16(change.operand, 0));
    case sprm::kInsertCells:
      return insert(change.operand);
    case sprm::kDeleteCells:
      return erase(change.operand);
    case sprm::kCellWidth:
      return set_width(change.operand);
    case sprm::kMergeCells:
      return merge(change.operand, true);
    case sprm::kSplitCells:
      return merge(change.operand, false);
    case sprm::kVerticalMerge:
      return merge_down(change.operand);
    default:
      return;
  }
}

void Shaper::define(std::string_view operand) {
  const auto count = std::min<std::size_t>(u8(operand, 0), kMostCells);
  const auto shapes = 1 + (count + 1) * 2;
  if (operand.size() < shapes) {
    return;
  }
  row_.cells.assign(count, {});
  for (std::size_t i = 0; i < count; ++i) {
    auto& cell = row_.cells[i];
    cell.left = i16(operand, 1 + i * 2);
    cell.right = std::max(i16(operand, 3 + i * 2), cell.left);
    const auto flags = u16(operand, shapes + i * kCellSize);
    cell.across = flags & 3U;
    cell.down = vertical_merge((flags >> 5U) & 3U);
  }
}

void Shaper::move_to(std::int32_t left) {
  const auto shift = row_.cells.empty() ? 0 : left - (row_.cells.front().left + gap_);
  for (auto& cell : row_.cells) {
    cell.left += shift;
    cell.right += shift;
  }
}

void Shaper::insert(std::string_view operand) {
  const auto at = std::min<std::size_t>(u8(operand, 0), row_.cells.size());
  const auto count = std::min<std::size_t>(u8(operand, 1), kMostCells - row_.cells.size());
  const auto width = i16(operand, 2);
  auto left = at < row_.cells.size() ? row_.cells[at].left : row_.cells.empty() ? 0 : row_.cells.back().right;
  const auto shift = static_cast<std::int32_t>(count) * width;
  for (auto i = at; i < row_.cells.size(); ++i) {
    row_.cells[i].left += shift;
    row_.cells[i].right += shift;
  }
  std::vector<CellShape> more(count);
  for (auto& cell : more) {
    cell.left = left;
    cell.right = left += width;
  }
  row_.cells.insert(row_.cells.begin() + static_cast<std::ptrdiff_t>(at), more.begin(), more.end());
}

Shaper::Cells Shaper::cells_of(std::string_view operand) const {
  const auto to = std::min<std::size_t>(u8(operand, 1), row_.cells.size());
  return {std::min<std::size_t>(u8(operand, 0), to), to};
}

void Shaper::erase(std::string_view operand) {
  const auto cells = cells_of(operand);
  if (cells.from == cells.to) {
    return;
  }
  const auto shift = row_.cells[cells.to - 1].right - row_.cells[cells.from].left;
  for (auto i = cells.to; i < row_.cells.size(); ++i) {
    row_.cells[i].left -= shift;
    row_.cells[i].right -= shift;
  }
  row_.cells.erase(row_.cells.begin() + static_cast<std::ptrdiff_t>(cells.from),
                   row_.cells.begin() + static_cast<std::ptrdiff_t>(cells.to));
}

void Shaper::set_width(std::string_view operand) {
  const auto cells = cells_of(operand);
  const auto width = i16(operand, 2);
  for (auto i = cells.from; i < cells.to; ++i) {
    const auto shift = width - (row_.cells[i].right - row_.cells[i].left);
    row_.cells[i].right += shift;
    for (auto behind = i + 1; behind < row_.cells.size(); ++behind) {
      row_.cells[behind].left += shift;
      row_.cells[behind].right += shift;
    }
  }
}

void Shaper::merge(std::string_view operand, bool merged) {
  const auto cells = cells_of(operand);
  for (auto i = cells.from; i < cells.to; ++i) {
    row_.cells[i].across = !merged ? 0 : i == cells.from ? kFirstAcross : kNextAcross;
  }
}

void Shaper::merge_down(std::string_view operand) {
  if (const auto cell = u8(operand, 0); cell < row_.cells.size()) {
    row_.cells[cell].down = vertical_merge(u8(operand, 1));
  }
}

}  // namespace

/// Which of the two values begins a merge differs between versions of the format: the first of a group
/// always begins it.
bool RowShape::goes_on_across(std::size_t cell) const {
  if (cell >= cells.size() || cells[cell].across == 0) {
    return false;
  }
  auto first = cell;
  while (first > 0 && cells[first - 1].across != 0) {
    --first;
  }
  return cells[cell].across != cells[first].across;
}

RowShape read_row_shape(std::string_view changes) {
  Shaper shaper;
  Sprm one;
  for (SprmReader reader(changes); reader.next(one);) {
    shaper.apply(one);
  }
  return shaper.finish();
}

}  // namespace nianbao::doc
