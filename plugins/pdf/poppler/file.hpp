// A PDF file → its pages and the tables it names.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "layout/tagged_tables.hpp"

namespace nianbao::pdf {

struct FileContent {
  std::vector<Page> pages;
  std::vector<TaggedTable> tables;  ///< those that its structure tree names
};

/// Draws every page. Errors: damaged, encrypted, no pages, more pages than the limit. Diagnostics: characters
/// of which the file does not say what they are.
[[nodiscard]] Result<FileContent> read_content(const std::string& bytes, const Context& context);

}  // namespace nianbao::pdf
