// A report in which every relation holds.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// Whole figures for these cells under which all relations hold, none of them negative; in the order of the keys.
/// None if they were not found. Deterministic.
[[nodiscard]] std::optional<std::vector<std::int64_t>> consistent_values(const std::vector<ConceptKey>& keys,
                                                                         const std::vector<Relation>& relations,
                                                                         std::uint32_t seed);

/// A report in this format with these figures in its cells. The template must outlive it.
[[nodiscard]] Report filled_report(const Template& format, const std::vector<ConceptKey>& keys,
                                   const std::vector<std::int64_t>& values, const ConceptCatalog& concepts);

}  // namespace nianbao
