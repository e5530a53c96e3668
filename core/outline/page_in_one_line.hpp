// Cutting a page that stands in one line.
#pragma once

#include <vector>

#include "outline/headings.hpp"
#include "outline/words.hpp"

namespace nianbao {

/// The lines a reader would see in a stretch of text: at its section headings and their texts, and
/// before the first and after the last of them at titles, labelled values, dates, names of bodies and
/// attachments that white space sets apart. The span itself where fewer than two sections are found.
[[nodiscard]] std::vector<Span> cut_page(const Folded& text, Span span, const OutlineWords& words,
                                         const Headings& headings);

}  // namespace nianbao
