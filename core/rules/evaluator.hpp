// One evaluation of a bound expression, in three values: true or a number, false, not assessable.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/expression.hpp>

#include "rules/ast.hpp"
#include "rules/compile.hpp"
#include "rules/figures.hpp"
#include "rules/interval.hpp"

namespace nianbao {

/// A comparison, with the operands of its sides.
struct Compared {
  Interval left;
  Interval right;
  std::vector<std::uint32_t> left_operands;
  std::vector<std::uint32_t> right_operands;
};

/// What a node yields: a number, a truth, or an obstacle.
struct Outcome {
  std::optional<Interval> number;
  std::optional<bool> truth;
  Obstacle obstacle = Obstacle::none;
  std::shared_ptr<const Compared> compared;  ///< the comparison a truth rests on

  static Outcome of(Interval interval);
  static Outcome of(bool truth, std::shared_ptr<const Compared> compared = nullptr);
  static Outcome blocked(Obstacle obstacle);
};

/// Applies the operation where both are numbers; otherwise the first obstacle stands.
template <typename Operation>
Outcome both(Outcome a, Outcome b, Operation operation) {
  if (a.number && b.number) {
    return Outcome::of(operation(*a.number, *b.number));
  }
  return a.number ? std::move(b) : std::move(a);
}
[[nodiscard]] Outcome plus(Outcome a, Outcome b);

/// Walks one tree once.
class Evaluator {
 public:
  Evaluator(const ConceptCatalog& catalog, const ValueSource& source, const Binding& binding,
            const EvaluateOptions& options)
      : catalog_(catalog), source_(&source), binding_(binding), options_(options) {}

  [[nodiscard]] Evaluation run(const ast::Node& root);

 private:
  // evaluate.cpp: operators
  Outcome evaluate(const ast::Node& node);
  Outcome evaluate_unshifted(const ast::Node& node);
  Outcome of_one(const ast::Node& node);
  Outcome of_two(const ast::Node& node);
  Outcome of_many(const ast::Node& node);
  Outcome contrary(const ast::Node& node);
  Outcome comparison(const ast::Node& node);
  Outcome either(const ast::Node& node);
  Outcome implication(const ast::Node& node);
  [[nodiscard]] bool compare(ast::Op op, const Interval& left, const Interval& right) const;
  void explain(const Compared& compared, Evaluation& result);

  // evaluate_figures.cpp: figures
  Outcome reference(const ast::Node& node);
  Outcome elsewhere(const ast::Node& node, const ValueSource& source);
  Outcome total_of(const ast::Node& node);
  Outcome figure(const ConceptKey& key, bool measure);
  Outcome of_group(const ast::Node& group, const ConceptKey& key);
  std::optional<Outcome> of_members(const ConceptKey& key, bool measure);
  Outcome lacking(const ConceptKey& key, const Figure& figure);
  std::uint32_t touch(const ConceptKey& key, const Figure& figure);
  [[nodiscard]] bool is_measure(const ast::Node& node, std::string_view id) const;
  [[nodiscard]] FigureState state_of(const ConceptKey& key, bool measure);
  [[nodiscard]] bool all_in_state(const ast::Node& node);
  Outcome count(const ast::Node& node);
  template <typename Visit>
  void for_each_key(const ast::Node& node, Visit visit);

  const ConceptCatalog& catalog_;
  const ValueSource* source_;
  Binding binding_;
  const EvaluateOptions& options_;
  Operand::From from_ = Operand::From::report;
  bool negative_ = false;  // below the right side of an odd number of minus signs
  Taken taken_;
  std::vector<std::uint32_t> touched_;  // operands since the innermost comparison's side began
};

}  // namespace nianbao
