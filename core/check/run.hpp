// What the parts of a check share.
#pragma once

#include <string_view>
#include <vector>

#include <nianbao/check.hpp>
#include <nianbao/expression.hpp>

#include "check/cell_names.hpp"
#include "check/figures.hpp"

namespace nianbao::check {

/// One run of the checks over one report.
struct Run {
  const Report& report;
  const RuleSet& rules;
  const CheckPlan* plan;  ///< null if there is none
  const std::vector<const Template*>& templates;
  std::vector<const Template*> generation;  ///< the formats in whose words the prose speaks
  const CellNames& names;
  const CellNames* previous_names;  ///< null if there is no report of last year
  const ValueSource* previous;      ///< likewise
  bool has_units;                   ///< reports of the units are given
  std::vector<TableFigures> tables;
  FigureSource& prose;
  CheckOutcome& outcome;

  void held() { ++outcome.tally.held; }
  void not_assessable(NotAssessable reason) { ++outcome.tally.not_assessable[static_cast<std::size_t>(reason)]; }
  void failed(Finding finding) {
    ++outcome.tally.failed;
    outcome.findings.push_back(std::move(finding));
  }
};

/// True if the rule is for forms of this format, or one it is derived from.
[[nodiscard]] bool is_for_format(const CheckRule& rule, const std::vector<const Template*>& templates,
                                 std::string_view format);
/// True if the rule is for reports of this year and forms of this format, or one it is derived from.
[[nodiscard]] bool applies(const CheckRule& rule, const Run& run, std::string_view format);

/// Names facts of the report in a finding and takes its place from the first.
void name_facts(Finding& finding, const Report& report, const std::vector<std::uint32_t>& facts);

/// Blanks that some relation proves to be zero, and none contradicts, count as 0 from now on.
void assume_proven_zeros(Run& run);
/// The rules of the packs, on tables and prose.
void check_rules(Run& run);
/// Parts of a total that the prose states, others left out: they cannot be more than it. Needs a plan.
void check_prose_bounds(Run& run);
/// Figures of the prose against those of the tables, by meaning.
void check_prose_against_tables(Run& run);
/// Shares, sums and growth that the prose claims.
void check_claims(Run& run);
/// Blocks of a form that are wholly blank beside filled ones.
void note_blank_blocks(Run& run);

}  // namespace nianbao::check
