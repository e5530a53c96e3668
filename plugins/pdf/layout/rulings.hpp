// Straight lines as they are drawn → the lines a reader sees.
#pragma once

#include <vector>

#include "layout/page.hpp"

namespace nianbao::pdf {

/// Two positions closer than this are one: lines are drawn twice, doubled, and as boxes of some thickness.
constexpr double kSamePosition = 3.0;

/// Puts together what lies on one line and touches.
[[nodiscard]] std::vector<Ruling> merge_rulings(std::vector<Ruling> rulings);

/// Lines that touch or cross each other, directly or through others: each group may be the lines of a table.
/// Groups without both directions are left out.
[[nodiscard]] std::vector<std::vector<Ruling>> connected_rulings(const std::vector<Ruling>& rulings);

/// Sorted positions of which no two are the same.
[[nodiscard]] std::vector<double> distinct_positions(std::vector<double> positions);

}  // namespace nianbao::pdf
