#include "relations/solver.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao::relations {
namespace {

// So many readings looked at count as one step, so that a limit of steps bounds the time.
constexpr std::size_t kReadingsPerStep = 16;

/// Which readings are still possible: one byte for each reading of each unit.
using Alive = std::vector<std::uint8_t>;

struct Bounds {
  Amount low = 0;
  Amount high = 0;
};

class Solver {
 public:
  Solver(const Model& model, const Component& component, std::size_t solutions, Budget& budget)
      : model_(model),
        component_(component),
        solutions_(solutions),
        budget_(budget),
        dropped_(component.constraints.size(), false),
        offset_(model.units.size(), 0) {
    for (const auto unit : component.units) {
      offset_[unit] = readings_;
      readings_ += model.units[unit].readings();
    }
  }

  /// Lets the search break no constraint, then each one, then each two, until something is found.
  Choices run() {
    const auto& units = component_.units;
    if (std::any_of(units.begin(), units.end(), [&](auto unit) { return model_.units[unit].readings() == 0; })) {
      return {};
    }
    const Alive all(readings_, 1);
    for (std::uint32_t broken = 0; broken <= dropped_.size(); ++broken) {
      drop(0, broken, all);
      if (!found_.best.empty() || budget_.steps == 0) {
        found_.broken = broken;
        break;
      }
    }
    found_.complete = found_.complete && budget_.steps > 0;
    std::sort(found_.best.begin(), found_.best.end(), [](const Choice& a, const Choice& b) {
      return a.cost != b.cost ? a.cost < b.cost : a.readings < b.readings;
    });
    return std::move(found_);
  }

 private:
  /// Tries each set of `count` constraints from `first` on as the broken ones.
  void drop(std::size_t first, std::uint32_t count, const Alive& alive) {
    if (count == 0) {
      descend(alive);
      return;
    }
    for (std::size_t i = first; i + count <= dropped_.size() && budget_.steps > 0; ++i) {
      dropped_[i] = true;
      drop(i + 1, count - 1, alive);
      dropped_[i] = false;
    }
  }

  void descend(Alive alive) {
    constexpr std::size_t kTimesLookedAt = 4;  // to copy them, to count them twice, to find the cheapest
    if (!budget_.spend(1 + kTimesLookedAt * readings_ / kReadingsPerStep) || !propagate(alive)) {
      return;
    }
    const std::uint32_t bound = cheapest(alive);
    if (found_.best.size() >= solutions_ && bound >= worst()) {
      found_.complete = false;
      return;
    }
    const std::uint32_t* unit = most_constrained(alive);
    if (unit == nullptr) {
      store(alive, bound);
      return;
    }
    for (const auto reading : by_cost(*unit, alive)) {
      Alive next = alive;
      std::fill_n(next.begin() + static_cast<std::ptrdiff_t>(offset_[*unit]), model_.units[*unit].readings(), 0);
      next[offset_[*unit] + reading] = 1;
      descend(std::move(next));
    }
  }

  /// Takes readings away that no sum allows, until nothing changes. False if a unit has none left.
  bool propagate(Alive& alive) {
    bool changed = true;
    while (changed) {
      changed = false;
      for (std::size_t i = 0; i < dropped_.size(); ++i) {
        if (dropped_[i]) {
          continue;
        }
        switch (narrow(model_.constraints[component_.constraints[i]], alive)) {
          case Narrowed::empty:
            return false;
          case Narrowed::yes:
            changed = true;
            break;
          case Narrowed::no:
            break;
        }
      }
    }
    return std::all_of(component_.units.begin(), component_.units.end(),
                       [&](std::uint32_t unit) { return count(unit, alive) > 0; });
  }

  enum class Narrowed { no, yes, empty };

  Narrowed narrow(const Constraint& constraint, Alive& alive) {
    Bounds total{constraint.constant, constraint.constant};
    bounds_.clear();
    std::size_t looked_at = 0;
    for (const auto& part : constraint.parts) {
      Bounds bounds;
      if (!bounds_of(part, alive, bounds)) {
        return Narrowed::empty;
      }
      looked_at += part.amounts.size();
      total.low += bounds.low;
      total.high += bounds.high;
      bounds_.push_back(bounds);
    }
    if (!budget_.spend(1 + looked_at / kReadingsPerStep)) {
      return Narrowed::empty;
    }
    auto result = Narrowed::no;
    for (std::size_t p = 0; p < constraint.parts.size(); ++p) {
      const Bounds rest{total.low - bounds_[p].low, total.high - bounds_[p].high};
      const auto removed = remove_impossible(constraint, constraint.parts[p], rest, alive);
      if (removed == Narrowed::empty) {
        return removed;
      }
      result = removed == Narrowed::yes ? removed : result;
    }
    return result;
  }

  bool bounds_of(const Part& part, const Alive& alive, Bounds& bounds) const {
    bool any = false;
    for (std::size_t r = 0; r < part.amounts.size(); ++r) {
      if (alive[offset_[part.unit] + r] == 0) {
        continue;
      }
      bounds.low = any ? std::min(bounds.low, part.amounts[r]) : part.amounts[r];
      bounds.high = any ? std::max(bounds.high, part.amounts[r]) : part.amounts[r];
      any = true;
    }
    return any;
  }

