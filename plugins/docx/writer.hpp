#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::docx {

/// Writes what an office can submit: the page and fonts of GB/T 9704-2012, tables with true merges,
/// header rows that repeat, real heading styles. Draft marks are comments and shading, the property
/// 草稿说明 a box on top, other properties custom properties. The option `reference-doc` (the bytes of a
/// docx file) changes styles and page. Same Document, same bytes.
[[nodiscard]] Result<std::string> write_docx(const Document& document, const Context& context);

}  // namespace nianbao::docx
