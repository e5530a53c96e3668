// narrative.yaml
#include <algorithm>

#include "rules/load.hpp"
#include "rules/locks.hpp"

namespace nianbao {
namespace {

/// One of the lists: packs add to it, take out of it, and lock what is in it.
class TextList {
 public:
  TextList(std::string key, Message kind) : key_(std::move(key)), locks_(std::move(kind)) {}

  void load(Item& file, RuleFaults& faults) {
    for (const auto& removed : file.words("remove-" + key_)) {
      if (locks_.allow(removed.text, removed.text, file.file(), removed.at, faults)) {
        texts_.erase(std::remove(texts_.begin(), texts_.end(), removed.text), texts_.end());
      }
    }
    for (auto& text : file.texts(key_)) {
      if (!has(text)) {
        texts_.push_back(std::move(text));
      }
    }
    locks_.read(file, "lock-" + key_, [this](const std::string& text) { return has(text); });
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(texts_); }

 private:
  [[nodiscard]] bool has(const std::string& text) const {
    return std::find(texts_.begin(), texts_.end(), text) != texts_.end();
  }

  std::string key_;
  Locks locks_;
  std::vector<std::string> texts_;
};

}  // namespace

std::vector<std::string> load_structure_sentences(const Packs& packs, RuleFaults& faults) {
  TextList sentences("structure-sentences", {"结构性语句", "Structure sentence"});
  for (const auto& pack : packs) {
    if (pack->narrative != nullptr && pack->narrative->root != nullptr) {
      auto file = whole_file(*pack->narrative, faults);
      sentences.load(file, faults);
      file.refuse_unknown_keys();
    }
  }
  return sentences.take();
}

}  // namespace nianbao
