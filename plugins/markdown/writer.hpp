#pragma once

#include <string>

#include <nianbao/sdk/document.hpp>

namespace nianbao::markdown {

/// Markdown with pipe tables; a table with merged or missing cells or draft marks is written as HTML,
/// which markdown may hold. Properties stand in front matter, 草稿说明 in a quotation at the top.
[[nodiscard]] std::string write_markdown(const Document& document);

}  // namespace nianbao::markdown
