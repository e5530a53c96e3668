// The sentences of a ledger.
#pragma once

#include <string>

#include <nianbao/ledger.hpp>
#include <nianbao/rules.hpp>

#include "convert/placing.hpp"

namespace nianbao::wording {

/// 收到申请数（自然人）.
[[nodiscard]] std::string name(const RuleSet& rules, const ConceptKey& key, Language language);
/// The figure as a cell that asks for this unit prints it: 25.1; 6（期）; 22（其中修订16件）.
[[nodiscard]] std::string printed(const Decimal& value, std::string_view unit, std::string_view note,
                                  std::string_view asked, const ConceptCatalog& catalog);
/// How a mapping line came to its value: 同意公开答复数3＋属于已主动公开范围数4.
[[nodiscard]] std::string formula(const RuleSet& rules, const MappingRule& line, const Evaluation& outcome,
                                  Language language);
/// Why a mapping line could not be computed.
[[nodiscard]] Message not_assessable(const RuleSet& rules, const MappingRule& line, const Evaluation& outcome);

/// Why a fact has its fate. `rule` is the mapping line that had a say, or null.
[[nodiscard]] Message fact_reason(FactReason why, const Fact& fact, const Report& source, const MappingRule* rule);
/// Why a cell is blank, without the particulars of offered facts. `lost`: the report does not have the
/// cell, though its format does. `has_forms`: the report has any table at all.
[[nodiscard]] Message blank_reason(BlankReason why, const CellState& state, bool lost, bool has_forms);
/// 取自正文.
[[nodiscard]] Message from_prose();

}  // namespace nianbao::wording
