// Which of the forms that families claim are taken, where several claim the same place.
#pragma once

#include <vector>

#include <nianbao/sdk/format_family.hpp>
#include <nianbao/sdk/report.hpp>

#include "rules/whereabouts.hpp"

namespace nianbao {

/// What is known of the report when claims compete on equal terms.
struct ClaimContext {
  int year = 0;
  Whereabouts where;
  const Jurisdictions& divisions;  ///< tell which places hold it
};

/// The claims taken, in document order, with their instances counted, and the report's skeleton.
struct ChosenClaims {
  std::vector<FormClaim> claims;
  const Template* skeleton = nullptr;  ///< null if no form was recognised
  Certainty certainty = Certainty::none;
};

/// Chooses among competing claims. A form is taken for the template that explains it best; where
/// several explain it about as well, for the one that explains the whole report best (its skeleton),
/// so that the forms two generations share follow the others. A derived template wins over its base
/// where a difference of its own is seen or it applies to this report. Deterministic.
[[nodiscard]] ChosenClaims choose_claims(std::vector<FormClaim> claims, const ClaimContext& context);

}  // namespace nianbao
