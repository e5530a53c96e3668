// Tables whose cells stand between tabs or pipes.
#pragma once

#include <cstddef>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "blocks/lines.hpp"

namespace nianbao::blocks {

/// The end of the run of rows that begins at the line: rows of one kind, without a line between.
[[nodiscard]] std::size_t end_of_rows(const std::vector<Line>& lines, std::size_t first);

/// True if the run is a table; labelled values side by side (a sign-off) are not.
[[nodiscard]] bool is_table(const std::vector<Line>& lines, std::size_t first, std::size_t end);

/// The table of a run of rows, with ragged rows filled by missing cells. The cells' texts are views
/// into the source. An input error if its grid would have more cells than the limit.
[[nodiscard]] Result<Table> make_table(const std::vector<Line>& lines, std::size_t first, std::size_t end,
                                       const Source& source, const Limits& limits, Arena& arena);

}  // namespace nianbao::blocks
