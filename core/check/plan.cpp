#include "check/plan.hpp"

#include <algorithm>

#include "check/run.hpp"
#include "report/template_walk.hpp"

namespace nianbao {
namespace check {
namespace {

// Far above any count, far below what a sum of a form's cells could overflow.
constexpr std::int64_t kPlainLimit = 1'000'000'000'000;

/// The rule for one of its rounds alone.
CheckRule only_round(const CheckRule& rule, const Binding& round) {
  CheckRule single = rule;
  single.each.clear();
  single.concepts.clear();
  if (!round.concept_id.empty()) {
    single.each.emplace_back("concept");
    single.concepts.emplace_back(round.concept_id);
  }
  return single;
}

void plan_rule(const CheckRule& rule, const ConceptCatalog& concepts, const KeyList& keys, Sheet& sheet) {
  const bool plain = rule.when == nullptr && rule.tolerance.is_zero();
  for (auto& round : rounds_of(rule.each, rule.concepts, concepts, keys)) {
    PlannedRound planned{&rule, std::move(round), {}, Comparison::equal};
    const auto relations =
        plain ? relations_for(only_round(rule, planned.round), keys, planned.round.dims) : std::vector<Relation>{};
    if (relations.size() == 1) {
      planned.comparison = relations.front().comparison;
      for (const auto& term : relations.front().terms) {
        planned.terms.emplace_back(sheet.cells.at(term.key), term.coefficient);
      }
    }
    sheet.rounds.push_back(std::move(planned));
  }
  for (auto& relation : relations_for(rule, keys, {}, Conditional::on_own_figures)) {
    if (rule.when == nullptr) {
      sheet.relations.push_back(relation);
    }
    sheet.relations_to_read.push_back(std::move(relation));
  }
}

Sheet plan_template(const RuleSet& rules, const Template& format, const std::vector<const Template*>& templates) {
  Sheet sheet;
  sheet.format = format.id;
  std::vector<ConceptKey> cells;
  for (const auto* cell : cells_of(format)) {
    cells.push_back(cell->key);
    sheet.cells.try_emplace(cell->key, static_cast<std::uint32_t>(sheet.cells.size()));
  }
  const KeyList keys(cells);
  for (const auto& rule : rules.checks()) {
    if (rule.assertion != nullptr && is_for_format(rule, templates, format.id)) {
      plan_rule(rule, rules.concepts(), keys, sheet);
    }
  }
  return sheet;
}

constexpr std::string_view kInstance = "instance";

ConceptKey of_first_instance(ConceptKey key) {
  key.dims.erase(kInstance);
  return key;
}

}  // namespace

std::optional<SheetValues> SheetValues::of(const Sheet& sheet, const FigureSource& source, std::string_view instance) {
  SheetValues values;
  values.values_.resize(sheet.cells.size());
  std::vector<bool> seen(sheet.cells.size(), false);
  for (const auto fact : source.facts()) {
    const auto& key = source.report().facts[fact].key;
    if (key.dims.get(kInstance) != instance) {
      continue;
    }
    const auto it = instance.empty() ? sheet.cells.find(key) : sheet.cells.find(of_first_instance(key));
    if (it == sheet.cells.end()) {
      return std::nullopt;
    }
    const Figure figure = source.figure_of(fact);
    const bool plain = figure.state == FigureState::known && figure.qualifier == Qualifier::none &&
                       figure.step == Decimal(1) && figure.value.is_integer() && !seen[it->second] &&
                       figure.value < Decimal(kPlainLimit) && Decimal(-kPlainLimit) < figure.value;
    auto& value = values.values_[it->second];
    value.state = seen[it->second] ? std::nullopt : std::optional(figure.state);
    value.count = plain ? std::optional(static_cast<std::int64_t>(figure.value.coefficient())) : std::nullopt;
    seen[it->second] = true;
  }
  return values;
}

bool SheetValues::holds(const PlannedRound& round) const {
  std::int64_t sum = 0;
  for (const auto& [cell, coefficient] : round.terms) {
    if (!values_[cell].count) {
      return false;
    }
    sum += coefficient * *values_[cell].count;
  }
  return !round.terms.empty() && (round.comparison == Comparison::equal ? sum == 0 : sum <= 0);
}

std::optional<NotAssessable> SheetValues::lacks(const PlannedRound& round) const {
  auto first = FigureState::absent;  // states that lack a figure are in the order in which they are named
  for (const auto& [cell, coefficient] : round.terms) {
    const auto state = values_[cell].state;
    if (!state) {
      return std::nullopt;
    }
    first = *state == FigureState::known ? first : std::min(first, *state);
  }
  switch (first) {
    case FigureState::blank:
      return NotAssessable::blank;
    case FigureState::dash:
      return NotAssessable::dash;
    case FigureState::unsettled:
      return NotAssessable::unsettled;
    default:
      return std::nullopt;
  }
}

}  // namespace check

CheckPlan::CheckPlan(std::shared_ptr<const RuleSet> rules, const std::vector<const Template*>& templates) {
  auto state = std::make_unique<State>();
  for (const auto* format : templates) {
    state->sheets.push_back(check::plan_template(*rules, *format, templates));
  }
  state->rules = std::move(rules);
  state_ = std::move(state);
}

CheckPlan::~CheckPlan() = default;

const check::Sheet* CheckPlan::State::sheet(std::string_view format) const noexcept {
  const auto it = std::find_if(sheets.begin(), sheets.end(), [&](const auto& sheet) { return sheet.format == format; });
  return it == sheets.end() ? nullptr : &*it;
}

const std::vector<Relation>& CheckPlan::relations(std::string_view format) const noexcept {
  static const std::vector<Relation> none;
  const auto* sheet = state_->sheet(format);
  return sheet != nullptr ? sheet->relations : none;
}

const std::vector<Relation>& CheckPlan::relations_to_read(std::string_view format) const noexcept {
  static const std::vector<Relation> none;
  const auto* sheet = state_->sheet(format);
  return sheet != nullptr ? sheet->relations_to_read : none;
}

}  // namespace nianbao
