// A PDF file → its pages.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "layout/page.hpp"

namespace nianbao::pdf {

/// Draws every page. Errors: damaged, encrypted, no pages, more pages than the limit. Diagnostics: characters
/// of which the file does not say what they are.
[[nodiscard]] Result<std::vector<Page>> read_pages(const std::string& bytes, const Context& context);

}  // namespace nianbao::pdf
