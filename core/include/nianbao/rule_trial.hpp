// Trying out rule packs: their examples, the cells their rules touch, the wrong digits they catch.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/rule_store.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// How one example of a pack came out.
struct ExampleOutcome {
  std::string rule;  ///< pack/id; as written where there is no such rule
  RuleOrigin where;
  bool holds = false;
  Message fault;  ///< what was expected and what came; empty if it holds
};

/// A rule of a pack without an example of one kind.
struct MissingExample {
  std::string rule;
  RuleOrigin where;     ///< of the rule
  bool passing = true;  ///< the kind that is missing
};

struct ExampleRun {
  std::vector<ExampleOutcome> outcomes;  ///< in the order of the files
  std::vector<MissingExample> missing;   ///< checks, patterns and mapping lines, in the order of the rules
  std::vector<RuleFault> faults;         ///< of the example files
  [[nodiscard]] bool clean() const noexcept;
};

/// Runs all *.examples.yaml of a pack against the rules it is in force with. Mapping lines that say why
/// nothing is placed need no examples. Fails if the pack is unknown or faulty.
[[nodiscard]] Result<ExampleRun> run_examples(const RuleStore& store, std::string_view pack);
[[nodiscard]] std::string examples_text(const ExampleRun& run, Language language);

/// The examples of a rule (an id, with or without its pack) as they stand in the packs' files; empty if there are none.
[[nodiscard]] std::string examples_of(const RuleStore& store, std::string_view rule);

/// The cells of one format and what the rules in force say of them. A format that changed over the years has one
/// of these for each span of years in which it stayed the same.
struct RuleCoverage {
  const Template* format = nullptr;
  YearRange generation;
  std::size_t cells = 0;
  std::vector<ConceptKey> unchecked;  ///< cells no check of one report touches, in the order of the form
  std::vector<ConceptKey> unknown;    ///< of those, cells no mapping line touches either
};
[[nodiscard]] std::vector<RuleCoverage> rule_coverage(const RuleSet& rules,
                                                      const std::vector<const Template*>& templates);
[[nodiscard]] std::string coverage_text(const std::vector<RuleCoverage>& coverage, Language language);

/// What becomes of wrong digits in one form of a consistent report.
struct MutationScore {
  std::string_view form;
  std::size_t changed = 0;          ///< reports with one wrong digit
  std::size_t caught = 0;           ///< of these, reports with a finding
  std::vector<ConceptKey> escaped;  ///< cells some wrong digit of which nothing catches
};
struct MutationRun {
  const Template* format = nullptr;
  YearRange generation;     ///< years in which the form stayed the same; open: all
  bool consistent = false;  ///< false: no report could be made in which all relations hold
  std::vector<MutationScore> forms;
};

/// Fills a report in which every relation holds, then changes one digit at a time and checks it. The
/// same for the same seed. One run for each span of years in which the form stayed the same.
[[nodiscard]] std::vector<MutationRun> mutate_reports(const std::shared_ptr<const RuleSet>& rules,
                                                      const Template& format,
                                                      const std::vector<const Template*>& templates,
                                                      std::uint32_t seed);
[[nodiscard]] std::string mutation_text(const std::vector<MutationRun>& runs, Language language);

/// What is no fault of a pack, but of no use: rules that speak of no cell or always hold, lines that are never reached
/// or lead in a circle, wordings without effect, cells nothing is said of.
[[nodiscard]] std::vector<RuleFault> idle_rules(const RuleSet& rules, const std::vector<const Template*>& templates);

/// All that can be said of a pack without a report.
struct PackLint {
  std::string pack;
  std::vector<RuleFault> faults;  ///< of its rules, their formats and its examples
  std::vector<RuleFault> notes;   ///< see idle_rules; not looked for in a pack with faults
};
[[nodiscard]] PackLint lint_pack(const RuleStore& store, std::string_view pack,
                                 const std::vector<const Template*>& templates);
/// `unusable`: faults of packs that cannot be named (pack.yaml).
[[nodiscard]] std::string lint_text(const std::vector<RuleFault>& unusable, const std::vector<PackLint>& packs,
                                    Language language);
[[nodiscard]] std::string lint_json(const std::vector<RuleFault>& unusable, const std::vector<PackLint>& packs);
[[nodiscard]] std::string examples_json(const std::vector<std::pair<std::string, ExampleRun>>& runs);

}  // namespace nianbao
