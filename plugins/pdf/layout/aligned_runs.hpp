// Which lines of text follow each other in the same columns.
#pragma once

#include <vector>

#include "layout/text_lines.hpp"

namespace nianbao::pdf {

using Lines = std::vector<const TextLine*>;

/// True if the lower line may belong to the same table: no blank lines between them.
[[nodiscard]] bool near(const TextLine& above, const TextLine& below);

/// Those lines that have pieces with gaps between them; forms to be filled in (`姓名：…  电话：…`) are left out.
[[nodiscard]] Lines apart_only(const Lines& lines);

/// How many of the lines from `begin` on have their pieces in the same columns, a few between them that stand in one
/// column included; 0 if the first has no pieces apart.
[[nodiscard]] std::size_t aligned_run(const Lines& lines, std::size_t begin);

}  // namespace nianbao::pdf
