// Small judgements on facts of prose.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/report.hpp>

namespace nianbao::prose_format {

/// True for figures of which others are told as shares: all requests, all answers, all information.
[[nodiscard]] bool is_whole(const ConceptKey& key);

/// True if part / whole is the percentage the claim states, rounded or cut.
[[nodiscard]] bool is_share(const Decimal& part, const Decimal& whole, const Claim& claim);

/// A sentence of the report speaks of another year.
[[nodiscard]] Finding other_year_finding(const Report& report, const std::vector<std::uint32_t>& facts, int year);

}  // namespace nianbao::prose_format
