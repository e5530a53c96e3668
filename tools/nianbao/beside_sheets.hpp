// What a workbook holds beside the report: its figures, its findings, the ledger of the conversion.
#pragma once

#include <string_view>
#include <vector>

#include <nianbao/convert.hpp>
#include <nianbao/rules.hpp>
#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao::command {

/// Dimensions that get a column each in the tidy table.
[[nodiscard]] std::vector<std::string_view> dimension_columns(const RuleSet& rules);

/// As options of a container that writes several sheets (capability `sheets`): `sheet:` and the name, CSV or a
/// Document as JSON. `source` is the report that was converted.
[[nodiscard]] Options beside_sheets(const Conversion& conversion, const Report& source, const RuleSet& rules,
                                    Language language);

}  // namespace nianbao::command
