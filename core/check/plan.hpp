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

#include "check/cell_index.hpp"
#include "check/figure_source.hpp"
#include "check/form_names.hpp"

namespace nianbao::check {

/// The terms of a relation: numbers of cells with their coefficients.
using CellTerms = std::vector<std::pair<std::uint32_t, int>>;

/// One round of a rule. Where its relation is linear, `terms` names the cells.
struct PlannedRound {
  const CheckRule* rule = nullptr;
  Binding round;
  CellTerms terms;
  Comparison comparison = Comparison::equal;
  bool grouped = false;  ///< a cell may have its value from others that `terms` does not name
};

/// The cells of a relation.
struct RelationCells {
  CellTerms terms;
  std::uint32_t total = CellIndex::npos;  ///< the cell that alone stands on its side of a sum of two parts or more
};

/// All rounds of the rules for one template, in the order of the rules.
struct Sheet {
  std::string_view format;
  std::shared_ptr<const CellIndex> cells;
  std::vector<std::string_view> units;  ///< per cell: the concept's
  std::vector<PlannedRound> rounds;
  std::vector<Relation> relations;            ///< that always hold
  std::vector<Relation> relations_to_read;    ///< and those that hold where all their figures are there
  std::vector<RelationCells> relation_cells;  ///< parallel to `relations`
};

/// The plain counts of one report in the order of a sheet's cells.
class SheetValues {
 public:
  /// The counts of one instance of the forms; the first has no name. None if the report has a cell there that the
  /// sheet does not know: then a rule may mean other rounds.
  [[nodiscard]] static std::optional<SheetValues> of(const Sheet& sheet, const FigureSource& source,
                                                     std::string_view instance);
  /// False only if none of the cells is certainly blank, nor may be: those stated more than once may.
  [[nodiscard]] bool may_have_blank(const CellTerms& terms) const;
  /// True if the relation certainly holds; false where it does not, or where that takes a closer look.
  [[nodiscard]] bool holds(const PlannedRound& round) const;
  /// Why the relation certainly cannot be assessed: a cell is blank, dashed or unsettled. None where all figures are
  /// known, or where that takes a closer look.
  [[nodiscard]] std::optional<NotAssessable> lacks(const PlannedRound& round) const;
  /// True if the round certainly concerns nothing that is stated: of a table repeated, the other tables of the form
  /// mostly stand there once.
  [[nodiscard]] bool says_nothing_of(const PlannedRound& round) const;

 private:
  /// A cell; what is stated nowhere, or more than once, takes a closer look.
  struct Value {
    std::optional<FigureState> state;
    std::optional<std::int64_t> count;
    bool stated = false;
  };
  static Value value_of(const Figure& figure);

  const CellIndex* cells_ = nullptr;
  std::vector<Value> values_;
  std::vector<std::string_view> families_;  ///< of the concepts that are stated
};

/// What rules ask of the prose: a rule with single figures of concepts that the prose does not state need not be
/// looked at.
class ProseNeeds {
 public:
  explicit ProseNeeds(const RuleSet& rules);
  /// Per rule: whether the prose states all concepts that it needs. `ids`: what the prose states.
  [[nodiscard]] std::vector<bool> met_by(const std::vector<std::string_view>& ids) const;

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  ///< looked up only
  std::vector<std::vector<std::uint32_t>> needs_;                ///< per rule: numbers of concepts
};

}  // namespace nianbao::check

namespace nianbao {

struct CheckPlan::State {
  std::shared_ptr<const RuleSet> rules;
  std::vector<check::Sheet> sheets;
  std::optional<check::ProseNeeds> prose;
  std::unordered_map<const TemplateForm*, check::FormNames> form_names;  ///< looked up only
  [[nodiscard]] const check::Sheet* sheet(std::string_view format) const noexcept;
  /// Null if the plan does not know the form.
  [[nodiscard]] const check::FormNames* names(const TemplateForm& form) const noexcept;
};

}  // namespace nianbao
