// Lines in which a table's borders became characters: `规章 | 0 | 0`, `│行政许可│3│`.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao::forms {

/// Bytes [from, to) of a line.
struct LineCell {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// The cells of a line between its borders, without surrounding blanks: `|a|b|`, `|a|b` and `a|b` have two, `a|b|`
/// and `||b` an empty one more. `open`: lines of this table do not begin with a border, so that `|a|b` has an empty
/// cell in front. None where the line has no border.
[[nodiscard]] std::vector<LineCell> cells_between_borders(std::string_view line, bool open);
[[nodiscard]] bool begins_with_border(std::string_view line);
/// True for a line that only draws borders: `|---|---|`, `├──┼──┤`, `+----+`.
[[nodiscard]] bool is_border(std::string_view line);

}  // namespace nianbao::forms
