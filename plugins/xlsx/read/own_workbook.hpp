// A workbook of ours: its main sheet leads to the tables.
#pragma once

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

#include "read/workbook.hpp"
#include "sheet/sheet.hpp"

namespace nianbao::xlsx {

/// True if the workbook begins with our main sheet.
[[nodiscard]] bool is_own(const Workbook& workbook, const sheet::Sheet& first);

/// Reads the blocks that the main sheet lists, in its order; other sheets are copies of what a conversion
/// knows beside the report and are not read.
[[nodiscard]] Result<void> read_own(const ooxml::Package& package, const Workbook& workbook, const Context& context,
                                    Document& document);

}  // namespace nianbao::xlsx
