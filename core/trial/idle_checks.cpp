// Checks that are right and of no use.
#include <algorithm>
#include <map>

#include "check/run.hpp"
#include "rules/ast.hpp"
#include "trial/rule_notes.hpp"

namespace nianbao {
namespace {

using ast::Node;
using ast::Op;

template <typename Test>
bool any_node(const Node& node, const Test& test) {
  return test(node) || std::any_of(node.operands.begin(), node.operands.end(),
                                   [&](const Node& operand) { return any_node(operand, test); });
}

bool is_reference(const Node& node) { return node.op == Op::reference; }

bool is_comparison(const Node& node) {
  return node.op == Op::equal || node.op == Op::not_equal || node.op == Op::less || node.op == Op::less_equal ||
         node.op == Op::greater || node.op == Op::greater_equal;
}

bool same_dims(const Node& a, const Node& b) {
  return std::equal(a.dims.begin(), a.dims.end(), b.dims.begin(), b.dims.end(),
                    [](const auto& x, const auto& y) { return x.name == y.name && x.member == y.member; });
}

/// True if two expressions are written alike.
bool same(const Node& a, const Node& b) {
  return a.op == b.op && a.text == b.text && a.unit == b.unit && a.from == b.from && a.depth == b.depth &&
         same_dims(a, b) &&
         std::equal(a.operands.begin(), a.operands.end(), b.operands.begin(), b.operands.end(), same);
}

bool compares_with_itself(const Node& node) {
  return is_comparison(node) && node.operands.size() == 2 && any_node(node, is_reference) &&
         same(node.operands[0], node.operands[1]);
}

bool divides_by_zero(const Node& node) {
  return node.op == Op::divide && node.operands[1].op == Op::number && node.operands[1].value.is_zero();
}

bool overlap(const YearRange& a, const YearRange& b) {
  return (a.to == 0 || b.from <= a.to) && (b.to == 0 || a.from <= b.to);
}

class IdleChecks {
 public:
  IdleChecks(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes)
      : rules_(rules), forms_(forms), notes_(notes) {}

  void run() {
    std::map<std::string, const CheckRule*> known;
    for (const auto& rule : rules_.checks()) {
      if (rule.assertion == nullptr) {
        continue;
      }
      look_at_cells(rule);
      look_at_expressions(rule);
      look_at_years(rule);
      note_idle_each(rule.id, rule.each, ids(rule), rule.origin, rules_, forms_, notes_);
      const auto [same, added] = known.try_emplace(signature(rule), &rule);
      if (!added) {
        notes_.add("same-rule", rule.origin,
                   {"规则 " + rule.id + " 与 " + same->second->id + " 内容相同",
                    "Rule " + rule.id + " demands the same as " + same->second->id},
                   {"删去其中一条，或用 override 修改原规则。", "Remove one, or change the other by override."});
      }
    }
  }

 private:
  /// Groups that only prose states count as cells.
  void look_at_cells(const CheckRule& rule) {
    bool speaks = false;
    bool assessable = false;
    for (std::size_t i = 0; i < forms_.templates.size() && !assessable; ++i) {
      if (!check::is_for_format(rule, forms_.templates, forms_.templates[i]->id)) {
        continue;
      }
      for (const auto& round : rounds_of(rule.each, rule.concepts, rules_.concepts(), forms_.cells[i])) {
        const auto evaluation = rule.assertion->evaluate(forms_.cells[i], round);
        speaks |= !evaluation.not_applicable;
        assessable |= !evaluation.not_applicable && !lacks_cells(evaluation);
      }
    }
    if (!speaks && any_node(rule.assertion->root(), is_reference)) {
      notes_.add(
          "no-cell", rule.origin,
          {"规则 " + rule.id + " 所说的数据，任何格式都没有", "Rule " + rule.id + " speaks of no cell of any format"},
          {"请核对指标和维度，以及 formats。", "Check its concepts, dimensions and formats."});
    } else if (speaks && !assessable) {
      notes_.add("never-together", rule.origin,
                 {"规则 " + rule.id + " 所比较的数据从不在同一格式中",
                  "Rule " + rule.id + " compares cells that no format has together"},
                 {"请核对指标和 formats；不同格式之间的关系写在 mappings.yaml。",
                  "Check its concepts and formats; what holds between formats goes into mappings.yaml."});
    }
  }

  /// True if a figure is asked for that other formats print and this one does not.
  [[nodiscard]] bool lacks_cells(const Evaluation& evaluation) const {
    return std::any_of(evaluation.lacking.begin(), evaluation.lacking.end(), [&](std::uint32_t index) {
      const auto& operand = evaluation.operands[index];
      return operand.from == Operand::From::report && operand.figure.state == FigureState::absent &&
             forms_.print(operand.key.id);
    });
  }

  void look_at_expressions(const CheckRule& rule) {
    if (rule.when != nullptr && !any_node(rule.when->root(), is_reference)) {
      notes_.add("no-figure", rule.origin,
                 {"规则 " + rule.id + " 的条件不取任何数据，结果总是一样",
                  "Rule " + rule.id + ": its condition asks for no figure and never changes"});
    }
    const auto& root = rule.assertion->root();
    if (!any_node(root, is_reference)) {
      notes_.add("no-figure", rule.origin,
                 {"规则 " + rule.id + " 不取任何数据，结果总是一样",
                  "Rule " + rule.id + " asks for no figure and never changes"});
    } else if (any_node(root, compares_with_itself)) {
      notes_.add("with-itself", rule.origin,
                 {"规则 " + rule.id + " 把一个数与它自身比较", "Rule " + rule.id + " compares a figure with itself"});
    }
    if (any_node(root, divides_by_zero)) {
      notes_.add(
          "division-by-zero", rule.origin,
          {"规则 " + rule.id + " 除以0，永远无法核对", "Rule " + rule.id + " divides by 0 and can never be assessed"});
    }
  }

  void look_at_years(const CheckRule& rule) {
    const auto& formats = forms_.templates;
    const bool ever = std::any_of(formats.begin(), formats.end(), [&](const Template* format) {
      return check::is_for_format(rule, formats, format->id) && overlap(rule.years, format->in_force);
    });
    if (!rule.formats.empty() && !rule.years.open() && !ever) {
      notes_.add("never-in-force", rule.origin,
                 {"规则 " + rule.id + " 的年度与它的格式的启用年度没有交集",
                  "Rule " + rule.id + " is for years in which its formats are not in force"},
                 {"请核对 years 和 formats。", "Check years and formats."});
    }
  }

  static std::vector<std::string_view> ids(const CheckRule& rule) {
    if (!rule.concepts.empty()) {
      return {};  // each concept of the round is looked at with the dimensions it has
    }
    const auto& names = rule.assertion->concepts();
    const bool wild = std::any_of(names.begin(), names.end(), [](const auto& name) { return name.ends_with('*'); });
    return wild ? std::vector<std::string_view>() : std::vector<std::string_view>(names.begin(), names.end());
  }

  static std::string signature(const CheckRule& rule) {
    std::string text = rule.assertion->text();
    text += rule.when == nullptr ? "|" : "|" + rule.when->text();
    for (const auto* list : {&rule.each, &rule.concepts, &rule.formats}) {
      text += "|";
      for (const auto& word : *list) {
        text += word + ",";
      }
    }
    return text + std::to_string(rule.years.from) + ".." + std::to_string(rule.years.to);
  }

  const RuleSet& rules_;
  const FormsAtHand& forms_;
  RuleNotes& notes_;
};

}  // namespace

void note_idle_checks(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes) {
  IdleChecks(rules, forms, notes).run();
}

}  // namespace nianbao
