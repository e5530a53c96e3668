// Drawn pages → the blocks of a document.
#pragma once

#include "layout/paragraphs.hpp"
#include "layout/tagged_tables.hpp"

namespace nianbao::pdf {

/// Tables (of lines, of the structure tree, of aligned texts) and paragraphs in the order of reading, without what
/// pages repeat. No table has more positions than `most_positions`. The structure tree is read where it may tell
/// something.
[[nodiscard]] std::vector<FlowBlock> blocks_of(const std::vector<Page>& pages, const StructureTree& tree,
                                               std::uint64_t most_positions);

}  // namespace nianbao::pdf
