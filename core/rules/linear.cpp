// Checks as relations: Σ coefficient × figure compared with zero.
#include <algorithm>

#include <nianbao/rules.hpp>

#include "rules/figures.hpp"

namespace nianbao {
namespace {

using ast::Node;
using ast::Op;

/// Writes a sum out into terms. False where the tree is no sum of figures that all have a cell.
class Flattener {
 public:
  Flattener(const KeySource& keys, const ConceptCatalog& catalog, std::vector<Relation::Term>& terms)
      : keys_(keys), catalog_(catalog), terms_(terms) {}

  bool flatten(const Node& node, const Binding& binding, int coefficient) {
    if (node.shift != 0) {
      return false;
    }
    switch (node.op) {
      case Op::add:
      case Op::subtract:
        return flatten(node.operands[0], binding, coefficient) &&
               flatten(node.operands[1], binding, node.op == Op::add ? coefficient : -coefficient);
      case Op::negate:
        return flatten(node.operands[0], binding, -coefficient);
      case Op::sum:
        return std::all_of(node.operands.begin(), node.operands.end(),
                           [&](const Node& operand) { return flatten(operand, binding, coefficient); });
      case Op::reference:
        return node.from == Operand::From::report && flatten_reference(node, binding, coefficient);
      default:
        return false;
    }
  }

 private:
  bool flatten_reference(const Node& node, const Binding& binding, int coefficient) {
    const auto keys = keys_of(node, binding, keys_, catalog_);
    return !keys.empty() &&
           std::all_of(keys.begin(), keys.end(), [&](const ConceptKey& key) { return add(key, binding, coefficient); });
  }

  bool add(const ConceptKey& key, const Binding& binding, int coefficient) {
    if (!keys_.contains(key)) {
      const auto* group = catalog_.group(key.id);
      return group != nullptr && flatten(*group, {key.dims, binding.concept_id, {}}, coefficient);
    }
    const auto it = std::find_if(terms_.begin(), terms_.end(), [&](const auto& term) { return term.key == key; });
    if (it == terms_.end()) {
      terms_.push_back({key, coefficient});
    } else {
      it->coefficient += coefficient;
    }
    return true;
  }

  const KeySource& keys_;
  const ConceptCatalog& catalog_;
  std::vector<Relation::Term>& terms_;
};

/// `a >= b` is `b <= a`: the sign of its left side.
int sign_of(Op op) { return op == Op::greater_equal ? -1 : 1; }

bool is_summand(const Node& sum, const Node& figure) {
  return (sum.op == Op::reference && sum.text == figure.text && sum.from == figure.from) ||
         std::any_of(sum.operands.begin(), sum.operands.end(),
                     [&](const Node& operand) { return is_summand(operand, figure); });
}

/// `known(a) and known(b)` where both stand in the assertion.
bool asks_for_own_figures(const Node& condition, const Node& assertion) {
  if (condition.op == Op::all_of) {
    return std::all_of(condition.operands.begin(), condition.operands.end(),
                       [&](const Node& operand) { return asks_for_own_figures(operand, assertion); });
  }
  return condition.op == Op::known && condition.operands.size() == 1 &&
         condition.operands.front().op == Op::reference && is_summand(assertion, condition.operands.front());
}

bool is_taken(const CheckRule& rule, Conditional conditional) {
  return rule.when == nullptr || (conditional == Conditional::on_own_figures &&
                                  asks_for_own_figures(rule.when->root(), rule.assertion->root()));
}

}  // namespace

std::vector<Relation> relations_for(const CheckRule& rule, const KeySource& keys, const Dims& base,
                                    Conditional conditional) {
  std::vector<Relation> relations;
  const Node& root = rule.assertion->root();
  const bool comparison = root.op == Op::equal || root.op == Op::less_equal || root.op == Op::greater_equal;
  if (!comparison || !is_taken(rule, conditional) || !rule.tolerance.is_zero()) {
    return relations;
  }
  const auto& catalog = rule.assertion->catalog();
  for (const auto& round : rounds_of(rule.each, rule.concepts, catalog, keys, base)) {
    Relation relation;
    relation.rule = rule.id;
    relation.comparison = root.op == Op::equal ? Comparison::equal : Comparison::less_equal;
    Flattener flattener(keys, catalog, relation.terms);
    const int sign = sign_of(root.op);
    if (flattener.flatten(root.operands[0], round, sign) && flattener.flatten(root.operands[1], round, -sign)) {
      auto& terms = relation.terms;
      terms.erase(std::remove_if(terms.begin(), terms.end(), [](const auto& term) { return term.coefficient == 0; }),
                  terms.end());
      if (!terms.empty()) {
        relations.push_back(std::move(relation));
      }
    }
  }
  return relations;
}

}  // namespace nianbao
