// Tables as the structure tree of a tagged file tells them.
#pragma once

#include <functional>
#include <vector>

#include "layout/page_items.hpp"

namespace nianbao::pdf {

/// A stretch of a page's content that the file has given a number.
struct ContentMark {
  std::uint32_t page = 0;
  std::int32_t mark = 0;
};

struct TaggedTable;

struct TaggedCell {
  std::uint32_t rowspan = 1;
  std::uint32_t colspan = 1;
  std::vector<ContentMark> content;
  std::vector<TaggedTable> inner;
};

struct TaggedTable {
  std::vector<std::vector<TaggedCell>> rows;
};

/// Reads the tables that the file's structure tree names. What that costs is saved where it cannot tell anything.
using StructureTree = std::function<std::vector<TaggedTable>()>;

/// True if texts of different marks stand beside each other outside of ruled tables: cells of a table may do so.
[[nodiscard]] bool may_have_tagged_tables(const std::vector<PageContent>& contents);

/// Adds the tables that no lines show, and takes their glyphs off the pages' text. A tree that contradicts the page
/// (rows or columns out of order, cells in each other's place) is not followed.
void take_tagged_tables(const std::vector<TaggedTable>& tables, std::uint64_t most_positions,
                        std::vector<PageContent>& contents);

}  // namespace nianbao::pdf
