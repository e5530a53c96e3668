// The sums of a table's relations, and what a change of some figures does to them.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "relations/repair.hpp"

namespace nianbao::relations {

class RepairSums {
 public:
  RepairSums(const std::vector<GridCell>& cells, const std::vector<Relation>& relations);

  /// How many relations whose cells are all printed do not hold.
  [[nodiscard]] std::size_t failing() const noexcept { return failing_; }
  /// True if after the changes all that failed holds, and all that held still does.
  [[nodiscard]] bool mends(const std::vector<Repair::Change>& changes) const;
  /// For each cell of the first failing equality the value that would make it hold.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::int64_t>> solutions() const;
  /// The values that an equality with this cell gives it after the changes; each once.
  [[nodiscard]] std::vector<std::int64_t> values_for(std::uint32_t cell,
                                                     const std::vector<Repair::Change>& changes) const;
  /// True if the cell is what the others of a failing equality add up to.
  [[nodiscard]] bool is_total(std::uint32_t cell) const;

 private:
  /// open: a blank cell keeps it from being assessed.
  enum class State { holds, fails, open };
  struct Line {
    std::vector<std::pair<std::uint32_t, std::int64_t>> terms;  // cell, coefficient
    Comparison comparison = Comparison::equal;
    std::int64_t sum = 0;
    State state = State::open;
  };

  [[nodiscard]] static bool holds(const Line& line, std::int64_t sum) noexcept {
    return line.comparison == Comparison::equal ? sum == 0 : sum <= 0;
  }
  [[nodiscard]] std::int64_t shift(std::size_t line, const std::vector<Repair::Change>& changes) const;
  [[nodiscard]] std::int64_t coefficient(const Line& line, std::uint32_t cell) const noexcept;

  const std::vector<GridCell>& cells_;
  std::vector<Line> lines_;
  std::vector<std::vector<std::size_t>> by_cell_;
  std::size_t failing_ = 0;
};

}  // namespace nianbao::relations
