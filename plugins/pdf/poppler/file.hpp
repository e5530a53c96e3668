// A PDF file → its pages, and its structure tree while it is open.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "layout/tagged_tables.hpp"

namespace nianbao::pdf {

/// What is done with the pages while the file is open and its structure tree can be read.
using PagesUser = std::function<void(const std::vector<Page>& pages, const StructureTree& tree)>;

/// Draws every page and hands them to `use`. Errors: damaged, encrypted, no pages, more pages than the limit.
/// Diagnostics: characters of which the file does not say what they are.
[[nodiscard]] Result<void> read_content(const std::string& bytes, const Context& context, const PagesUser& use);

}  // namespace nianbao::pdf
