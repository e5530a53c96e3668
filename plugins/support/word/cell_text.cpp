#include "word/cell_text.hpp"

#include <string>

#include "word/inline_text.hpp"

namespace nianbao::word {

namespace {

class Joiner {
 public:
  void add(const Text& text) {
    chars_ += chars_.empty() ? "" : "\n";
    const auto shift = count_characters(chars_);
    chars_ += text.chars;
    for (const auto& mark : text.marks) {
      marks_.push_back({mark.from + shift, mark.to + shift, mark.kind});
    }
  }
  [[nodiscard]] Text finish(Arena& arena) { return {arena.store(chars_), std::move(marks_), {}}; }

 private:
  std::string chars_;
  std::vector<Mark> marks_;
};

}  // namespace

void put_into_cell(std::vector<Block> blocks, Cell& cell, Arena& arena) {
  if (blocks.size() == 1 && blocks.front().text() != nullptr) {
    auto& only = blocks.front();
    cell.text = only.as<Heading>() != nullptr ? std::move(only.as<Heading>()->text)
                : only.as<Lines>() != nullptr ? std::move(only.as<Lines>()->text)
                                              : std::move(only.as<Paragraph>()->text);
    return;
  }
  Joiner joiner;
  for (auto& block : blocks) {
    if (const auto* text = block.text()) {
      joiner.add(*text);
    } else {
      cell.blocks.push_back(std::move(block));
    }
  }
  cell.text = joiner.finish(arena);
}

}  // namespace nianbao::word
