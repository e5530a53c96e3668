// Which packs are in force for a report.
#pragma once

#include <string>
#include <vector>

#include <nianbao/rule_store.hpp>

namespace nianbao {

/// True if the pack applies to the report by itself.
[[nodiscard]] bool applies(const PackInfo& pack, const RuleQuery& query);

/// Indices of the packs in force, from the general to the particular: `national`, those that apply and
/// those asked for, each after what it extends.
[[nodiscard]] Result<std::vector<std::size_t>> select_packs(const std::vector<PackInfo>& packs, const RuleQuery& query);

}  // namespace nianbao
