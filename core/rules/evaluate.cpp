// The operators of expressions.
#include "rules/evaluator.hpp"

namespace nianbao {

using ast::Node;
using ast::Op;

Outcome Outcome::of(Interval interval) {
  Outcome outcome;
  outcome.number = std::move(interval);
  return outcome;
}

Outcome Outcome::of(bool truth, std::shared_ptr<const Compared> compared) {
  Outcome outcome;
  outcome.truth = truth;
  outcome.compared = std::move(compared);
  return outcome;
}

Outcome Outcome::blocked(Obstacle obstacle) {
  Outcome outcome;
  outcome.obstacle = obstacle;
  return outcome;
}

Outcome plus(Outcome a, Outcome b) {
  return both(std::move(a), std::move(b), [](const Interval& x, const Interval& y) { return x + y; });
}

Evaluation Evaluator::run(const Node& root) {
  Outcome outcome = evaluate(root);
  Evaluation result;
  result.truth = outcome.truth;
  result.obstacle = outcome.obstacle;
  if (outcome.number) {
    result.value = outcome.number->value.decimal();
    result.step = outcome.number->step;
  }
  if (outcome.obstacle != Obstacle::none) {
    result.lacking = taken_.lacking();
  }
  result.not_applicable = taken_.all_absent();
  if (outcome.compared != nullptr) {
    explain(*outcome.compared, result);
  }
  result.operands = std::move(taken_.operands());
  return result;
}

void Evaluator::explain(const Compared& compared, Evaluation& result) {
  result.left = compared.left.value.decimal();
  result.right = compared.right.value.decimal();
  result.difference = (compared.left.value - compared.right.value).decimal();
  auto& operands = taken_.operands();
  for (const auto index : compared.right_operands) {
    operands[index].side = Operand::Side::right;
  }
  for (const auto index : compared.left_operands) {
    operands[index].side = Operand::Side::left;
  }
}

Outcome Evaluator::evaluate(const Node& node) {
  Outcome outcome = evaluate_unshifted(node);
  if (outcome.number) {
    if (node.shift != 0) {
      outcome.number = shifted(*outcome.number, node.shift);
    }
    if (outcome.number->value.too_large()) {
      return Outcome::blocked(Obstacle::too_large);
    }
  }
  return outcome;
}

Outcome Evaluator::evaluate_unshifted(const Node& node) {
  switch (node.op) {
    case Op::number:
      return Outcome::of(Interval(Exact(node.value)));
    case Op::reference:
      return reference(node);
    case Op::blank:
    case Op::known:
      return Outcome::of(all_in_state(node));
    case Op::count:
      return count(node);
    case Op::negate:
    case Op::absolute:
    case Op::round:
      return of_one(node);
    case Op::sum:
    case Op::maximum:
    case Op::minimum:
      return of_many(node);
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
      return of_two(node);
    case Op::all_of:
    case Op::any_of:
      return either(node);
    case Op::implies:
      return implication(node);
    case Op::none_of:
      return contrary(node);
    default:
      return comparison(node);
  }
}

// --- numbers -----------------------------------------------------------------

Outcome Evaluator::of_one(const Node& node) {
  const bool outer = negative_;
  negative_ = outer != (node.op == Op::negate);
  auto outcome = evaluate(node.operands[0]);
  negative_ = outer;
  if (!outcome.number) {
    return outcome;
  }
  if (node.op == Op::round) {
    return Outcome::of(rounded(*outcome.number, static_cast<int>(node.operands[1].value.coefficient())));
  }
  return Outcome::of(node.op == Op::negate ? negated(*outcome.number) : absolute(*outcome.number));
}

Outcome Evaluator::of_two(const Node& node) {
  auto left = evaluate(node.operands[0]);
  const bool outer = negative_;
  negative_ = outer != (node.op == Op::subtract);
  auto right = evaluate(node.operands[1]);
  negative_ = outer;
  if (node.op == Op::divide && right.number && right.number->low() <= Exact() && Exact() <= right.number->high()) {
    return left.number ? Outcome::blocked(Obstacle::division_by_zero) : left;
  }
  return both(std::move(left), std::move(right), [&](const Interval& x, const Interval& y) {
    switch (node.op) {
      case Op::add:
        return x + y;
      case Op::subtract:
        return x - y;
      case Op::multiply:
        return x * y;
      default:
        return x / y;
    }
  });
}

/// sum, max and min; for max and min a set spreads into its figures.
Outcome Evaluator::of_many(const Node& node) {
  std::optional<Outcome> total;
  const auto join = [&](Outcome next) {
    if (!total) {
      total = std::move(next);
    } else if (node.op == Op::sum) {
      total = plus(*std::move(total), std::move(next));
    } else {
      total = both(*std::move(total), std::move(next), node.op == Op::maximum ? larger : smaller);
    }
  };
  for (const auto& operand : node.operands) {
    if (node.op == Op::sum || !is_set(operand) || operand.from != Operand::From::report) {
      join(evaluate(operand));
      continue;
    }
    const auto keys = keys_of(operand, binding_, *source_, catalog_);
    for (const auto& key : keys) {
      join(figure(key, is_measure(operand, key.id)));
    }
    if (keys.empty()) {
      join(lacking({operand.label, binding_.dims}, {}));
    }
  }
  return *std::move(total);
}

// --- truth -------------------------------------------------------------------

Outcome Evaluator::contrary(const Node& node) {
  auto outcome = evaluate(node.operands[0]);
  if (outcome.truth) {
    outcome.truth = !*outcome.truth;
  }
  return outcome;
}

Outcome Evaluator::comparison(const Node& node) {
  auto outer = std::exchange(touched_, {});
  auto left = evaluate(node.operands[0]);
  auto left_operands = std::exchange(touched_, {});
  auto right = evaluate(node.operands[1]);
  auto right_operands = std::exchange(touched_, std::move(outer));
  if (!left.number || !right.number) {
    return left.number ? right : left;
  }
  const bool truth = compare(node.op, *left.number, *right.number);
  Compared compared{*std::move(left.number), *std::move(right.number), std::move(left_operands),
                    std::move(right_operands)};
  return Outcome::of(truth, std::make_shared<const Compared>(std::move(compared)));
}

bool Evaluator::compare(Op op, const Interval& left, const Interval& right) const {
  const auto& tolerance = options_.tolerance;
  switch (op) {
    case Op::equal:
      return can_equal(left, right, tolerance);
    case Op::not_equal:
      return !can_equal(left, right, tolerance);
    case Op::less:
      return can_be_less(left, right, tolerance, false);
    case Op::less_equal:
      return can_be_less(left, right, tolerance, true);
    case Op::greater:
      return can_be_less(right, left, tolerance, false);
    default:
      return can_be_less(right, left, tolerance, true);
  }
}

/// and, or: what decides alone decides, also beside what cannot be assessed.
Outcome Evaluator::either(const Node& node) {
  const bool deciding = node.op == Op::any_of;
  auto left = evaluate(node.operands[0]);
  if (left.truth == deciding) {
    return left;
  }
  auto right = evaluate(node.operands[1]);
  return left.truth || right.truth == deciding ? right : left;
}

Outcome Evaluator::implication(const Node& node) {
  const auto premise = evaluate(node.operands[0]);
  if (premise.truth == false) {
    return Outcome::of(true);
  }
  auto conclusion = evaluate(node.operands[1]);
  return premise.truth || conclusion.truth == true ? conclusion : premise;
}

Evaluation Expression::evaluate(const ValueSource& source, const Binding& binding,
                                const EvaluateOptions& options) const {
  return Evaluator(*catalog_, source, binding, options).run(*root_);
}

}  // namespace nianbao
