// The figures of expressions: single ones, sets, groups and totals, last year's and units'.
#include "rules/evaluator.hpp"

namespace nianbao {

using ast::Node;
using ast::Op;

Outcome Evaluator::reference(const Node& node) {
  if (node.from == Operand::From::report) {
    return total_of(node);
  }
  if (node.from == Operand::From::previous) {
    const auto* previous = source_->previous();
    return previous == nullptr ? Outcome::blocked(Obstacle::no_previous) : elsewhere(node, *previous);
  }
  const auto* units = source_->units();
  if (units == nullptr) {
    return Outcome::blocked(Obstacle::no_units);
  }
  Outcome total = Outcome::of(Interval());
  for (const auto* unit : *units) {
    total = plus(std::move(total), elsewhere(node, *unit));
  }
  return total;
}

Outcome Evaluator::elsewhere(const Node& node, const ValueSource& source) {
  const auto* here = std::exchange(source_, &source);
  const auto from = std::exchange(from_, node.from);
  auto outcome = total_of(node);
  source_ = here;
  from_ = from;
  return outcome;
}

/// A figure, or the sum of a set of them.
Outcome Evaluator::total_of(const Node& node) {
  const auto keys = keys_of(node, binding_, *source_, catalog_);
  if (keys.empty()) {
    return lacking({node.label, binding_.dims}, {});
  }
  if (!is_set(node)) {
    return figure(keys.front(), is_measure(node, keys.front().id));
  }
  Outcome total = Outcome::of(Interval());
  for (const auto& key : keys) {
    total = plus(std::move(total), figure(key, is_measure(node, key.id)));
    if (taken_.too_many()) {
      return Outcome::blocked(Obstacle::too_large);
    }
  }
  return total;
}

bool Evaluator::is_measure(const Node& node, std::string_view id) const {
  if (node.text != kCurrentConcept) {
    return node.measure;
  }
  const auto* info = catalog_.find(id);
  return info != nullptr && catalog_.unit_kind(info->unit) == UnitKind::measure;
}

/// The figure's value; of a group or total without a cell that of its parts.
Outcome Evaluator::figure(const ConceptKey& key, bool measure) {
  const Figure found = source_->figure(key);
  if (found.state == FigureState::known) {
    touch(key, found);
    return Outcome::of(interval_of(found, measure));
  }
  if (found.state == FigureState::absent && !taken_.too_many()) {
    if (const auto* group = catalog_.group(key.id)) {
      return of_group(*group, key);
    }
    if (auto sum = of_members(key, measure)) {
      return *std::move(sum);
    }
  }
  return lacking(key, found);
}

Outcome Evaluator::of_group(const Node& group, const ConceptKey& key) {
  Binding inner{key.dims, binding_.concept_id, {}};
  std::swap(binding_, inner);
  auto outcome = evaluate(group);
  std::swap(binding_, inner);
  return outcome;
}

/// A total of `sum_of` from its members, where that is asked for.
std::optional<Outcome> Evaluator::of_members(const ConceptKey& key, bool measure) {
  if (options_.totals == Totals::stated_only) {
    return std::nullopt;
  }
  for (const auto& dimension : key.dims) {
    const auto& members = catalog_.sum_of(dimension.name, dimension.member);
    if (members.empty()) {
      continue;
    }
    Outcome total = Outcome::of(Interval());
    for (const auto member : members) {
      ConceptKey part = key;
      part.dims.set(dimension.name, member);
      total = plus(std::move(total), figure(part, measure));
    }
    return total;
  }
  return std::nullopt;
}

Outcome Evaluator::lacking(const ConceptKey& key, const Figure& figure) {
  taken_.mark_lacking(touch(key, figure));
  return Outcome::blocked(Obstacle::lacking);
}

std::uint32_t Evaluator::touch(const ConceptKey& key, const Figure& figure) {
  Operand operand;
  operand.key = key;
  operand.figure = figure;
  operand.from = from_;
  operand.subtracted = negative_;
  const auto index = taken_.add(std::move(operand));
  touched_.push_back(index);
  return index;
}

// --- blank, known, count -------------------------------------------------------

/// Calls visit(key, measure) for each figure a reference stands for, last year's and units' included.
template <typename Visit>
void Evaluator::for_each_key(const Node& node, Visit visit) {
  std::vector<const ValueSource*> sources{source_};
  if (node.from == Operand::From::previous) {
    sources = {source_->previous()};
  } else if (node.from == Operand::From::units) {
    sources = source_->units() == nullptr ? std::vector<const ValueSource*>{} : *source_->units();
  }
  const auto* here = source_;
  const auto from = std::exchange(from_, node.from);
  for (const auto* source : sources) {
    if (source == nullptr) {
      continue;
    }
    source_ = source;
    for (const auto& key : keys_of(node, binding_, *source_, catalog_)) {
      visit(key, is_measure(node, key.id));
    }
  }
  source_ = here;
  from_ = from;
}

/// The state of a figure; a group or total without a cell is known if its parts are.
FigureState Evaluator::state_of(const ConceptKey& key, bool measure) {
  Figure found = source_->figure(key);
  if (found.state == FigureState::absent &&
      (catalog_.group(key.id) != nullptr || options_.totals == Totals::computed)) {
    // What is only asked about is neither an operand nor lacking.
    auto taken = std::exchange(taken_, {});
    auto touched = std::exchange(touched_, {});
    if (figure(key, measure).number) {
      found.state = FigureState::known;
    }
    taken_ = std::move(taken);
    touched_ = std::move(touched);
  }
  touch(key, found);
  return found.state;
}

/// blank(x), known(x): of a set, all of it.
bool Evaluator::all_in_state(const Node& node) {
  const auto wanted = node.op == Op::blank ? FigureState::blank : FigureState::known;
  bool all = true;
  bool any = false;
  for_each_key(node.operands[0], [&](const ConceptKey& key, bool measure) {
    any = true;
    all = state_of(key, measure) == wanted && all;
  });
  return all && any;
}

Outcome Evaluator::count(const Node& node) {
  std::int64_t number = 0;
  for (const auto& operand : node.operands) {
    for_each_key(operand, [&](const ConceptKey& key, bool measure) {
      number += state_of(key, measure) == FigureState::known ? 1 : 0;
    });
  }
  return Outcome::of(Interval(Exact(Decimal{number})));
}

}  // namespace nianbao
