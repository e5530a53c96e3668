// What this year's figures take from last year's report, told by the rules that compare the two.
#pragma once

#include <map>
#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/decimal.hpp>

namespace nianbao {

/// Last year's figures by their keys.
using Figures = std::map<ConceptKey, Decimal>;

struct CarriedFigures {
  Figures carried;  ///< equal to what last year's report gives
  Figures bases;    ///< last year's figure, from which this year's starts
};

/// Of the cells with these keys. Texts of the keys are those given.
[[nodiscard]] CarriedFigures carry_over(const std::vector<ConceptKey>& cells, const Figures& last,
                                        const RuleSet& rules);

}  // namespace nianbao
