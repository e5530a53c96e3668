#include <algorithm>

#include "check/plan.hpp"
#include "check/readiness.hpp"
#include "check/run.hpp"
#include "check/wording.hpp"
#include "rules/ast.hpp"

namespace nianbao::check {
namespace {

constexpr std::string_view kSpan = "span";

NotAssessable reason_of(const Evaluation& outcome) {
  if (outcome.obstacle == Obstacle::no_previous) {
    return NotAssessable::no_previous;
  }
  if (outcome.obstacle == Obstacle::no_units) {
    return NotAssessable::no_units;
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
                          right_first ? Operand::Side::left : Operand::Side::right, Operand::Side::none}) {
    for (const auto& operand : outcome.operands) {
      const bool condition = side == Operand::Side::none && !facts.empty();
      if (operand.side == side && !condition && operand.from == Operand::From::report &&
          operand.figure.fact != Figure::npos) {
        facts.push_back(operand.figure.fact);
      }
    }
  }
  return facts;
}

bool is_for_year(const CheckRule& rule, const Report& report) {
  return report.year == 0 || rule.years.contains(report.year);
}

/// True if the expression names the span of a figure: 历年累计 beside the year's.
bool names_span(const ast::Node& node) {
  return !node.fixed.get(kSpan).empty() || std::any_of(node.operands.begin(), node.operands.end(), names_span);
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
      for (const auto& frame : table.frames) {
        const auto instance = frame.get("instance");
        const bool plain = frame.size() == (instance.empty() ? 0U : 1U);
        const auto* sheet = run_.plan != nullptr && plain ? run_.plan->state().sheet(table.format) : nullptr;
        const auto values = sheet != nullptr ? SheetValues::of(*sheet, *table.source, instance) : std::nullopt;
        if (values) {
          by_plan(*sheet, *values, *table.source, frame);
        } else {
          by_rules(table, frame);
        }
      }
    }
  }

  void on_prose() {
    const auto may_be_ready = rules_the_prose_serves();
    const auto& rules = run_.rules.checks();
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const auto& rule = rules[i];
      const auto& generation = run_.generation;
      if (rule.assertion == nullptr || !may_be_ready[i]) {
        continue;
      }
      if (std::any_of(generation.begin(), generation.end(),
                      [&](const Template* format) { return applies(rule, run_, format->id); })) {
        each_round(rule, run_.prose, {}, false);
      }
    }
  }

 private:
  [[nodiscard]] std::vector<bool> rules_the_prose_serves() const {
    std::vector<std::string_view> stated;
    for (const auto fact : run_.prose.facts()) {
      stated.push_back(run_.report.facts[fact].key.id);
    }
    return run_.plan != nullptr ? run_.plan->state().prose->met_by(stated) : ProseNeeds(run_.rules).met_by(stated);
  }

  /// A rule that compares spans says itself which figure is of which: it runs for the year's figures alone.
  void by_rules(const TableFigures& table, const Dims& frame) {
    const bool other_span = !frame.get(kSpan).empty();
    for (const auto& rule : run_.rules.checks()) {
      const bool again = other_span && rule.assertion != nullptr && names_span(rule.assertion->root());
      if (!again && applies(rule, run_, table.format)) {
        each_round(rule, *table.source, frame, true);
      }
    }
  }

  /// Rounds that plainly hold or lack a figure are counted; the others are looked at as without a plan.
  void by_plan(const Sheet& sheet, const SheetValues& values, const FigureSource& source, const Dims& frame) {
    for (const auto& planned : sheet.rounds) {
      if (!is_for_year(*planned.rule, run_.report) || values.says_nothing_of(planned)) {
        continue;
      }
      const bool alone = planned.terms.size() == 1;
      if (values.holds(planned)) {
        held(alone);
      } else if (const auto reason = values.lacks(planned)) {
        not_assessable(*reason, alone);
      } else {
        assess(*planned.rule, source, within(planned.round, frame), true);
      }
    }
  }

  static Binding within(Binding round, const Dims& frame) {
    for (const auto& dimension : frame) {
      round.dims.set(dimension.name, dimension.member);
    }
    return round;
  }

  void each_round(const CheckRule& rule, const FigureSource& source, const Dims& frame, bool count_lacking) {
    if (rule.assertion == nullptr) {
      return;
    }
    for (const auto& round : rounds_of(rule.each, rule.concepts, run_.rules.concepts(), source, frame)) {
      assess(rule, source, round, count_lacking);
    }
  }

  /// Another report that the rule asks for and that is not given.
  [[nodiscard]] std::optional<NotAssessable> missing_report(const Expression& assertion) const {
    if (assertion.needs_previous() && run_.previous == nullptr) {
      return NotAssessable::no_previous;
    }
    return assertion.needs_units() && !run_.has_units ? std::optional(NotAssessable::no_units) : std::nullopt;
  }

  /// Prose states what it likes, so relations it does not give all figures for are not counted.
  void assess(const CheckRule& rule, const FigureSource& source, const Binding& round, bool count_lacking) {
    const auto missing = missing_report(*rule.assertion);
    const auto ready = !count_lacking || missing ? readiness(*rule.assertion, source, round) : Readiness::unknown;
    if (ready == Readiness::no_cell || (ready == Readiness::lacking && !count_lacking) ||
        (rule.when != nullptr && !rule.when->evaluate(source, round).truth.value_or(false))) {
      return;
    }
    if (ready == Readiness::ready && missing) {
      if (count_lacking) {
        run_.not_assessable(*missing);
      }
      return;
    }
    const auto outcome = rule.assertion->evaluate(source, round, {Totals::stated_only, rule.tolerance});
    if (outcome.not_applicable || (!outcome.truth && (!count_lacking || asks_for_no_cell(outcome, source)))) {
      return;
    }
    const bool alone = outcome.operands.size() == 1;
    if (!outcome.truth) {
      not_assessable(reason_of(outcome), alone);
    } else if (*outcome.truth) {
      held(alone);
    } else {
      fail(rule, outcome, source);
    }
  }

  /// What is demanded of one figure alone (no count is below zero) is no relation: it is counted only where it fails.
  void held(bool alone) {
    if (!alone) {
      run_.held();
    }
  }

  void not_assessable(NotAssessable reason, bool alone) {
    if (!alone) {
      run_.not_assessable(reason);
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

bool is_for_format(const CheckRule& rule, const std::vector<const Template*>& templates, std::string_view format) {
  if (rule.formats.empty()) {
    return true;
  }
  // A chain of `extends` is as long as there are templates, at most.
  for (std::size_t i = 0; i <= templates.size() && !format.empty(); ++i) {
    if (std::find(rule.formats.begin(), rule.formats.end(), format) != rule.formats.end()) {
      return true;
    }
    const auto* base = find_template(templates, format);
    format = base != nullptr ? base->extends : std::string_view{};
  }
  return false;
}

bool applies(const CheckRule& rule, const Run& run, std::string_view format) {
  return is_for_year(rule, run.report) && is_for_format(rule, run.templates, format);
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
