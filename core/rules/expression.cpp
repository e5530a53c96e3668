#include <nianbao/expression.hpp>

#include <algorithm>

#include "rules/caret.hpp"
#include "rules/compile.hpp"
#include "rules/grammar.hpp"
#include "text/utf32.hpp"

namespace nianbao {
namespace {

using ast::Node;
using ast::Op;

template <typename Visit>
void for_each_reference(const Node& node, Visit visit) {
  if (node.op == Op::reference) {
    visit(node);
  }
  for (const auto& operand : node.operands) {
    for_each_reference(operand, visit);
  }
}

}  // namespace

std::shared_ptr<const Expression> ExpressionCompiler::compile(std::string_view text, Yields yields,
                                                              bool concept_allowed,
                                                              std::vector<ExpressionFault>& faults) const {
  auto parsed = parse_expression(to_utf32(text));
  if (auto* fault = std::get_if<SyntaxFault>(&parsed)) {
    faults.push_back({"syntax", {fault->at, fault->at + 1}, std::move(fault->message), std::move(fault->hint)});
    return nullptr;
  }
  const auto root = std::make_shared<Node>(std::get<Node>(std::move(parsed)));
  if (!bind(*root, *catalog_, yields, concept_allowed, faults)) {
    return nullptr;
  }
  std::shared_ptr<Expression> result(new Expression);
  result->text_ = text;
  result->catalog_ = catalog_;
  result->condition_ = root->op >= Op::equal || root->op == Op::blank || root->op == Op::known;
  for_each_reference(*root, [&](const Node& reference) {
    result->previous_ |= reference.from == Operand::From::previous;
    result->units_ |= reference.from == Operand::From::units;
    auto& concepts = result->concepts_;
    if (std::find(concepts.begin(), concepts.end(), reference.label) == concepts.end()) {
      concepts.push_back(reference.label);
    }
  });
  result->root_ = root;
  return result;
}

Result<std::shared_ptr<const Expression>> compile_expression(std::string_view text,
                                                             std::shared_ptr<const ConceptCatalog> catalog) {
  std::vector<ExpressionFault> faults;
  auto expression = ExpressionCompiler(std::move(catalog)).compile(text, Yields::any, true, faults);
  if (expression != nullptr) {
    return expression;
  }
  const auto& first = faults.front();
  const auto place = place_in(text, first.at.from);
  const auto picture = caret_text(place.line_text, place.column);
  return Error{ErrorKind::rules,
               "expression-" + first.code,
               {first.message.zh + "\n" + picture, first.message.en + "\n" + picture},
               std::to_string(place.line) + ":" + std::to_string(place.column),
               first.hint};
}

}  // namespace nianbao
