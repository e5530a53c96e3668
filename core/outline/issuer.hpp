// Who issues a report, and for where.
#pragma once

#include <string>

#include "outline/names.hpp"

namespace nianbao {

/// What is known of the issuer.
struct IssuerEvidence {
  const OutlineWords& words;
  const Jurisdictions* jurisdictions;  ///< may be null
  std::string title;                   ///< as the title names it
  std::string property;                ///< 发布机构, 来源
  std::string asked;                   ///< jurisdiction stated by the user: name or code
};

/// Settles report.issuer and report.jurisdiction. The body the title names is the issuer; where it
/// names an area alone, the signatory or the stated publisher of that area is.
void settle_issuer(const IssuerEvidence& evidence, Report& report);

}  // namespace nianbao
