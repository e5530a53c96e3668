// Shares of what is no figure of the report by itself: 机构职能类16条，占2.8%.
#pragma once

#include <string_view>
#include <vector>

#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/text.hpp>

#include "said_figures.hpp"

namespace nianbao::prose_format {

struct LooseShare {
  Decimal part;
  Claim claim;  ///< the percentage and where it stands; of nothing
};

/// Findings for shares that follow from no figure of their passage. A list of parts with their shares is known by
/// others of them that fit the same whole: only then is one that does not a doubt.
[[nodiscard]] std::vector<Finding> doubtful_shares(const std::vector<LooseShare>& shares, const SaidFigures& said,
                                                   const Folded& passage, const Report& report);

}  // namespace nianbao::prose_format
