// What the checks demand of a form with all its cells filled in.
#pragma once

#include <vector>

#include <nianbao/rules.hpp>

#include "trial/form_cells.hpp"

namespace nianbao {

/// The relations of the checks on a form of that year, in each of its spans. A condition is decided by the cells there
/// are (known(…)), for all of them are filled in.
[[nodiscard]] std::vector<Relation> relations_of(const RuleSet& rules, const Template& format,
                                                 const std::vector<const Template*>& templates, int year,
                                                 const FormCells& cells);

}  // namespace nianbao
