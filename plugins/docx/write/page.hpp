// The page of GB/T 9704-2012: A4, 22 lines of 28 characters, page numbers — 1 —.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "write/style_sheet.hpp"

namespace nianbao::docx {

/// Size, margins and grid of a page, as the children of <w:sectPr> that state them.
struct Page {
  std::string properties;
  std::uint32_t text_width = 0;  ///< twips
};

[[nodiscard]] Page official_page();

/// <w:sectPr> with the footers of odd and even pages.
[[nodiscard]] std::string section(const Page& page);

/// A footer: the page's number between dashes, at the outer edge.
[[nodiscard]] std::string footer(bool even, const StyleSheet& styles);

/// Relationship ids of the footers.
inline constexpr std::string_view kOddFooter = "rIdFooterOdd";
inline constexpr std::string_view kEvenFooter = "rIdFooterEven";

}  // namespace nianbao::docx
