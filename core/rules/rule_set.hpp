// The rules in force, built from packs.
#pragma once

#include <memory>
#include <vector>

#include "rules/load.hpp"
#include "rules/vocabulary.hpp"

namespace nianbao {

class LoadedRules : public RuleSet {
 public:
  /// Packs from the general to the particular. All faults, those of reading the files included, are
  /// added; the set must not be used if there are any.
  static std::shared_ptr<const LoadedRules> load(Packs packs, RuleFaults& faults);

  [[nodiscard]] const std::vector<Report::Pack>& packs() const noexcept override { return pack_names_; }
  [[nodiscard]] const ConceptCatalog& concepts() const noexcept override { return *catalog_; }
  [[nodiscard]] const Vocabulary& vocabulary() const noexcept override { return *vocabulary_; }
  [[nodiscard]] const std::vector<HeadingRule>& headings() const noexcept override { return headings_; }
  [[nodiscard]] const std::vector<std::string>& structure_sentences() const noexcept override {
    return structure_sentences_;
  }
  [[nodiscard]] const std::vector<IssuerRule>& issuers() const noexcept override { return issuers_; }
  [[nodiscard]] const std::vector<CheckRule>& checks() const noexcept override { return checks_; }
  [[nodiscard]] const std::vector<MappingRule>& mappings() const noexcept override { return mappings_; }
  [[nodiscard]] const ProseRules& prose() const noexcept override { return prose_; }
  [[nodiscard]] const SentencePatterns* patterns() const noexcept override { return patterns_.get(); }
  [[nodiscard]] const std::vector<LabelRule>& labels() const noexcept override { return labels_; }
  [[nodiscard]] const std::vector<UnitList>& units() const noexcept override { return units_; }
  [[nodiscard]] const RuleOrigin* concept_origin(std::string_view id) const noexcept override;
  [[nodiscard]] const Message* concept_basis(std::string_view id) const noexcept override;
  [[nodiscard]] const std::vector<DisabledRule>& disabled() const noexcept override { return disabled_; }

 private:
  void load_items(RuleFaults& faults);

  Packs packs_;
  std::vector<Report::Pack> pack_names_;
  Arena arena_;
  std::shared_ptr<const Catalog> catalog_;
  std::unique_ptr<RuleVocabulary> vocabulary_;
  std::vector<HeadingRule> headings_;
  std::vector<std::string> structure_sentences_;
  std::vector<UnitList> units_;
  std::vector<IssuerRule> issuers_;
  std::vector<LabelRule> labels_;
  std::vector<CheckRule> checks_;
  std::vector<MappingRule> mappings_;
  ProseRules prose_;
  std::vector<DisabledRule> disabled_;
  std::shared_ptr<const SentencePatterns> patterns_;
};

}  // namespace nianbao
