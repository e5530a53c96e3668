// The numbers of a form's rows as they are printed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/template.hpp>

namespace nianbao::forms {

/// How many elements two paths share from the front.
[[nodiscard]] std::size_t shared(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b);

/// The label of rows[i], one of the block's rows that are printed. Where the template has rows beside it that are
/// not, the number it begins with (2.网上申请数) is that of its place among those printed.
[[nodiscard]] std::string numbered_label(const TemplateBlock& block, const std::vector<std::uint32_t>& rows,
                                         std::size_t i);

}  // namespace nianbao::forms
