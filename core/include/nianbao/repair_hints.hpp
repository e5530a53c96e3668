// Proposals how sums that do not hold may be mended. Never applied: a clerk decides.
#pragma once

#include <vector>

#include <nianbao/check.hpp>

namespace nianbao {

/// Adds to findings of the report's own sums the single slips that would explain them (a digit lost or doubled, a
/// number split in two, a row or column shifted, two cells swapped, a total not updated), ranked, with the ties said.
/// Findings that no single slip explains stay without. Deterministic; thread-safe.
void add_repair_hints(const Report& report, const RuleSet& rules, const CheckOptions& options,
                      std::vector<Finding>& findings);

}  // namespace nianbao
