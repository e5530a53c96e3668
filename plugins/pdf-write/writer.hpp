// Document → PDF.
#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::pdf_write {

/// The page of GB/T 9704-2012: A4, 22 lines of 28 characters, numbers — 1 — at the outer edge. Tagged, with selectable
/// text and embedded fonts. The same Document gives the same bytes where the same fonts are installed.
[[nodiscard]] Result<std::string> write_pdf(const Document& document, const Context& context);

}  // namespace nianbao::pdf_write
