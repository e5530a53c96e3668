// The ends of all facts and cells, once everything that can be placed is placed.
#pragma once

#include <nianbao/rules.hpp>

#include "convert/placing.hpp"

namespace nianbao {

/// Gives every fact of the ledger its fate and every blank cell its reason. The ledger knows what text is left out:
/// with forms of the source's own, figures of the sentences that stay have their place there.
void settle(Placing& placing, const RuleSet& rules, Language language);

}  // namespace nianbao
