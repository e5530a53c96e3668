#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::csv {

/// Rows with one text are paragraphs, others tables; short rows end in missing cells. Fields that Excel
/// padded to the width of the widest row are blank cells.
[[nodiscard]] Result<Document> read_csv(std::string bytes, const Context& context);

}  // namespace nianbao::csv
