// vocabulary.yaml
#include <algorithm>

#include <nianbao/sdk/text.hpp>

#include "rules/load.hpp"
#include "rules/locks.hpp"

namespace nianbao {
namespace {

/// What one pack says of labels: every wording has one label.
class Labels {
 public:
  Labels(Item& labels, const SourceFile& file, RuleVocabulary& vocabulary, const Locks& locks, RuleFaults& faults)
      : labels_(labels), file_(file), vocabulary_(vocabulary), locks_(locks), faults_(faults) {}

  void load(const yaml::Node& node, const Message& basis, std::vector<LabelRule>& rules) {
    for (const auto& entry : node.entries) {
      static_cast<void>(locks_.allow(label_key(entry.key).key, entry.key, file_, entry.at, faults_));
      rules.push_back({entry.key, {}, basis, file_.origin(entry.at)});
      for (const auto& word : labels_.words(entry.key)) {
        rules.back().wordings.push_back(word.text);
        add(word, entry.key);
      }
    }
  }

 private:
  void add(const Word& word, const std::string& label) {
    const auto wording = label_key(word.text).key;
    const auto key = label_key(label).key;
    const auto [known, added] = given_.try_emplace(wording, label);
    if (!added && known->second != label) {
      faults_.add(file_, word.at, "wording-twice",
                  {"“" + word.text + "”同时列在“" + known->second + "”之下",
                   "\"" + word.text + "\" is also listed under \"" + known->second + "\""},
                  {"一种写法只能对应一个标签。", "A wording belongs to one label."});
      return;
    }
    const std::string before(vocabulary_.canonical_label(wording));
    if (before != wording && before != key) {
      static_cast<void>(locks_.allow(before, before, file_, word.at, faults_));
    }
    if (wording != key) {
      vocabulary_.add_synonym(wording, key);
    }
  }

  Item& labels_;
  const SourceFile& file_;
  RuleVocabulary& vocabulary_;
  const Locks& locks_;
  RuleFaults& faults_;
  std::map<std::string, std::string> given_;  // key of a wording → label
};

auto find_issuer(std::vector<IssuerRule>& rules, const std::string& name) {
  return std::find_if(rules.begin(), rules.end(), [&](const IssuerRule& rule) { return rule.name == name; });
}

void load_issuers(Item& issuers, const yaml::Node& node, const SourceFile& file, const Locks& locks,
                  std::vector<IssuerRule>& rules, RuleFaults& faults) {
  for (const auto& entry : node.entries) {
    auto aliases = issuers.texts(entry.key);
    if (!locks.allow(entry.key, entry.key, file, entry.at, faults)) {
      continue;
    }
    const auto known = find_issuer(rules, entry.key);
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
  Locks labels_locked({"标签", "Label"});
  Locks issuers_locked({"机关", "Issuer"});
  for (const auto& pack : packs) {
    if (pack->vocabulary == nullptr || pack->vocabulary->root == nullptr) {
      continue;
    }
    auto file = whole_file(*pack->vocabulary, faults);
    const auto basis = file.message("basis");
    for (const auto& word : file.words("remove-labels")) {
      const auto wording = label_key(word.text).key;
      const std::string label(vocabulary.canonical_label(wording));
      if (labels_locked.allow(label, label, *pack->vocabulary, word.at, faults)) {
        vocabulary.remove_synonym(wording);
      }
    }
    if (auto labels = file.mapping("labels")) {
      Labels(*labels, *pack->vocabulary, vocabulary, labels_locked, faults)
          .load(*file.node("labels"), basis, label_rules);
    }
    for (const auto& label : file.words("lock-labels")) {
      labels_locked.add(label_key(label.text).key, pack->vocabulary->origin(label.at));
    }
    if (auto names = file.mapping("issuers")) {
      load_issuers(*names, *file.node("issuers"), *pack->vocabulary, issuers_locked, issuers, faults);
    }
    issuers_locked.read(file, "lock-issuers",
                        [&](const std::string& name) { return find_issuer(issuers, name) != issuers.end(); });
    file.refuse_unknown_keys();
  }
}

}  // namespace nianbao
