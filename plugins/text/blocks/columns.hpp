// Telling a line of a table without markup from a line of prose.
#pragma once

#include <string_view>
#include <vector>

#include "blocks/lines.hpp"

namespace nianbao::blocks {

[[nodiscard]] LineKind kind_of(const Line& line);

/// True for —, -, / and the like alone: a cell without a figure.
[[nodiscard]] bool only_dashes(std::string_view text);
/// Appends the cells of a row: what stands between its tabs, or between its pipes, without blanks around it.
void append_cells(const Line& line, std::vector<std::string_view>& cells);
[[nodiscard]] bool is_pipe_row(const Line& line);
/// A pipe row of dashes and colons only, as markdown puts below a table's head.
[[nodiscard]] bool is_pipe_rule(const Line& line);
/// A label and its value with a colon between them, the colon not in brackets.
[[nodiscard]] bool is_labelled_value(std::string_view text);
/// A lone tab and one cell: how Word saves a table as text with a cell to a line.
[[nodiscard]] bool is_lone_tab(const Line& line);
/// Four or more figures and nothing else: a table by itself.
[[nodiscard]] bool is_row_of_figures(const Line& line);
/// The number of a line that begins like 三、 (1 to 99); 0 if it does not.
[[nodiscard]] int chinese_number(std::string_view body);

}  // namespace nianbao::blocks
