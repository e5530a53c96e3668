// The ends of all facts and cells, once everything that can be placed is placed.
#pragma once

#include <nianbao/rules.hpp>
#include <nianbao/sdk/template.hpp>

#include "convert/placing.hpp"

namespace nianbao {

/// Gives every fact of the ledger its fate and every blank cell its reason.
void settle(Placing& placing, const Template& target, const RuleSet& rules, Language language, bool same_format);

}  // namespace nianbao
