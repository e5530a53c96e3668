// Small texts of pack files: ranges of years, keys of figures.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <nianbao/sdk/arena.hpp>
#include <nianbao/sdk/template.hpp>

#include "rules/compile.hpp"

namespace nianbao {

/// 2014.. | ..2018 | 2014..2018 | 2018
[[nodiscard]] std::optional<YearRange> parse_years(std::string_view text);

/// `concept{dimension=member}` as a key with its texts in the arena; faults as of an expression.
[[nodiscard]] std::optional<ConceptKey> parse_key(std::string_view text, const ConceptCatalog& catalog, Arena& arena,
                                                  std::vector<ExpressionFault>& faults);

}  // namespace nianbao
