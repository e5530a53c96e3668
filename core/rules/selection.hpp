// Which packs are in force for a report.
#pragma once

#include <string>
#include <vector>

#include <nianbao/jurisdictions.hpp>
#include <nianbao/rule_store.hpp>

namespace nianbao {

/// The pack that is always in force, and that lists the divisions.
inline constexpr std::string_view kBasePack = "national";

/// Indices of the packs in force, from the general to the particular: `national`, those that apply and
/// those asked for, each after what it extends.
[[nodiscard]] Result<std::vector<std::size_t>> select_packs(const std::vector<PackInfo>& packs, const RuleQuery& query,
                                                            const Jurisdictions& divisions);

}  // namespace nianbao
