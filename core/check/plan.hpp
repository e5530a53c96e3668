// The rounds of all rules over the cells of a template, and their sums as plain numbers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <nianbao/check.hpp>
#include <nianbao/expression.hpp>

#include "check/figures.hpp"

namespace nianbao::check {

/// One round of a rule. Where its relation is linear, `terms` names the cells by their index.
struct PlannedRound {
  const CheckRule* rule = nullptr;
  Binding round;
  std::vector<std::pair<std::uint32_t, int>> terms;
  Comparison comparison = Comparison::equal;
};

/// All rounds of the rules for one template, in the order of the rules.
struct Sheet {
  std::string_view format;
  std::unordered_map<ConceptKey, std::uint32_t, ConceptKeyHash> cells;  ///< looked up only
  std::vector<PlannedRound> rounds;
  std::vector<Relation> relations;          ///< that always hold
  std::vector<Relation> relations_to_read;  ///< and those that hold where all their figures are there
};

/// The plain counts of one report in the order of a sheet's cells.
class SheetValues {
 public:
  /// The counts of one instance of the forms; the first has no name. None if the report has a cell there that the
  /// sheet does not know: then a rule may mean other rounds.
  [[nodiscard]] static std::optional<SheetValues> of(const Sheet& sheet, const FigureSource& source,
                                                     std::string_view instance);
  /// True if the relation certainly holds; false where it does not, or where that takes a closer look.
  [[nodiscard]] bool holds(const PlannedRound& round) const;
  /// Why the relation certainly cannot be assessed: a cell is blank, dashed or unsettled. None where all figures are
  /// known, or where that takes a closer look.
  [[nodiscard]] std::optional<NotAssessable> lacks(const PlannedRound& round) const;

 private:
  /// A cell; what is stated nowhere, or more than once, takes a closer look.
  struct Value {
    std::optional<FigureState> state;
    std::optional<std::int64_t> count;
  };
  std::vector<Value> values_;
};

}  // namespace nianbao::check

namespace nianbao {

struct CheckPlan::State {
  std::shared_ptr<const RuleSet> rules;
  std::vector<check::Sheet> sheets;
  [[nodiscard]] const check::Sheet* sheet(std::string_view format) const noexcept;
};

}  // namespace nianbao
