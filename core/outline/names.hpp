// Names of bodies and titles of reports.
#pragma once

#include <optional>
#include <string>

#include "outline/words.hpp"

namespace nianbao {

/// True for a name such as 清河市人民政府办公室 or 云溪县财政局: Han characters alone, and the end of a body's name.
[[nodiscard]] bool is_body(std::u32string_view folded, const OutlineWords& words) noexcept;
/// True for the bare name of an area: 清河市, 青林综合实验区.
[[nodiscard]] bool is_area(std::u32string_view folded, const OutlineWords& words) noexcept;

/// A title taken apart.
struct Title {
  std::string text;    ///< as printed
  std::string issuer;  ///< as printed, without blanks; empty if the title names none
  std::int16_t year = 0;
  int rank = 0;  ///< how much of a title it is; more is better
};

/// Takes a title apart: body, year and 政府信息公开工作年度报告, in any order of the first two. None if the
/// text is no title.
[[nodiscard]] std::optional<Title> read_title(std::string_view text, const OutlineWords& words);

}  // namespace nianbao
