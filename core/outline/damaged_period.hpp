// A period whose dates have lost characters on their way: 从202111日到20211231日止.
#pragma once

#include <cstddef>
#include <optional>

#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/text.hpp>

namespace nianbao {

struct DamagedPeriod {
  Period period;
  Span at;  ///< folded
};

/// The first such period in the folded range. Only a whole year is told from what is left: 1月1日 to 12月31日 of one
/// year, with 年 or 月 lost, or the second year.
[[nodiscard]] std::optional<DamagedPeriod> find_damaged_period(const Folded& text, Span range);

}  // namespace nianbao
