#include "check/plan.hpp"

#include <algorithm>

#include "check/readiness.hpp"
#include "check/run.hpp"
#include "rules/ast.hpp"
#include "rules/figures.hpp"

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

CellTerms terms_of(const Relation& relation, const CellIndex& cells) {
  CellTerms terms;
  for (const auto& term : relation.terms) {
    terms.emplace_back(cells.find(term.key), term.coefficient);
  }
  return terms;
}

RelationCells cells_of(const Relation& relation, const CellIndex& cells) {
  RelationCells found{terms_of(relation, cells)};
  const auto& terms = found.terms;
  const auto positives = std::count_if(terms.begin(), terms.end(), [](const auto& term) { return term.second > 0; });
  const auto negatives = static_cast<std::ptrdiff_t>(terms.size()) - positives;
  if (relation.comparison == Comparison::equal && std::min(positives, negatives) == 1 && terms.size() > 2) {
    const bool plus = positives == 1;
    found.total =
        std::find_if(terms.begin(), terms.end(), [&](const auto& term) { return (term.second > 0) == plus; })->first;
  }
  return found;
}

bool is_zero(const ast::Node& node) { return node.op == ast::Op::number && node.value.is_zero(); }

bool is_same_figure(const ast::Node& a, const ast::Node& b) {
  return a.op == ast::Op::reference && b.op == ast::Op::reference && a.from == b.from && a.text == b.text &&
         a.fixed == b.fixed;
}

/// What is demanded of one figure alone and plain counts are quickly seen to fulfil: concept >= 0, and
/// concept == round(concept, 0), which every plain count does.
std::optional<int> coefficient_of_alone(const ast::Node& root) {
  if (root.operands.size() != 2 || root.operands[0].op != ast::Op::reference) {
    return std::nullopt;
  }
  const auto& right = root.operands[1];
  if (root.op == ast::Op::greater_equal && is_zero(right)) {
    return -1;
  }
  const bool whole = root.op == ast::Op::equal && right.op == ast::Op::round && right.operands.size() == 2 &&
                     is_same_figure(root.operands[0], right.operands[0]) && is_zero(right.operands[1]);
  return whole ? std::optional(0) : std::nullopt;
}

/// The cell such a demand is made of; nothing where it is no such demand, or the form has no such cell.
void plan_alone(const CheckRule& rule, const ConceptCatalog& concepts, const KeyList& keys, const CellIndex& cells,
                PlannedRound& planned) {
  const auto& root = rule.assertion->root();
  const auto coefficient = coefficient_of_alone(root);
  const auto found = coefficient ? keys_of(root.operands[0], planned.round, keys, concepts) : std::vector<ConceptKey>{};
  const auto cell = found.size() == 1 ? cells.find(found.front()) : CellIndex::npos;
  if (cell != CellIndex::npos) {
    planned.terms.assign(1, {static_cast<std::uint32_t>(cell), *coefficient});
    planned.comparison = Comparison::less_equal;
  }
}

void plan_rule(const CheckRule& rule, const ConceptCatalog& concepts, const KeyList& keys, Sheet& sheet) {
  const bool plain = rule.when == nullptr && rule.tolerance.is_zero();
  for (auto& round : rounds_of(rule.each, rule.concepts, concepts, keys)) {
    PlannedRound planned{&rule, std::move(round), {}, Comparison::equal, false};
    const auto relations =
        plain ? relations_for(only_round(rule, planned.round), keys, planned.round.dims) : std::vector<Relation>{};
    if (relations.size() == 1) {
      planned.comparison = relations.front().comparison;
      planned.terms = terms_of(relations.front(), *sheet.cells);
    } else if (plain) {
      plan_alone(rule, concepts, keys, *sheet.cells, planned);
    }
    planned.grouped = std::any_of(planned.terms.begin(), planned.terms.end(), [&](const auto& term) {
      return concepts.group(sheet.cells->keys()[term.first]->id) != nullptr;
    });
    sheet.rounds.push_back(std::move(planned));
  }
  for (auto& relation : relations_for(rule, keys, {}, Conditional::on_own_figures)) {
    if (relation.terms.size() < 2) {  // one figure alone is related to no other
      continue;
    }
    if (rule.when == nullptr) {
      sheet.relation_cells.push_back(cells_of(relation, *sheet.cells));
      sheet.relations.push_back(relation);
    }
    sheet.relations_to_read.push_back(std::move(relation));
  }
}

