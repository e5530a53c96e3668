// Tables whose cells stand between tabs or pipes.
#pragma once

#include <cstddef>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "blocks/lines.hpp"

namespace nianbao::blocks {

/// The error for a table at this line that would have more cells than the limit.
[[nodiscard]] Error table_too_large(std::size_t rows, std::size_t columns, const Limits& limits, std::uint32_t line);

/// Rows of one kind, tabs or pipes, without a line between them; their cells are cut once.
class RowRun {
 public:
  /// Begins at a line that is a row. The lines must outlive the run.
  RowRun(const std::vector<Line>& lines, std::size_t first, const Limits& limits);

  /// After its last line.
  [[nodiscard]] std::size_t end() const noexcept { return end_; }
  /// Labelled values side by side (a sign-off) and rows without any text are no table.
  [[nodiscard]] bool is_table() const;
  /// The table, with ragged rows filled by missing cells. The cells' texts are views into the source.
  /// An input error if its grid would have more cells than the limit.
  [[nodiscard]] Result<Table> make_table(const Source& source, const Limits& limits, Arena& arena) const;

 private:
  struct Row {
    const Line* line;
    std::size_t from;  // its cells
    std::size_t to;
    bool rule;
  };
  std::size_t end_;
  std::size_t columns_ = 0;
  std::vector<Row> rows_;
  std::vector<std::string_view> cells_;
};

}  // namespace nianbao::blocks
