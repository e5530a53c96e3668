// A header in lines whose labels are broken into pieces that stand below each other.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/forms.hpp>

namespace nianbao {

/// Where the labels of the block's value columns stand in the lines above the row, each in one piece or in pieces that
/// stand below each other (商业 / 企业). Empty unless every label is found once, from left to right as in the form.
[[nodiscard]] std::vector<forms::HeaderColumn> stacked_header(const TemplateBlock& block, const forms::Rows& rows,
                                                              std::uint32_t row);

}  // namespace nianbao
