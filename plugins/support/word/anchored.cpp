#include "word/anchored.hpp"

namespace nianbao::word {

void add_images(const std::vector<Image>& images, const ParagraphBuilder& paragraphs, BlockSink& sink) {
  for (const auto& image : images) {
    auto one = paragraphs.block();
    one.body = image;
    sink.add(std::move(one));
  }
}

void add_note(std::vector<Block> blocks, BlockSink& sink) {
  for (auto& one : blocks) {
    if (auto* paragraph = one.as<Paragraph>()) {
      paragraph->role = Role::note;
    }
    sink.add(std::move(one));
  }
}

}  // namespace nianbao::word
