// The expressions of rule packs (docs/rule-packs.md, "Expressions"): exact, total, without side effects.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/concept_catalog.hpp>
#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/decimal.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao {

/// What a source has for a concept with its dimensions.
enum class FigureState {
  known,
  blank,      ///< the cell is there and empty
  dash,       ///< the cell is there and holds a dash
  unsettled,  ///< several readings or several contradicting figures, or a unit that does not convert
  absent,     ///< there is no such cell
};

/// A figure as an expression sees it: value and step in the concept's canonical unit.
struct Figure {
  static constexpr std::uint32_t npos = 0xFFFFFFFFU;
  FigureState state = FigureState::absent;
  Decimal value;
  Decimal step{1};
  Qualifier qualifier = Qualifier::none;
  std::uint32_t fact = npos;  ///< index into Report::facts
};

/// Which keys there are to speak of: the cells of the forms at hand.
class KeySource {
 public:
  virtual ~KeySource() = default;
  /// True if there is such a cell, blank or not (also where the file lost the row of a form that has it).
  [[nodiscard]] virtual bool contains(const ConceptKey& key) const = 0;
  /// False only if no cell is of the concept: then its members need not be asked for one by one.
  [[nodiscard]] virtual bool may_have(std::string_view /*id*/) const { return true; }
  /// Adds the ids below `prefix` that have a cell with just these dimensions: outcome.denied for
  /// outcome.denied.*; one level below it, or all levels where `deep`. Each id once, in a fixed order.
  virtual void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                         std::vector<std::string_view>& ids) const = 0;
};

/// Where expressions take figures from. The source chooses: table or prose, and proven zeros. It is
/// asked with the dimensions of the binding, `instance` among them where it is not the first.
class ValueSource : public KeySource {
 public:
  [[nodiscard]] virtual Figure figure(const ConceptKey& key) const = 0;
  /// Last year's report, for `previous:`; null if there is none.
  [[nodiscard]] virtual const ValueSource* previous() const { return nullptr; }
  /// The reports of the units below, for `units:`; null if there are none.
  [[nodiscard]] virtual const std::vector<const ValueSource*>* units() const { return nullptr; }
};

/// A fixed list of keys as a KeySource: the cells of a template. Keys' texts must outlive it.
class KeyList : public KeySource {
 public:
  explicit KeyList(std::vector<ConceptKey> keys);
  [[nodiscard]] bool contains(const ConceptKey& key) const override;
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override;

 private:
  std::vector<ConceptKey> keys_;  // sorted
};

/// The current round of `each`: a reference that does not state one of these dimensions takes it from
/// here; `concept` stands for the id of the current concept. Texts are views.
struct Binding {
  Dims dims;
  std::string_view concept_id;
  /// The dimensions `each` runs over: a concept that has no cell with them is taken without them.
  std::vector<std::string_view> each;
};

/// What an expression took from the source, in reading order, each key once.
struct Operand {
  enum class From { report, previous, units };
  enum class Side { left, right, none };  ///< of the comparison that decided; none: elsewhere (a condition)
  /// With the dimensions of the round; texts live in the catalog, the expression, the source, the binding.
  ConceptKey key;
  Figure figure;
  From from = From::report;
  Side side = Side::none;
  bool subtracted = false;
};

/// Why an expression has no value where not simply a figure is lacking.
enum class Obstacle {
  none,
  lacking,      ///< a figure is blank, dashed, unsettled or absent: see `lacking`
  no_previous,  ///< `previous:` without last year's report
  no_units,     ///< `units:` without the units' reports
  division_by_zero,
  too_large,  ///< beyond the limits of exact arithmetic
};

/// The outcome of an expression. For a condition `truth` is set, for a number `value`; neither where
/// there is an obstacle.
struct Evaluation {
  std::optional<bool> truth;
  std::optional<Decimal> value;  ///< none also where the exact value is no decimal (1/3); see round()
  std::optional<Decimal> step;   ///< of `value`: the coarsest step among its terms
  Obstacle obstacle = Obstacle::none;
  std::vector<Operand> operands;
  std::vector<std::uint32_t> lacking;  ///< operands (by index) without which it cannot be assessed
  /// True if the source has none of the cells it speaks of: the rule is not for this report.
  bool not_applicable = false;
  /// Of the comparison that decided, where both sides are decimals. difference = left - right.
  std::optional<Decimal> left, right, difference;
};

/// Whether a total of `sum_of` that has no cell is computed from its members. A blank total is never computed.
enum class Totals { stated_only, computed };

struct EvaluateOptions {
  Totals totals = Totals::stated_only;
  Decimal tolerance;  ///< a comparison may miss by this
};

/// A compiled expression. Immutable, thread-safe. Holds its catalog.
class Expression {
 public:
  /// The text as written in the pack.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// True if it yields true or false, false if it yields a number.
  [[nodiscard]] bool is_condition() const noexcept { return condition_; }
  /// Concepts it names, in reading order, each once; a wildcard as `outcome.denied.*`.
  [[nodiscard]] const std::vector<std::string>& concepts() const noexcept { return concepts_; }
  /// True if it asks for last year's or units' figures.
  [[nodiscard]] bool needs_previous() const noexcept { return previous_; }
  [[nodiscard]] bool needs_units() const noexcept { return units_; }

  [[nodiscard]] Evaluation evaluate(const ValueSource& source, const Binding& binding = {},
                                    const EvaluateOptions& options = {}) const;

  [[nodiscard]] const ast::Node& root() const noexcept { return *root_; }
  [[nodiscard]] const std::shared_ptr<const ast::Node>& shared_root() const noexcept { return root_; }
  [[nodiscard]] const ConceptCatalog& catalog() const noexcept { return *catalog_; }

 private:
  friend class ExpressionCompiler;
  Expression() = default;
  std::string text_;
  std::shared_ptr<const ast::Node> root_;
  std::shared_ptr<const ConceptCatalog> catalog_;
  std::vector<std::string> concepts_;
  bool condition_ = false;
  bool previous_ = false;
  bool units_ = false;
};

/// Compiles an expression on its own. The Error's `where` is line:column, its message holds the text
/// with a caret. Bounded: 4000 characters, 60 levels.
[[nodiscard]] Result<std::shared_ptr<const Expression>> compile_expression(
    std::string_view text, std::shared_ptr<const ConceptCatalog> catalog);

}  // namespace nianbao
