// The blocks of a form that a header names.
#pragma once

#include <vector>

#include "forms/labels.hpp"

namespace nianbao::forms {

/// For each block of the form whether figures below these header rows may be its own: it has every heading and
/// column that they name. True for all where they name none, or none that one block has together.
[[nodiscard]] std::vector<bool> headed_blocks(const Rows& rows, const std::vector<std::uint32_t>& header_rows,
                                              const TemplateForm& form, std::size_t form_index,
                                              const LabelIndex& index);

}  // namespace nianbao::forms
