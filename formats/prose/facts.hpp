// Small judgements on facts of prose.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/report.hpp>

namespace nianbao::prose_format {

/// True for figures of which others are told as shares: all requests, all answers, all information.
[[nodiscard]] bool is_whole(const ConceptKey& key);

/// A sentence of the report speaks of another year.
[[nodiscard]] Finding other_year_finding(const Report& report, const std::vector<std::uint32_t>& facts, int year);

}  // namespace nianbao::prose_format