Sheet plan_template(const RuleSet& rules, const Template& format, const std::vector<const Template*>& templates) {
  Sheet sheet;
  sheet.format = format.id;
  sheet.cells = std::make_shared<const CellIndex>(format);
  std::vector<ConceptKey> cells;
  for (const auto* key : sheet.cells->keys()) {
    const auto* info = rules.concepts().find(key->id);
    cells.push_back(*key);
    sheet.units.push_back(info != nullptr ? info->unit : std::string_view{});
  }
  const KeyList keys(std::move(cells));
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

SheetValues::Value SheetValues::value_of(const Figure& figure) {
  const auto& value = figure.value;
  const bool plain = figure.state == FigureState::known && figure.qualifier == Qualifier::none &&
                     figure.step == Decimal(1) && value.is_integer() && value.coefficient() < kPlainLimit &&
                     value.coefficient() > -kPlainLimit;
  return {figure.state, plain ? std::optional(static_cast<std::int64_t>(value.coefficient())) : std::nullopt, true};
}

std::optional<SheetValues> SheetValues::of(const Sheet& sheet, const FigureSource& source, std::string_view instance) {
  SheetValues values;
  values.cells_ = sheet.cells.get();
  values.values_.resize(sheet.cells->size());
  for (std::size_t i = 0; i < source.facts().size(); ++i) {
    const auto fact = source.facts()[i];
    const auto& key = source.report().facts[fact].key;
    if (key.dims.get(kInstance) != instance) {
      continue;
    }
    const auto cell =
        instance.empty() ? sheet.cells->find(key, source.hashes()[i]) : sheet.cells->find(of_first_instance(key));
    if (cell == CellIndex::npos) {
      return std::nullopt;
    }
    if (const auto family = family_of(key.id); values.families_.empty() || values.families_.back() != family) {
      values.families_.push_back(family);
    }
    auto& value = values.values_[cell];
    value =
        value.stated ? Value{std::nullopt, std::nullopt, true} : value_of(source.figure_in(fact, sheet.units[cell]));
  }
  return values;
}

bool SheetValues::may_have_blank(const CellTerms& terms) const {
  return std::any_of(terms.begin(), terms.end(), [&](const auto& term) {
    const auto& value = values_[term.first];
    return value.stated && value.state.value_or(FigureState::blank) == FigureState::blank;
  });
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

bool SheetValues::says_nothing_of(const PlannedRound& round) const {
  return !round.terms.empty() && !round.grouped &&
         std::none_of(round.terms.begin(), round.terms.end(), [&](const auto& term) {
           const auto family = family_of(cells_->keys()[term.first]->id);
           return std::find(families_.begin(), families_.end(), family) != families_.end();
         });
}

ProseNeeds::ProseNeeds(const RuleSet& rules) {
  for (const auto& rule : rules.checks()) {
    auto& needs = needs_.emplace_back();
    for (const auto id :
         rule.assertion != nullptr ? needed_concepts(*rule.assertion) : std::vector<std::string_view>{}) {
      needs.push_back(numbers_.try_emplace(id, static_cast<std::uint32_t>(numbers_.size())).first->second);
    }
  }
}

std::vector<bool> ProseNeeds::met_by(const std::vector<std::string_view>& ids) const {
  std::vector<bool> stated(numbers_.size(), false);
  for (const auto id : ids) {
    if (const auto it = numbers_.find(id); it != numbers_.end()) {
      stated[it->second] = true;
    }
  }
  std::vector<bool> met;
  met.reserve(needs_.size());
  for (const auto& needs : needs_) {
    met.push_back(std::all_of(needs.begin(), needs.end(), [&](std::uint32_t number) { return stated[number]; }));
  }
  return met;
}

}  // namespace check

CheckPlan::CheckPlan(std::shared_ptr<const RuleSet> rules, const std::vector<const Template*>& templates) {
  auto state = std::make_unique<State>();
  for (const auto* format : templates) {
    state->sheets.push_back(check::plan_template(*rules, *format, templates));
    for (const auto& form : format->forms) {
      state->form_names.try_emplace(&form, form);
    }
  }
  state->prose.emplace(*rules);
  state->rules = std::move(rules);
  state_ = std::move(state);
}

CheckPlan::~CheckPlan() = default;

const check::Sheet* CheckPlan::State::sheet(std::string_view format) const noexcept {
  const auto it = std::find_if(sheets.begin(), sheets.end(), [&](const auto& sheet) { return sheet.format == format; });
  return it == sheets.end() ? nullptr : &*it;
}

const check::FormNames* CheckPlan::State::names(const TemplateForm& form) const noexcept {
  const auto it = form_names.find(&form);
  return it == form_names.end() ? nullptr : &it->second;
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
