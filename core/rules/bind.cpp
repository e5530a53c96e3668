// The meaning of an expression's words: concepts, dimensions, functions, kinds of values.
#include <algorithm>

#include "rules/bind_units.hpp"
#include "rules/compile.hpp"
#include "rules/functions.hpp"
#include "rules/source.hpp"

namespace nianbao {
namespace {

using ast::Node;
using ast::Op;

bool yields_condition(Op op) {
  if (const auto* function = find_function(op)) {
    return function->condition;
  }
  return op >= Op::equal;
}

class Binder {
 public:
  Binder(const ConceptCatalog& catalog, bool concept_allowed, std::vector<ExpressionFault>& faults)
      : catalog_(catalog), concept_allowed_(concept_allowed), faults_(faults) {}

  void bind(Node& node, Yields yields) {
    switch (node.op) {
      case Op::number:
        bind_number(node);
        break;
      case Op::reference:
        bind_reference(node);
        break;
      case Op::call:
        bind_call(node);
        break;
      default:
        bind_operator(node);
    }
    expect(node, yields);
  }

 private:
  void fault(ast::Span at, std::string code, Message message, Message hint = {}) {
    faults_.push_back({std::move(code), at, std::move(message), std::move(hint)});
  }

  void expect(const Node& node, Yields yields) {
    if (yields == Yields::any || node.op == Op::call || yields_condition(node.op) == (yields == Yields::condition)) {
      return;
    }
    if (yields == Yields::condition) {
      fault(node.at, "condition-expected", {"此处应为判断，这里却是数值", "Expected a condition, found a number"},
            {"请写成比较，如 a == b，或 known(a)。", "Write a comparison such as a == b, or known(a)."});
    } else {
      fault(node.at, "number-expected", {"此处应为数值，这里却是判断", "Expected a number, found a condition"});
    }
  }

  void bind_number(Node& node) {
    const auto value = Decimal::parse(node.text);
    if (!value) {
      fault(node.at, "number-too-long", {"数字过长，上限为36位", "The number is too long; the limit is 36 digits"});
      return;
    }
    node.value = *value;
    if (!bind_unit_of_number(node, catalog_)) {
      fault(node.at, "unknown-unit", {"没有计量单位“" + node.unit + "”", "Unknown unit \"" + node.unit + "\""},
            {"计量单位在 units.yaml 中定义。", "Units are defined in units.yaml."});
    }
  }

  void bind_reference(Node& node) {
    node.label = node.text + (node.depth == ast::Depth::self ? "" : node.depth == ast::Depth::children ? ".*" : ".**");
    bind_dimensions(node);
    if (node.text == kCurrentConcept) {
      if (!concept_allowed_) {
        fault(node.at, "no-current-concept",
              {"“concept”只能用于写有 each: concept 的规则", "\"concept\" stands only in a rule with each: concept"});
      }
    } else if (node.depth == ast::Depth::self) {
      bind_concept(node);
    } else {
      bind_set(node);
    }
  }

  void bind_concept(Node& node) {
    node.info = catalog_.find(node.text);
    if (node.info != nullptr) {
      set_unit(node, *node.info);
      return;
    }
    fault(node.at, "unknown-concept", {"没有指标“" + node.text + "”", "Unknown concept \"" + node.text + "\""},
          did_you_mean(node.text, concept_ids(catalog_)));
  }

  void set_unit(Node& node, const ConceptInfo& info) {
    node.unit = std::string(info.unit);
    node.measure = catalog_.unit_kind(info.unit) == UnitKind::measure;
  }

  void bind_set(Node& node) {
    const std::string prefix = node.text + ".";
    for (const auto* info : catalog_.concepts()) {
      if (info->id.starts_with(prefix)) {
        set_unit(node, *info);
        return;
      }
    }
    fault(node.at, "empty-set",
          {"“" + node.label + "”之下没有指标", "There is no concept below \"" + node.label + "\""},
          did_you_mean(node.text, concept_ids(catalog_)));
  }

