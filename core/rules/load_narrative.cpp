// narrative.yaml
#include <algorithm>

#include "rules/load.hpp"
#include "rules/locks.hpp"

namespace nianbao {

std::vector<std::string> load_structure_sentences(const Packs& packs, RuleFaults& faults) {
  std::vector<std::string> sentences;
  const auto has = [&](const std::string& text) {
    return std::find(sentences.begin(), sentences.end(), text) != sentences.end();
  };
  Locks locks({"结构性语句", "Structure sentence"});
  for (const auto& pack : packs) {
    if (pack->narrative == nullptr || pack->narrative->root == nullptr) {
      continue;
    }
    Item file(*pack->narrative->root, *pack->narrative);
    file.report_to(faults);
    for (const auto& removed : file.words("remove-structure-sentences")) {
      if (locks.allow(removed.text, removed.text, *pack->narrative, removed.at, faults)) {
        sentences.erase(std::remove(sentences.begin(), sentences.end(), removed.text), sentences.end());
      }
    }
    for (auto& sentence : file.texts("structure-sentences")) {
      if (!has(sentence)) {
        sentences.push_back(std::move(sentence));
      }
    }
    locks.read(file, "lock-structure-sentences", has);
    file.refuse_unknown_keys();
  }
  return sentences;
}

}  // namespace nianbao
