// What stands in a template, in order.
#pragma once

#include <vector>

#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// The columns that hold figures.
[[nodiscard]] std::vector<const TemplateColumn*> value_columns(const TemplateBlock& block);

/// The cells that are filled in, form by form and row by row.
[[nodiscard]] std::vector<const TemplateCell*> cells_of(const Template& format);

}  // namespace nianbao
