// What the forms of a conversion print.
#pragma once

#include <nianbao/convert.hpp>

namespace nianbao {

/// The figures to print, as the ledger shows them.
[[nodiscard]] Report printed_sheet(const Conversion& conversion);

/// True if a heading, an attachment's title or a line of the report has these words.
[[nodiscard]] bool prints(const Report& report, std::string_view words);

}  // namespace nianbao
