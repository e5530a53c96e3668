// One worksheet to cells.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>

#include "read/workbook.hpp"
#include "sheet/sheet.hpp"

namespace nianbao::xlsx {

/// What a worksheet shows, and the fills of its cells.
struct ReadSheet {
  sheet::Sheet sheet;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string_view> fills;  ///< by row and column
};

/// The cells with text, borders or merges of the visible rows and columns, as far as texts reach.
/// Hidden rows and columns, formulas without a value and texts under merges are said. An input error for
/// sheets with more cells than the limit. `own`: a sheet of ours, whose texts and fills are kept as they are.
[[nodiscard]] Result<ReadSheet> read_sheet(const ooxml::Package& package, const Workbook& workbook,
                                           const SheetEntry& entry, const Context& context, Arena& arena, bool own);

}  // namespace nianbao::xlsx
