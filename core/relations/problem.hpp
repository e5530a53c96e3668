// The search's own form of a problem: whole numbers at one scale, cells that are read together as one unit.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/relations.hpp>

namespace nianbao::relations {

/// A value × 10^scale of the problem.
using Amount = Decimal::Coefficient;

/// Cells that are read together: an open cell, or all cells of a run. A reading gives each a value.
struct Unit {
  std::uint32_t width = 1;           ///< cells in it
  std::vector<Decimal> values;       ///< readings × width
  std::vector<std::uint32_t> costs;  ///< one for each reading
  [[nodiscard]] std::uint32_t readings() const noexcept { return static_cast<std::uint32_t>(costs.size()); }
};

/// What a unit's readings add to a constraint.
struct Part {
  std::uint32_t unit = 0;
  std::vector<Amount> amounts;  ///< one for each reading
};

/// constant + Σ parts (comparison) 0.
struct Constraint {
  Comparison comparison = Comparison::equal;
  Amount constant = 0;
  std::vector<Part> parts;
};

struct Model {
  std::vector<Unit> units;  ///< the open cells, then the runs
  std::vector<Constraint> constraints;
  bool complete = true;  ///< false if cuts of a run were left out
};

[[nodiscard]] inline bool holds(Comparison comparison, Amount sum) noexcept {
  return comparison == Comparison::equal ? sum == 0 : sum <= 0;
}

/// Brings a problem into this form. Relations that cannot be used are left out.
[[nodiscard]] Model build_model(const SearchProblem& problem);

}  // namespace nianbao::relations
