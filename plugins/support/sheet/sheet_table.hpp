// A region of cells to a table.
#pragma once

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "sheet/regions.hpp"

namespace nianbao::sheet {

/// The true grid of a table region: columns that every row spans over together are one.
[[nodiscard]] Result<Table> make_table(const Sheet& sheet, const Region& region, const Limits& limits);

}  // namespace nianbao::sheet
