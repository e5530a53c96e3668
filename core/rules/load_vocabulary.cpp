// vocabulary.yaml
#include <algorithm>

#include <nianbao/sdk/text.hpp>

#include "rules/load.hpp"

namespace nianbao {
namespace {

/// What one pack says of labels: every wording has one label.
void load_labels(Item& labels, const yaml::Node& node, const SourceFile& file, RuleVocabulary& vocabulary,
                 std::vector<LabelRule>& rules, RuleFaults& faults) {
  std::map<std::string, std::string> given;  // key of a wording → label
  for (const auto& entry : node.entries) {
    const auto label = label_key(entry.key).key;
    rules.push_back({entry.key, {}, file.origin(entry.at)});
    for (const auto& word : labels.words(entry.key)) {
      const auto wording = label_key(word.text).key;
      rules.back().wordings.push_back(word.text);
      const auto [known, added] = given.try_emplace(wording, entry.key);
      if (!added && known->second != entry.key) {
        faults.add(file, word.at, "wording-twice",
                   {"“" + word.text + "”同时列在“" + known->second + "”之下",
                    "\"" + word.text + "\" is also listed under \"" + known->second + "\""},
                   {"一种写法只能对应一个标签。", "A wording belongs to one label."});
      } else if (wording != label) {
        vocabulary.add_synonym(wording, label);
      }
    }
  }
}

void load_issuers(Item& issuers, const yaml::Node& node, const SourceFile& file, std::vector<IssuerRule>& rules) {
  for (const auto& entry : node.entries) {
    auto aliases = issuers.texts(entry.key);
    const auto known =
        std::find_if(rules.begin(), rules.end(), [&](const IssuerRule& rule) { return rule.name == entry.key; });
    if (known == rules.end()) {
      rules.push_back({entry.key, std::move(aliases), file.origin(entry.at)});
    } else {
      std::move(aliases.begin(), aliases.end(), std::back_inserter(known->aliases));
    }
  }
}

}  // namespace

void load_vocabulary(const Packs& packs, RuleVocabulary& vocabulary, std::vector<LabelRule>& label_rules,
                     std::vector<IssuerRule>& issuers, RuleFaults& faults) {
  for (const auto& pack : packs) {
    if (pack->vocabulary == nullptr || pack->vocabulary->root == nullptr) {
      continue;
    }
    auto file = whole_file(*pack->vocabulary, faults);
    for (const auto& wording : file.texts("remove-labels")) {
      vocabulary.remove_synonym(label_key(wording).key);
    }
    if (auto labels = file.mapping("labels")) {
      load_labels(*labels, *file.node("labels"), *pack->vocabulary, vocabulary, label_rules, faults);
    }
    if (auto names = file.mapping("issuers")) {
      load_issuers(*names, *file.node("issuers"), *pack->vocabulary, issuers);
    }
    file.refuse_unknown_keys();
  }
}

}  // namespace nianbao
