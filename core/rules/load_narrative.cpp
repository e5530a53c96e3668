// narrative.yaml
#include <algorithm>

#include "rules/load.hpp"

namespace nianbao {

std::vector<std::string> load_structure_sentences(const Packs& packs, RuleFaults& faults) {
  std::vector<std::string> sentences;
  for (const auto& pack : packs) {
    if (pack->narrative == nullptr || pack->narrative->root == nullptr) {
      continue;
    }
    Item file(*pack->narrative->root, *pack->narrative);
    file.report_to(faults);
    for (const auto& removed : file.texts("remove-structure-sentences")) {
      sentences.erase(std::remove(sentences.begin(), sentences.end(), removed), sentences.end());
    }
    for (auto& sentence : file.texts("structure-sentences")) {
      if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end()) {
        sentences.push_back(std::move(sentence));
      }
    }
    file.refuse_unknown_keys();
  }
  return sentences;
}

}  // namespace nianbao
