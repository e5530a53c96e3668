// Which cells of the formats the rules speak of.
#include <algorithm>
#include <unordered_set>

#include <nianbao/rule_trial.hpp>

#include "check/figures.hpp"
#include "check/run.hpp"
#include "trial/form_cells.hpp"

namespace nianbao {
namespace {

// What is demanded of one figure alone (no count is below zero) tells no wrong digit.
constexpr std::size_t kRelated = 2;

using Touched = std::unordered_set<ConceptKey, ConceptKeyHash>;

/// `least`: cells of this form that an expression must speak of for them to count as touched.
void touch_operands(const Expression* expression, const FormCells& cells, const Binding& round, std::size_t least,
                    Touched& touched) {
  if (expression == nullptr) {
    return;
  }
  EvaluateOptions options;
  options.totals = Totals::computed;
  std::vector<const ConceptKey*> found;
  for (const auto& operand : expression->evaluate(cells, round, options).operands) {
    if (operand.from == Operand::From::report && cells.contains(operand.key)) {
      found.push_back(cells.find(operand.key));
    }
  }
  for (const auto* key : found) {
    if (found.size() >= least) {
      touched.insert(*key);
    }
  }
}

Touched checked_cells(const RuleSet& rules, const Template& format, const std::vector<const Template*>& templates,
                      const FormCells& cells) {
  Touched touched;
  const auto frames = cells.frames();
  for (const auto& rule : rules.checks()) {
    if (rule.assertion == nullptr || rule.assertion->needs_previous() || rule.assertion->needs_units() ||
        !check::is_for_format(rule, templates, format.id)) {
      continue;
    }
    for (const auto& frame : frames) {
      for (const auto& round : rounds_of(rule.each, rule.concepts, rules.concepts(), cells, frame)) {
        touch_operands(rule.assertion.get(), cells, round, kRelated, touched);
      }
    }
  }
  return touched;
}

/// Adds cells that some line fills, or takes its figures from.
void add_mapped_cells(const RuleSet& rules, const FormCells& cells, Touched& touched) {
  for (const auto& line : rules.mappings()) {
    for (const auto& key : cells.keys()) {
      if (round_to(line, key)) {
        touched.insert(key);
      }
    }
    for (const auto& round : rounds_of(line.each, {}, rules.concepts(), cells)) {
      touch_operands(line.from.get(), cells, round, 1, touched);
    }
  }
}

RuleCoverage coverage_of(const RuleSet& rules, const Template& format, const std::vector<const Template*>& templates,
                         const YearRange& generation, const FormCells& cells) {
  RuleCoverage coverage;
  coverage.format = &format;
  coverage.generation = generation;
  coverage.cells = cells.keys().size();
  auto touched = checked_cells(rules, format, templates, cells);
  const auto remaining = [&](std::vector<ConceptKey>& into) {
    std::copy_if(cells.keys().begin(), cells.keys().end(), std::back_inserter(into),
                 [&](const ConceptKey& key) { return touched.count(key) == 0; });
  };
  remaining(coverage.unchecked);
  add_mapped_cells(rules, cells, touched);
  remaining(coverage.unknown);
  return coverage;
}

}  // namespace

std::vector<RuleCoverage> rule_coverage(const RuleSet& rules, const std::vector<const Template*>& templates) {
  std::vector<RuleCoverage> all;
  for (const auto* format : templates) {
    for (const auto& generation : generations_of(*format)) {
      const FormCells cells(*format, year_in(generation));
      if (!cells.keys().empty()) {
        all.push_back(coverage_of(rules, *format, templates, generation, cells));
      }
    }
  }
  return all;
}

}  // namespace nianbao
