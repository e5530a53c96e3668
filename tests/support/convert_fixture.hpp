// Small templates, rules and reports for the tests of conversion.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nianbao/convert.hpp>
#include <nianbao/rules.hpp>
#include <nianbao/template_loader.hpp>

namespace nianbao::test {

/// A few concepts with their units; any other concept is unknown.
class SmallCatalog : public ConceptCatalog {
 public:
  SmallCatalog();
  [[nodiscard]] const std::vector<const ConceptInfo*>& concepts() const noexcept override { return list_; }
  [[nodiscard]] const ConceptInfo* find(std::string_view id) const noexcept override;
  [[nodiscard]] const std::vector<DimensionInfo>& dimensions() const noexcept override { return dimensions_; }
  [[nodiscard]] const DimensionInfo* dimension(std::string_view name) const noexcept override;
  [[nodiscard]] const std::vector<std::string_view>& sum_of(std::string_view,
                                                            std::string_view) const noexcept override {
    return none_;
  }
  [[nodiscard]] const ast::Node* group(std::string_view) const noexcept override { return nullptr; }
  [[nodiscard]] UnitKind unit_kind(std::string_view) const noexcept override { return UnitKind::counter; }
  [[nodiscard]] std::optional<int> unit_shift(std::string_view from, std::string_view to) const noexcept override;

 private:
  std::vector<ConceptInfo> infos_;
  std::vector<const ConceptInfo*> list_;
  std::vector<DimensionInfo> dimensions_;
  std::vector<std::string_view> none_;
};

/// Rules made of mapping lines.
class SmallRules : public RuleSet {
 public:
  SmallRules();
  /// Adds `to <- from when condition`; an empty `from` says that nothing maps.
  MappingRule& map(ConceptKey to, const std::string& from, Fidelity fidelity = Fidelity::derived,
                   const std::string& when = {});
  std::vector<std::string> sentences;

  [[nodiscard]] const std::vector<Report::Pack>& packs() const noexcept override { return packs_; }
  [[nodiscard]] const ConceptCatalog& concepts() const noexcept override { return *catalog_; }
  [[nodiscard]] const Vocabulary& vocabulary() const noexcept override { return *vocabulary_; }
  [[nodiscard]] const std::vector<HeadingRule>& headings() const noexcept override { return headings_; }
  [[nodiscard]] const std::vector<IssuerRule>& issuers() const noexcept override { return issuers_; }
  [[nodiscard]] const std::vector<CheckRule>& checks() const noexcept override { return checks_; }
  [[nodiscard]] const std::vector<MappingRule>& mappings() const noexcept override { return mappings_; }
  [[nodiscard]] const ProseRules& prose() const noexcept override { return prose_; }
  [[nodiscard]] const std::vector<DisabledRule>& disabled() const noexcept override { return disabled_; }
  [[nodiscard]] const SentencePatterns* patterns() const noexcept override { return nullptr; }
  [[nodiscard]] const std::vector<std::string>& structure_sentences() const noexcept override { return sentences; }

 private:
  std::shared_ptr<const ConceptCatalog> catalog_;
  std::unique_ptr<Vocabulary> vocabulary_;
  std::vector<Report::Pack> packs_;
  std::vector<HeadingRule> headings_;
  std::vector<IssuerRule> issuers_;
  std::vector<CheckRule> checks_;
  std::vector<MappingRule> mappings_;
  ProseRules prose_;
  std::vector<DisabledRule> disabled_;
};

/// Two small formats, `old` and `new`, and what derives from them.
struct SmallFormats {
  SmallFormats();
  [[nodiscard]] const Template& get(std::string_view id) const;
  [[nodiscard]] std::vector<const Template*> all() const;

 private:
  TemplateSet set_;
};

/// A report in the format `old` without figures.
[[nodiscard]] Report old_report();
/// Adds a figure of the report's form (or of its prose) and gives its index.
std::uint32_t add_table(Report& report, const ConceptKey& key, std::int64_t value);
std::uint32_t add_prose(Report& report, const ConceptKey& key, std::int64_t value);
std::uint32_t add_blank(Report& report, const ConceptKey& key);

/// The ledger's cell for the key; fails the test if there is none.
[[nodiscard]] const LedgerCell& cell_of(const Conversion& conversion, const ConceptKey& key);
[[nodiscard]] const LedgerFact& entry_of(const Conversion& conversion, std::uint32_t fact);
/// Converts and demands that it works and the ledger balances.
[[nodiscard]] Conversion converted(const Report& source, const Template& target, const RuleSet& rules,
                                   const ConvertOptions& options);

}  // namespace nianbao::test
