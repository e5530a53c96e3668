// Properties of the Document that a file of ours keeps among its custom properties.
#pragma once

#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

#include "ooxml/package.hpp"

namespace nianbao::docx {

/// Appends them to the Document; those of other programs are left alone.
[[nodiscard]] Result<void> read_custom_properties(const ooxml::Package& package, Document& document);

}  // namespace nianbao::docx
