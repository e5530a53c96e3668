// Whether a Document has one of some texts, in any of its blocks.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao::process {

/// True if the text of a block, cell or caption, folded, has one of the folded keys in it. Linear in the Document.
[[nodiscard]] bool has_any_text(const Document& document, const std::vector<std::string>& keys);

}  // namespace nianbao::process
