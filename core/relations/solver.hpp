// Branch and bound over one connected part of a problem.
#pragma once

#include <cstdint>
#include <vector>

#include "relations/problem.hpp"

namespace nianbao::relations {

/// Units that share constraints, directly or through others.
struct Component {
  std::vector<std::uint32_t> units;        ///< in order
  std::vector<std::uint32_t> constraints;  ///< in order
};

[[nodiscard]] std::vector<Component> components(const Model& model);

/// A reading chosen for each unit of a component, in the order of its units.
struct Choice {
  std::vector<std::uint32_t> readings;
  std::uint32_t cost = 0;
};

struct Choices {
  std::vector<Choice> best;  ///< with the fewest broken constraints, the cheapest first
  std::uint32_t broken = 0;
  bool complete = true;
};

/// Counts the work down; the search stops at zero.
struct Budget {
  std::size_t steps;
  [[nodiscard]] bool spend(std::size_t amount) noexcept {
    steps = steps > amount ? steps - amount : 0;
    return steps > 0;
  }
};

[[nodiscard]] Choices solve(const Model& model, const Component& component, std::size_t solutions, Budget& budget);

}  // namespace nianbao::relations
