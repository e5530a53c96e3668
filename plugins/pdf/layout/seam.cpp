#include "layout/seam.hpp"

#include "layout/figure_text.hpp"
#include "layout/text_lines.hpp"

namespace nianbao::pdf {
namespace {

/// Two cells one above the other with the page break between them.
struct Pair {
  GridCell* upper;
  GridCell* lower;

  /// The text of the upper one goes on in the lower one.
  [[nodiscard]] bool text_goes_on() const {
    return !upper->text.empty() && upper->room < least_width(lower->text, upper->size) && !lower->text.empty() &&
           !begins_label(lower->text) && !is_figure(upper->text);
  }
  [[nodiscard]] bool one_is_blank() const { return upper->text.empty() || lower->text.empty(); }
  [[nodiscard]] bool spans() const { return upper->rowspan > 1 || lower->rowspan > 1; }
};

class Seam {
 public:
  Seam(Grid& grid, std::uint32_t row) : grid_(grid), row_(row) {
    for (auto& lower : grid_.cells) {
      if (lower.row == row_) {
        const auto upper = std::find_if(grid_.cells.begin(), grid_.cells.end(), [&](const GridCell& cell) {
          return cell.row + cell.rowspan == row_ && cell.column == lower.column && cell.colspan == lower.colspan;
        });
        aligned_ = aligned_ && upper != grid_.cells.end();
        if (upper != grid_.cells.end()) {
          pairs_.push_back({&*upper, &lower});
        }
      }
    }
  }

  void mend() {
    const bool whole = row_goes_on();
    for (const auto& pair : pairs_) {
      if (whole || cell_goes_on(pair)) {
        pair.upper->rowspan += pair.lower->rowspan;
        pair.upper->text += pair.lower->text;
        if (!pair.lower->text.empty()) {
          pair.upper->room = pair.lower->room;
          pair.upper->size = pair.lower->size;
        }
        std::move(pair.lower->inner.begin(), pair.lower->inner.end(), std::back_inserter(pair.upper->inner));
        pair.lower->rowspan = 0;
      }
    }
    grid_.cells.erase(
        std::remove_if(grid_.cells.begin(), grid_.cells.end(), [](const GridCell& cell) { return cell.rowspan == 0; }),
        grid_.cells.end());
    std::sort(grid_.cells.begin(), grid_.cells.end(), [](const GridCell& a, const GridCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    // Where a whole row goes on no cell begins in its lower half any more.
    drop_unused_edges(grid_);
  }

 private:
  /// The break went through a row: no column has two texts but those that go on, and either some text does, or what
  /// stands below has no label of its own while the figures above are lacking.
  [[nodiscard]] bool row_goes_on() const {
    bool some_goes_on = false;
    bool complementary = true;
    bool label_below = false;
    bool text_below = false;
    for (const auto& pair : pairs_) {
      if (pair.text_goes_on()) {
        some_goes_on = some_goes_on || !pair.spans();
        complementary = complementary && pair.spans();
      } else if (!pair.one_is_blank()) {
        return false;
      }
      const bool below = !pair.lower->text.empty() && !pair.spans();
      text_below = text_below || below;
      label_below = label_below || (below && !is_figure(pair.lower->text));
    }
    return aligned_ && (some_goes_on || (complementary && text_below && !label_below));
  }

  /// A cell that spans rows stands on both pages, its label on one of them or cut in two.
  [[nodiscard]] static bool cell_goes_on(const Pair& pair) {
    return pair.spans() && !pair.upper->text.empty() && (pair.lower->text.empty() || pair.text_goes_on());
  }

  Grid& grid_;
  std::uint32_t row_;
  bool aligned_ = true;
  std::vector<Pair> pairs_;
};

}  // namespace

void mend_seam(Grid& grid, std::uint32_t row) { Seam(grid, row).mend(); }

}  // namespace nianbao::pdf
