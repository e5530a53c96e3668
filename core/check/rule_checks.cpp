#include <algorithm>

#include "check/run.hpp"
#include "check/wording.hpp"

namespace nianbao::check {
namespace {

NotAssessable reason_of(const Evaluation& outcome) {
  if (outcome.obstacle == Obstacle::no_previous) {
    return NotAssessable::no_previous;
  }
  const auto lacks = [&](FigureState state) {
    return std::any_of(outcome.lacking.begin(), outcome.lacking.end(),
                       [&](std::uint32_t i) { return outcome.operands[i].figure.state == state; });
  };
  for (const auto& [state, reason] : {std::pair{FigureState::absent, NotAssessable::absent},
                                      {FigureState::blank, NotAssessable::blank},
                                      {FigureState::dash, NotAssessable::dash},
                                      {FigureState::unsettled, NotAssessable::unsettled}}) {
    if (lacks(state)) {
      return reason;
    }
  }
  return NotAssessable::other;
}

/// True if a figure is lacking because the form has no such cell, not because the document lost it.
bool asks_for_no_cell(const Evaluation& outcome, const FigureSource& source) {
  return std::any_of(outcome.lacking.begin(), outcome.lacking.end(), [&](std::uint32_t i) {
    const auto& operand = outcome.operands[i];
    return operand.from == Operand::From::report && operand.figure.state == FigureState::absent &&
           !source.contains(operand.key);
  });
}

/// The facts of this year's report on which the comparison stands: the side with one figure first,
/// for there the fault is named.
std::vector<std::uint32_t> facts_of(const Evaluation& outcome) {
  const auto side_size = [&](Operand::Side side) {
    return std::count_if(outcome.operands.begin(), outcome.operands.end(),
                         [&](const Operand& operand) { return operand.side == side; });
  };
  const bool right_first = side_size(Operand::Side::right) == 1 && side_size(Operand::Side::left) != 1;
  std::vector<std::uint32_t> facts;
  for (const auto side : {right_first ? Operand::Side::right : Operand::Side::left,
                          right_first ? Operand::Side::left : Operand::Side::right}) {
    for (const auto& operand : outcome.operands) {
      if (operand.side == side && operand.from == Operand::From::report && operand.figure.fact != Figure::npos) {
        facts.push_back(operand.figure.fact);
      }
    }
  }
  return facts;
}

bool rests_on_suspects(const std::vector<std::uint32_t>& facts, const Report& report) {
  return std::any_of(facts.begin(), facts.end(),
                     [&](std::uint32_t fact) { return report.facts[fact].reading == Reading::suspect; });
}

class RuleChecks {
 public:
  explicit RuleChecks(Run& run) : run_(run), wording_(run.names, run.previous_names) {}

  void on_tables() {
    for (const auto& table : run_.tables) {
      for (const auto& rule : run_.rules.checks()) {
        for (std::size_t frame = 0; frame < table.frames.size() && applies(rule, run_, table.format); ++frame) {
          each_round(rule, *table.source, table.frames[frame], true);
        }
      }
    }
  }

  void on_prose() {
    for (const auto& rule : run_.rules.checks()) {
      const auto& generation = run_.generation;
      if (std::any_of(generation.begin(), generation.end(),
                      [&](const Template* format) { return applies(rule, run_, format->id); })) {
        each_round(rule, run_.prose, {}, false);
      }
    }
  }

 private:
  /// Prose states what it likes, so relations it does not give all figures for are not counted.
  void each_round(const CheckRule& rule, const FigureSource& source, const Dims& frame, bool count_lacking) {
    if (rule.assertion == nullptr || rule.assertion->needs_units()) {
      return;
    }
    for (const auto& round : rounds_of(rule.each, rule.concepts, run_.rules.concepts(), source, frame)) {
      if (rule.when != nullptr && !rule.when->evaluate(source, round).truth.value_or(false)) {
        continue;
      }
      const auto outcome = rule.assertion->evaluate(source, round, {Totals::stated_only, rule.tolerance});
      if (outcome.not_applicable || (!outcome.truth && (!count_lacking || asks_for_no_cell(outcome, source)))) {
        continue;
      }
      if (!outcome.truth) {
        run_.not_assessable(reason_of(outcome));
      } else if (*outcome.truth) {
        run_.held();
      } else {
        fail(rule, outcome, source);
      }
    }
  }

  void fail(const CheckRule& rule, const Evaluation& outcome, const FigureSource& source) {
    const auto facts = facts_of(outcome);
    Finding finding;
    finding.rule = rule.id;
    finding.kind = rule.kind;
    finding.severity = rule.severity == FindingSeverity::error && rests_on_suspects(facts, run_.report)
                           ? FindingSeverity::doubt
                           : rule.severity;
    finding.message = wording_.of(rule, outcome, source);
    name_facts(finding, run_.report, facts);
    run_.failed(std::move(finding));
  }

  Run& run_;
  Wording wording_;
};

}  // namespace

bool applies(const CheckRule& rule, const Run& run, std::string_view format) {
  if (run.report.year != 0 && !rule.years.contains(run.report.year)) {
    return false;
  }
  if (rule.formats.empty()) {
    return true;
  }
  // A chain of `extends` is as long as there are templates, at most.
  for (std::size_t i = 0; i <= run.templates.size() && !format.empty(); ++i) {
    if (std::find(rule.formats.begin(), rule.formats.end(), format) != rule.formats.end()) {
      return true;
    }
    const auto* base = find_template(run.templates, format);
    format = base != nullptr ? base->extends : std::string_view{};
  }
  return false;
}

void name_facts(Finding& finding, const Report& report, const std::vector<std::uint32_t>& facts) {
  for (const auto fact : facts) {
    finding.facts.push_back({fact, report.facts[fact].key});
  }
  if (!facts.empty()) {
    finding.at = report.facts[facts.front()].at;
  }
}

void check_rules(Run& run) {
  RuleChecks checks(run);
  checks.on_tables();
  checks.on_prose();
}

}  // namespace nianbao::check
