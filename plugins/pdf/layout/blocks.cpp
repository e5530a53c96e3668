#include "layout/blocks.hpp"

#include "layout/aligned_tables.hpp"
#include "layout/furniture.hpp"
#include "layout/joined_tables.hpp"

namespace nianbao::pdf {

std::vector<FlowBlock> blocks_of(const std::vector<Page>& pages, const StructureTree& tree,
                                 std::uint64_t most_positions) {
  std::vector<PageContent> contents;
  contents.reserve(pages.size());
  for (const auto& page : pages) {
    contents.push_back(ruled_tables(page, most_positions));
  }
  if (may_have_tagged_tables(contents)) {
    take_tagged_tables(tree(), most_positions, contents);
  }
  std::vector<PageItems> items;
  items.reserve(pages.size());
  for (auto& content : contents) {
    items.push_back(page_items(std::move(content)));
  }
  remove_furniture(items);
  for (auto& page : items) {
    find_aligned_tables(page, most_positions);
  }
  return join_tables(flow(std::move(items)));
}

}  // namespace nianbao::pdf
