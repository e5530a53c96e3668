// A form of one row whose groups of columns were printed below each other, a row for each.
#pragma once

#include "forms/items.hpp"

namespace nianbao::forms {

/// Where the form is one row without a label, and each group of its columns has a row of its own in the document, named
/// by the group (行政复议, 未经复议直接起诉, 复议后起诉) and below the labels that the columns have in every group: one
/// item with the figures of all of them in the order of the form. Else the items as they are.
[[nodiscard]] Items with_groups_in_a_row(Items items, const Rows& rows, const TemplateForm& form);

}  // namespace nianbao::forms
