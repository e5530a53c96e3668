// Who issues a report, and for where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "outline/names.hpp"

namespace nianbao {

/// What is known of the issuer.
struct IssuerEvidence {
  const OutlineWords& words;
  const Jurisdictions* jurisdictions;  ///< may be null
  std::string title;                   ///< as the title names it
  std::string property;                ///< 发布机构, 来源
  std::string asked;                   ///< jurisdiction stated by the user: name or code
  /// Where a province may be named, nearest first: properties and header, then the whole text.
  std::vector<std::vector<std::string_view>> places;
};

/// Settles report.issuer and report.jurisdiction. The body the title names is the issuer; where it
/// names an area alone, the signatory or the stated publisher of that area is. A jurisdiction that no table
/// knows is named with its province where the text or a city's short name tells it: 福建省平潭综合实验区.
void settle_issuer(const IssuerEvidence& evidence, Report& report);

}  // namespace nianbao
