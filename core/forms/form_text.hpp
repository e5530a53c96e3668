// What the findings of extraction say.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

/// A cell of a form, for messages: 表四·行政复议·总计.
[[nodiscard]] Message cell_name(const TemplateForm& form, const FigureRow& row, std::uint32_t value_column);
/// The printed label without its numbering and explanations.
[[nodiscard]] std::string short_label(std::string_view label);

[[nodiscard]] Message foreign_unit(const Message& cell, std::string_view text, std::string_view printed,
                                   std::string_view asked);
[[nodiscard]] Message no_unit(const Message& cell, std::string_view text);
[[nodiscard]] Message misplaced(const Message& cell, std::string_view unit_cell, std::string_view value_cell);
[[nodiscard]] Message rows_missing(const TemplateForm& form, const std::vector<std::string_view>& labels);
[[nodiscard]] Message cells_without_trace(const TemplateForm& form, const std::vector<std::string_view>& labels);
[[nodiscard]] Message columns_missing(const TemplateForm& form, const std::vector<std::string>& labels);
[[nodiscard]] Message one_row_for_group(const TemplateForm& form, std::string_view group, std::size_t members);
[[nodiscard]] Message row_twice(const TemplateForm& form, std::string_view label);
[[nodiscard]] Message unknown_row(const TemplateForm& form, std::string_view label);
[[nodiscard]] Message search_cut(const TemplateForm& form);
[[nodiscard]] Message unread_figure(const TemplateForm& form, std::string_view text);
/// Many figures of one column; `column` counts from 1.
[[nodiscard]] Message unread_column(const TemplateForm& form, std::uint32_t column, std::size_t figures,
                                    std::string_view first);
[[nodiscard]] Message no_figure(const Message& cell, std::string_view text);

}  // namespace nianbao::forms
