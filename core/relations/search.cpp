#include <algorithm>

#include <nianbao/sdk/relations.hpp>

#include "relations/problem.hpp"
#include "relations/solver.hpp"

namespace nianbao {
namespace {

/// A reading for each unit of the whole problem.
struct Whole {
  std::vector<std::uint32_t> readings;
  std::uint32_t cost = 0;
};

/// Every combination of what was found so far with the choices of one more component, the best first.
std::vector<Whole> combine(const std::vector<Whole>& so_far, const relations::Component& component,
                           const std::vector<relations::Choice>& choices) {
  std::vector<Whole> all;
  for (const auto& base : so_far) {
    for (const auto& choice : choices) {
      Whole whole{base.readings, base.cost + choice.cost};
      for (std::size_t i = 0; i < component.units.size(); ++i) {
        whole.readings[component.units[i]] = choice.readings[i];
      }
      all.push_back(std::move(whole));
    }
  }
  std::sort(all.begin(), all.end(), [](const Whole& a, const Whole& b) {
    return a.cost != b.cost ? a.cost < b.cost : a.readings < b.readings;
  });
  return all;
}

Assignment to_assignment(const Whole& whole, const relations::Model& model, std::size_t open, std::uint32_t broken) {
  Assignment assignment;
  assignment.cost = whole.cost;
  assignment.broken = broken;
  for (std::size_t i = 0; i < model.units.size(); ++i) {
    if (i < open) {
      assignment.choice.push_back(whole.readings[i]);
      continue;
    }
    const auto& unit = model.units[i];
    const auto from = unit.values.begin() + static_cast<std::ptrdiff_t>(whole.readings[i]) * unit.width;
    assignment.cuts.emplace_back(from, from + unit.width);
  }
  return assignment;
}

}  // namespace

SearchResult search_assignments(const SearchProblem& problem, const SearchLimits& limits) {
  const auto model = relations::build_model(problem);
  relations::Budget budget{limits.steps};
  SearchResult result;
  result.complete = model.complete;
  std::vector<Whole> best{{std::vector<std::uint32_t>(model.units.size(), 0), 0}};
  std::uint32_t broken = 0;
  for (const auto& component : relations::components(model)) {
    const auto choices = relations::solve(model, component, limits.solutions, budget);
    best = combine(best, component, choices.best);
    broken += choices.broken;
    result.complete = result.complete && choices.complete && best.size() <= limits.solutions;
    best.resize(std::min(best.size(), limits.solutions));
  }
  for (const auto& whole : best) {
    result.assignments.push_back(to_assignment(whole, model, problem.open.size(), broken));
  }
  return result;
}

SearchResult search_assignments(const std::vector<KnownValue>& known, const std::vector<OpenCell>& open,
                                const std::vector<Relation>& relations, const SearchLimits& limits) {
  return search_assignments(SearchProblem{known, open, {}, relations}, limits);
}

}  // namespace nianbao
