#include "relations/problem.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "relations/cuts.hpp"

namespace nianbao::relations {
namespace {

/// Where the value of a key comes from.
struct Place {
  bool known = false;
  Decimal value;           // if known
  std::uint32_t unit = 0;  // else
  std::uint32_t cell = 0;  // of the unit
};

using Places = std::unordered_map<ConceptKey, Place, ConceptKeyHash>;

Places find_places(const SearchProblem& problem) {
  Places places;
  std::uint32_t unit = 0;
  for (const auto& cell : problem.open) {
    places.emplace(cell.key, Place{false, {}, unit++, 0});
  }
  for (const auto& run : problem.runs) {
    for (std::uint32_t cell = 0; cell < run.keys.size(); ++cell) {
      places.emplace(run.keys[cell], Place{false, {}, unit, cell});
    }
    ++unit;
  }
  for (const auto& known : problem.known) {
    places.emplace(known.key, Place{true, known.value, 0, 0});
  }
  return places;
}

/// A relation whose terms are all found, with an open cell among them.
struct Usable {
  struct Term {
    const Place* place;
    int coefficient;
  };
  Comparison comparison = Comparison::equal;
  std::vector<Term> terms;
};

std::vector<Usable> usable_relations(const SearchProblem& problem, const Places& places) {
  std::vector<Usable> found;
  for (const auto& relation : problem.relations) {
    Usable usable{relation.comparison, {}};
    bool open = false;
    for (const auto& term : relation.terms) {
      const auto it = places.find(term.key);
      if (it == places.end()) {
        break;
      }
      open = open || !it->second.known;
      usable.terms.push_back({&it->second, term.coefficient});
    }
    if (open && usable.terms.size() == relation.terms.size()) {
      found.push_back(std::move(usable));
    }
  }
  return found;
}

/// The relation as one over cells of a single run; none if others are open in it too.
std::optional<LocalRelation> local_to(std::uint32_t unit, const Usable& relation) {
  LocalRelation local{relation.comparison, {}, {}};
  for (const auto& term : relation.terms) {
    if (!term.place->known) {
      if (term.place->unit != unit) {
        return std::nullopt;
      }
      local.terms.push_back({term.place->cell, term.coefficient});
      continue;
    }
    const auto product = Decimal::multiply(term.place->value, Decimal(term.coefficient));
    const auto sum = product ? Decimal::add(local.constant, *product) : std::nullopt;
    if (!sum) {
      return std::nullopt;
    }
    local.constant = *sum;
  }
  std::sort(local.terms.begin(), local.terms.end(), [](const auto& a, const auto& b) { return a.cell < b.cell; });
  return local;
}

void add_units(const SearchProblem& problem, const std::vector<Usable>& relations, Model& model) {
  for (const auto& cell : problem.open) {
    Unit unit;
    for (const auto& candidate : cell.candidates) {
      unit.values.push_back(candidate.value);
      unit.costs.push_back(candidate.cost);
    }
    model.units.push_back(std::move(unit));
  }
  std::size_t steps = 250000;  // for all runs: one row of long figures takes a part of them, a hostile table all
  for (const auto& run : problem.runs) {
    const auto index = static_cast<std::uint32_t>(model.units.size());
    std::vector<LocalRelation> local;
    for (const auto& relation : relations) {
      if (auto found = local_to(index, relation)) {
        local.push_back(std::move(*found));
      }
    }
    Unit unit;
    unit.width = static_cast<std::uint32_t>(run.keys.size());
    auto cuts = cut_run(run.text, unit.width, local, steps);
    unit.costs.assign(unit.width == 0 ? 0 : cuts.values.size() / unit.width, 0);
    unit.values = std::move(cuts.values);
    model.complete = model.complete && cuts.complete;
    model.units.push_back(std::move(unit));
  }
}

int largest_scale(const SearchProblem& problem, const Model& model) {
  int scale = 0;
  for (const auto& known : problem.known) {
    scale = std::max(scale, known.value.scale());
  }
  for (const auto& unit : model.units) {
    for (const auto& value : unit.values) {
      scale = std::max(scale, value.scale());
    }
  }
  return scale;
}

/// value × coefficient × 10^scale; none where sums of such numbers could overflow.
std::optional<Amount> amount(const Decimal& value, int coefficient, int scale) {
  static const Decimal bound = *Decimal::power_of_ten(33);
  const auto shifted = value.shifted(scale);
  const auto product = shifted ? Decimal::multiply(*shifted, Decimal(coefficient)) : std::nullopt;
  if (!product || *product >= bound || *product <= bound.negated()) {
    return std::nullopt;
  }
  return product->coefficient();
}

Part& part_of(Constraint& constraint, std::uint32_t unit, std::size_t readings) {
  const auto it = std::find_if(constraint.parts.begin(), constraint.parts.end(),
                               [&](const Part& part) { return part.unit == unit; });
  return it != constraint.parts.end() ? *it
                                      : constraint.parts.emplace_back(Part{unit, std::vector<Amount>(readings, 0)});
}

std::optional<Constraint> to_constraint(const Usable& relation, const Model& model, int scale) {
  Constraint constraint{relation.comparison, 0, {}};
  for (const auto& term : relation.terms) {
    if (term.place->known) {
      const auto value = amount(term.place->value, term.coefficient, scale);
      if (!value) {
        return std::nullopt;
      }
      constraint.constant += *value;
      continue;
    }
    const Unit& unit = model.units[term.place->unit];
    Part& part = part_of(constraint, term.place->unit, unit.readings());
    for (std::uint32_t r = 0; r < unit.readings(); ++r) {
      const auto value = amount(unit.values[r * unit.width + term.place->cell], term.coefficient, scale);
      if (!value) {
        return std::nullopt;
      }
      part.amounts[r] += *value;
    }
  }
  return constraint;
}

}  // namespace

Model build_model(const SearchProblem& problem) {
  Model model;
  const Places places = find_places(problem);
  const auto relations = usable_relations(problem, places);
  add_units(problem, relations, model);
  const int scale = largest_scale(problem, model);
  for (const auto& relation : relations) {
    if (auto constraint = to_constraint(relation, model, scale)) {
      model.constraints.push_back(std::move(*constraint));
    }
  }
  return model;
}

}  // namespace nianbao::relations