  void bind_dimensions(Node& node) {
    for (auto& term : node.dims) {
      const auto* dimension = catalog_.dimension(term.name);
      if (dimension == nullptr) {
        unknown_dimension(term);
        continue;
      }
      if (!node.fixed.get(term.name).empty() ||
          std::find(node.run.begin(), node.run.end(), term.name) != node.run.end()) {
        fault(term.at, "dimension-twice",
              {"维度“" + term.name + "”写了两次", "Dimension \"" + term.name + "\" is given twice"});
      } else if (term.member == "*") {
        node.run.emplace_back(term.name);
      } else if (dimension->free || dimension->member(term.member) != nullptr) {
        node.fixed.set(term.name, term.member);
      } else {
        unknown_member(term, *dimension);
      }
    }
  }

  void unknown_dimension(const ast::DimensionTerm& term) {
    std::vector<std::string_view> known;
    for (const auto& dimension : catalog_.dimensions()) {
      known.push_back(dimension.name);
    }
    fault(term.at, "unknown-dimension", {"没有维度“" + term.name + "”", "Unknown dimension \"" + term.name + "\""},
          did_you_mean(term.name, known));
  }

  void unknown_member(const ast::DimensionTerm& term, const DimensionInfo& dimension) {
    std::vector<std::string_view> known;
    for (const auto& member : dimension.members) {
      known.push_back(member.id);
    }
    fault(term.at, "unknown-member",
          {"维度“" + term.name + "”没有“" + term.member + "”",
           "Dimension \"" + term.name + "\" has no member \"" + term.member + "\""},
          did_you_mean(term.member, known));
  }

  void bind_call(Node& node) {
    const auto* function = find_function(node.text);
    if (function == nullptr) {
      fault(node.at, "unknown-function", {"没有函数“" + node.text + "”", "Unknown function \"" + node.text + "\""},
            did_you_mean(node.text, function_names()));
    } else if (node.operands.size() < function->least || node.operands.size() > function->most) {
      const auto least = std::to_string(function->least);
      fault(node.at, "argument-count",
            {"函数 " + node.text + " 需要" + least + "个参数", node.text + "() takes " + least + " argument(s)"});
    } else {
      node.op = function->op;
    }
    for (auto& operand : node.operands) {
      bind(operand, Yields::number);
      if (function != nullptr && function->takes_figures && operand.op != Op::reference) {
        fault(operand.at, "figure-expected",
              {"函数 " + node.text + " 的参数应为指标", node.text + "() takes figures, not computed numbers"});
      }
    }
    if (node.op == Op::round) {
      bind_decimals(node);
    }
    unify_operands(node);
  }

  /// round's second operand: how many decimals.
  void bind_decimals(Node& node) {
    Node& decimals = node.operands[1];
    const bool negative = decimals.op == Op::negate;
    const Node& number = negative ? decimals.operands[0] : decimals;
    const Decimal most{12};
    if (number.op != Op::number || !number.value.is_integer() || number.value > most || !number.unit.empty()) {
      fault(decimals.at, "decimals-expected",
            {"round 的第二个参数应为-12到12的整数", "round()'s second argument is a whole number from -12 to 12"});
      return;
    }
    node.shift = 0;
    decimals.value = negative ? number.value.negated() : number.value;
    decimals.op = Op::number;
  }

  void bind_operator(Node& node) {
    const bool logical = node.op >= Op::all_of;
    for (auto& operand : node.operands) {
      bind(operand, logical ? Yields::condition : Yields::number);
    }
    if (!logical) {
      unify_operands(node);
    }
  }

  void unify_operands(Node& node) {
    if (const auto clash = bind_unit_of_operation(node, catalog_)) {
      fault(clash->at, "unit-mismatch",
            {"计量单位不同，不能相加减或比较：“" + clash->first + "”与“" + clash->second + "”",
             "Units that cannot be added or compared: \"" + clash->first + "\" and \"" + clash->second + "\""});
    }
  }

  const ConceptCatalog& catalog_;
  bool concept_allowed_;
  std::vector<ExpressionFault>& faults_;
};

}  // namespace

bool bind(Node& root, const ConceptCatalog& catalog, Yields yields, bool concept_allowed,
          std::vector<ExpressionFault>& faults) {
  const auto before = faults.size();
  Binder(catalog, concept_allowed, faults).bind(root, yields);
  return faults.size() == before;
}

std::vector<std::string_view> concept_ids(const ConceptCatalog& catalog) {
  std::vector<std::string_view> ids;
  ids.reserve(catalog.concepts().size());
  for (const auto* info : catalog.concepts()) {
    ids.push_back(info->id);
  }
  return ids;
}

}  // namespace nianbao