  Narrowed remove_impossible(const Constraint& constraint, const Part& part, const Bounds& rest, Alive& alive) const {
    bool left = false;
    bool removed = false;
    for (std::size_t r = 0; r < part.amounts.size(); ++r) {
      auto& possible = alive[offset_[part.unit] + r];
      if (possible == 0) {
        continue;
      }
      const bool too_high = part.amounts[r] + rest.low > 0;
      const bool too_low = constraint.comparison == Comparison::equal && part.amounts[r] + rest.high < 0;
      possible = too_high || too_low ? 0 : 1;
      left = left || possible != 0;
      removed = removed || possible == 0;
    }
    return !left ? Narrowed::empty : removed ? Narrowed::yes : Narrowed::no;
  }

  std::size_t count(std::uint32_t unit, const Alive& alive) const {
    const auto from = alive.begin() + static_cast<std::ptrdiff_t>(offset_[unit]);
    return static_cast<std::size_t>(std::count(from, from + model_.units[unit].readings(), 1));
  }

  /// The open unit with the fewest readings; null if all are settled.
  const std::uint32_t* most_constrained(const Alive& alive) const {
    const std::uint32_t* best = nullptr;
    std::size_t fewest = 0;
    for (const auto& unit : component_.units) {
      const std::size_t readings = count(unit, alive);
      if (readings > 1 && (best == nullptr || readings < fewest)) {
        best = &unit;
        fewest = readings;
      }
    }
    return best;
  }

  std::vector<std::uint32_t> by_cost(std::uint32_t unit, const Alive& alive) const {
    std::vector<std::uint32_t> readings;
    for (std::uint32_t r = 0; r < model_.units[unit].readings(); ++r) {
      if (alive[offset_[unit] + r] != 0) {
        readings.push_back(r);
      }
    }
    const auto& costs = model_.units[unit].costs;
    std::stable_sort(readings.begin(), readings.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return costs[a] < costs[b]; });
    return readings;
  }

  std::uint32_t cheapest(const Alive& alive) const {
    std::uint32_t sum = 0;
    for (const auto unit : component_.units) {
      const auto& costs = model_.units[unit].costs;
      std::uint32_t least = UINT32_MAX;
      for (std::size_t r = 0; r < costs.size(); ++r) {
        least = alive[offset_[unit] + r] != 0 ? std::min(least, costs[r]) : least;
      }
      sum += least;
    }
    return sum;
  }

  std::uint32_t worst() const {
    return std::max_element(found_.best.begin(), found_.best.end(),
                            [](const Choice& a, const Choice& b) { return a.cost < b.cost; })
        ->cost;
  }

  void store(const Alive& alive, std::uint32_t cost) {
    if (found_.best.size() >= solutions_) {
      found_.complete = false;
      found_.best.erase(std::max_element(found_.best.begin(), found_.best.end(),
                                         [](const Choice& a, const Choice& b) { return a.cost < b.cost; }));
    }
    Choice choice{{}, cost};
    for (const auto unit : component_.units) {
      const auto from = alive.begin() + static_cast<std::ptrdiff_t>(offset_[unit]);
      choice.readings.push_back(static_cast<std::uint32_t>(std::find(from, alive.end(), 1) - from));
    }
    found_.best.push_back(std::move(choice));
  }

  const Model& model_;
  const Component& component_;
  std::size_t solutions_;
  Budget& budget_;
  std::vector<bool> dropped_;
  std::vector<std::size_t> offset_;  // of a unit's readings in Alive
  std::size_t readings_ = 0;
  std::vector<Bounds> bounds_;
  Choices found_;
};

std::uint32_t root(std::vector<std::uint32_t>& parent, std::uint32_t unit) {
  while (parent[unit] != unit) {
    parent[unit] = parent[parent[unit]];
    unit = parent[unit];
  }
  return unit;
}

}  // namespace

std::vector<Component> components(const Model& model) {
  std::vector<std::uint32_t> parent(model.units.size());
  std::iota(parent.begin(), parent.end(), 0);
  for (const auto& constraint : model.constraints) {
    for (const auto& part : constraint.parts) {
      parent[root(parent, part.unit)] = root(parent, constraint.parts.front().unit);
    }
  }
  std::vector<Component> found;
  std::vector<std::size_t> number(model.units.size(), SIZE_MAX);
  const auto component_of = [&](std::uint32_t unit) -> Component& {
    auto& index = number[root(parent, unit)];
    if (index == SIZE_MAX) {
      index = found.size();
      found.emplace_back();
    }
    return found[index];
  };
  for (std::uint32_t unit = 0; unit < model.units.size(); ++unit) {
    component_of(unit).units.push_back(unit);
  }
  for (std::uint32_t i = 0; i < model.constraints.size(); ++i) {
    component_of(model.constraints[i].parts.front().unit).constraints.push_back(i);
  }
  return found;
}

Choices solve(const Model& model, const Component& component, std::size_t solutions, Budget& budget) {
  return Solver(model, component, solutions, budget).run();
}

}  // namespace nianbao::relations
