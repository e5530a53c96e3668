#include "word/block_sink.hpp"

namespace nianbao::word {

List& BlockSink::list_at(std::size_t depth) const {
  auto* list = out_.back().as<List>();
  for (; depth > 0; --depth) {
    list = list->items.back().back().as<List>();
  }
  return *list;
}

std::size_t BlockSink::items(std::size_t depth, std::string_view numbering) const {
  const bool goes_on = open_.size() > depth && open_[depth] == numbering;
  return goes_on ? list_at(depth).items.size() : 0;
}

void BlockSink::add_item(Block block, bool ordered, std::size_t depth, std::string_view numbering) {
  if (open_.size() > depth + 1) {
    open_.resize(depth + 1);
  }
  if (open_.size() == depth + 1 && open_.back() != numbering) {
    open_.pop_back();
  }
  while (open_.size() <= depth) {
    Block list;
    list.at = block.at;
    list.body = List{ordered, {}};
    if (open_.empty()) {
      out_.push_back(std::move(list));
    } else {
      auto& parent = list_at(open_.size() - 1);
      if (parent.items.empty()) {
        parent.items.emplace_back();
      }
      parent.items.back().push_back(std::move(list));
    }
    open_.emplace_back(numbering);
  }
  list_at(depth).items.emplace_back().push_back(std::move(block));
}

bool BlockSink::continue_item(Block& block, std::size_t depth) {
  if (open_.size() <= depth) {
    return false;
  }
  open_.resize(depth + 1);
  list_at(depth).items.back().push_back(std::move(block));
  return true;
}

}  // namespace nianbao::word
