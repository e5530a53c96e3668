// From a Document to its Reports: outline, rule packs, forms, sections, narrative.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include <nianbao/check.hpp>
#include <nianbao/engine.hpp>
#include <nianbao/outline.hpp>
#include <nianbao/rules.hpp>
#include <nianbao/sdk/forms.hpp>

#include "forms/label_lexicon.hpp"
#include "pipeline/claims.hpp"

namespace nianbao {

/// What depends only on the rules in force, made once for each RuleSet. Thread-safe.
class RuleCaches {
 public:
  /// The engine lives as long as the caches.
  explicit RuleCaches(const Engine& engine);

  /// The outline reader of a RuleSet.
  [[nodiscard]] Result<const OutlineReader*> outline_reader(const std::shared_ptr<const RuleSet>& rules);
  /// An Error of kind usage if no jurisdiction can be meant by this name or code.
  [[nodiscard]] Result<void> expect_jurisdiction(std::string_view name_or_code);
  /// What the rules demand of the cells of all templates.
  [[nodiscard]] const CheckPlan& check_plan(const std::shared_ptr<const RuleSet>& rules);
  /// The labels of all templates.
  [[nodiscard]] const forms::LabelLexicon& lexicon();

 private:
  [[nodiscard]] Result<void> load_outline_rules();

  const Engine& engine_;
  std::mutex mutex_;
  std::unique_ptr<OutlineRules> outline_rules_;
  // Keys hold their RuleSet, so that an address is never used again while it is one.
  std::map<std::shared_ptr<const RuleSet>, OutlineReader> readers_;
  std::map<std::shared_ptr<const RuleSet>, std::unique_ptr<const CheckPlan>> plans_;
  std::unique_ptr<const forms::LabelLexicon> lexicon_;
};

/// Extracts the reports of one Document. Made for one call.
class Extraction {
 public:
  Extraction(const Engine& engine, RuleCaches& caches, const ReadOptions& options)
      : engine_(engine), caches_(caches), options_(options) {}

  [[nodiscard]] Result<std::vector<Report>> run(Document document, DiagnosticSink& diagnostics);

 private:
  [[nodiscard]] Result<Report> extract_part(const Document& document, DiagnosticSink& diagnostics);
  [[nodiscard]] Result<std::shared_ptr<const RuleSet>> rules_for(const Report& report) const;
  [[nodiscard]] Result<std::vector<FormClaim>> claims_of(const Template& format, const Document& document,
                                                         const std::shared_ptr<const RuleSet>& rules,
                                                         DiagnosticSink& diagnostics, std::optional<Error>& failure);
  [[nodiscard]] Result<ChosenClaims> recognize(const Document& document, const Report& report,
                                               const std::shared_ptr<const RuleSet>& rules,
                                               DiagnosticSink& diagnostics);
  [[nodiscard]] Result<void> extract_claims(const Document& document, const std::vector<FormClaim>& claims, bool glued,
                                            const std::shared_ptr<const RuleSet>& rules, DiagnosticSink& diagnostics,
                                            Report& report);
  [[nodiscard]] Result<void> read_narrative(const Document& document, const std::vector<FormClaim>& claims,
                                            const std::shared_ptr<const RuleSet>& rules, DiagnosticSink& diagnostics,
                                            Report& report);
  [[nodiscard]] FormatContext context(const std::shared_ptr<const RuleSet>& rules, const Template& format,
                                      DiagnosticSink& diagnostics);

  const Engine& engine_;
  RuleCaches& caches_;
  const ReadOptions& options_;
  std::optional<forms::RowCache> rows_;  ///< of the part being extracted
};

/// All templates, as checks and conversions ask for them.
[[nodiscard]] std::vector<const Template*> all_templates(const Engine& engine);

/// The stretches of the Document that no claim covers, in document order.
[[nodiscard]] std::vector<Piece> pieces_left(const Document& document, const std::vector<FormClaim>& claims);

}  // namespace nianbao
