// Cells filled by mapping lines: a concept computed from others.
#pragma once

#include <nianbao/rules.hpp>

#include "convert/placing.hpp"

namespace nianbao {

/// Tries the lines of the rules for every cell that has no concept of the source's own. What a line
/// yields with enough fidelity fills the cell; the figures of other lines are offered. Forms of the source's own
/// are never filled by computation.
void place_mappings(Placing& placing, const Template& target, const RuleSet& rules, const ConvertOptions& options);

}  // namespace nianbao
