// Blocks in their order, with neighbouring list paragraphs made into lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao::word {

/// Appends to a vector of blocks.
class BlockSink {
 public:
  explicit BlockSink(std::vector<Block>& out) : out_(out) {}

  void add(Block block) {
    open_.clear();
    out_.push_back(std::move(block));
  }
  /// Adds a paragraph of a list at a depth from 0. Neighbours of the same numbering are one list.
  void add_item(Block block, bool ordered, std::size_t depth, std::string_view numbering);
  /// Adds a further paragraph to the last item; false if no list is open at that depth.
  bool continue_item(Block& block, std::size_t depth);
  /// Items so far of the list that an item of this numbering would go on with; 0 if it begins one.
  [[nodiscard]] std::size_t items(std::size_t depth, std::string_view numbering) const;

 private:
  [[nodiscard]] List& list_at(std::size_t depth) const;

  std::vector<Block>& out_;
  std::vector<std::string> open_;  // numberings of the open lists, outermost first
};

}  // namespace nianbao::word
