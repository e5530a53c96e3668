// Words that the listings in text and in JSON share.
#pragma once

#include <string>
#include <vector>

#include <nianbao/rule_listing.hpp>

namespace nianbao {

/// file:line
[[nodiscard]] std::string place_text(const RuleOrigin& origin);
[[nodiscard]] std::string places_text(const RuleChanges& changes);
/// 2014..2018, 2019.., empty for all years
[[nodiscard]] std::string years_text(const YearRange& years);
/// The cells of a row as one key: outcome.granted{applicant=natural_person|enterprise}
[[nodiscard]] std::string cells_text(const std::vector<ConceptKey>& cells);
/// Names of the sections a pattern is read in.
[[nodiscard]] std::vector<std::string> context_names(const ProsePattern& pattern);

}  // namespace nianbao
