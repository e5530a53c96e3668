// Empty lines between cells that stand one to a line: each may be an empty cell.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

/// Puts the cells of empty lines among the figures of each item, where that makes a row exactly as long as the
/// template's; any other row stays as it is.
class EmptyLines {
 public:
  EmptyLines(const Rows& rows, const TemplateForm& form);

  /// False where the form's rows are read otherwise than by counting.
  [[nodiscard]] bool any() const noexcept { return !widths_.empty(); }
  /// Empty cells that the lines under the row may be.
  [[nodiscard]] std::uint32_t under(std::uint32_t row) const;
  /// True if the lines under a label are a whole row of so many empty cells; 0: of any row of the form.
  [[nodiscard]] bool is_empty_row(std::uint32_t row, std::size_t width) const;
  /// The tokens of a whole row of empty cells under the row.
  [[nodiscard]] std::vector<std::uint32_t> empty_row(std::uint32_t row, std::size_t width) const;

  /// A cell and the row it stands in.
  struct Cell {
    std::uint32_t token = 0;
    std::uint32_t row = 0;
  };
  /// What was read of one item: the row of its label, how many figures that row of the template has (0: not known),
  /// and the figures in order.
  struct Line {
    std::uint32_t label_row = 0;
    std::size_t width = 0;
    std::vector<Cell> figures;
  };
  /// The figures of every line with the empty cells between them.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> fill(const std::vector<Line>& lines) const;

 private:
  [[nodiscard]] bool is_whole(const Line& line, std::size_t cells) const;
  [[nodiscard]] std::size_t only_width() const { return widths_.size() == 1 ? widths_.front() : 0; }
  [[nodiscard]] std::vector<std::uint32_t> filled(const Line& line) const;
  [[nodiscard]] std::size_t lacks_behind(const Line& line, std::size_t cells) const;
  void complete(const Line& line, bool lines_are_cells, std::vector<std::uint32_t>& figures) const;
  void append(std::vector<std::uint32_t>& figures, std::uint32_t row, std::size_t count) const;

  const Rows& rows_;
  std::vector<std::size_t> widths_;  ///< figures of a row, in each block; ascending, different
  std::uint32_t between_ = 0;        ///< empty lines that stand between any two cells
};

}  // namespace nianbao::forms
