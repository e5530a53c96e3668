#include "check/readiness.hpp"

#include <algorithm>

#include "rules/ast.hpp"
#include "rules/compile.hpp"
#include "rules/figures.hpp"

namespace nianbao::check {
namespace {

using ast::Node;
using ast::Op;

class Look {
 public:
  Look(const ConceptCatalog& catalog, const ValueSource& source, const Binding& round)
      : catalog_(catalog), source_(source), round_(round) {}

  Readiness at(const Node& node) const {
    switch (node.op) {
      case Op::number:
        return Readiness::ready;
      case Op::reference:
        return at_reference(node);
      case Op::add:
      case Op::subtract:
      case Op::negate:
        return worst(node);
      default:
        return Readiness::unknown;
    }
  }

  Readiness worst(const Node& node) const {
    auto result = Readiness::ready;
    for (const auto& operand : node.operands) {
      result = std::max(result, at(operand));
      if (result == Readiness::no_cell) {
        break;
      }
    }
    return result;
  }

 private:
  Readiness at_reference(const Node& node) const {
    if (node.from != Operand::From::report) {
      return Readiness::ready;
    }
    if (is_set(node)) {
      return Readiness::unknown;
    }
    const auto key = keys_of(node, round_, source_, catalog_).front();
    const auto state = source_.figure(key).state;
    if (state == FigureState::known) {
      return Readiness::ready;
    }
    if (catalog_.group(key.id) != nullptr) {
      return Readiness::unknown;
    }
    return state == FigureState::absent && !source_.contains(key) ? Readiness::no_cell : Readiness::lacking;
  }

  const ConceptCatalog& catalog_;
  const ValueSource& source_;
  const Binding& round_;
};

bool is_comparison(const Node& node) { return node.op >= Op::equal && node.op <= Op::greater_equal; }

/// The concepts of single figures that are compared, alone or in a sum.
void add_needed(const Node& node, const ConceptCatalog& catalog, std::vector<std::string_view>& ids) {
  switch (node.op) {
    case Op::reference:
      if (node.from == Operand::From::report && !is_set(node) && node.text != kCurrentConcept &&
          catalog.group(node.text) == nullptr) {
        ids.emplace_back(node.text);
      }
      break;
    case Op::add:
    case Op::subtract:
    case Op::negate:
      for (const auto& operand : node.operands) {
        add_needed(operand, catalog, ids);
      }
      break;
    default:
      break;
  }
}

}  // namespace

std::vector<std::string_view> needed_concepts(const Expression& assertion) {
  std::vector<std::string_view> ids;
  const Node& root = assertion.root();
  for (std::size_t i = 0; is_comparison(root) && i < root.operands.size(); ++i) {
    add_needed(root.operands[i], assertion.catalog(), ids);
  }
  return ids;
}

Readiness readiness(const Expression& assertion, const ValueSource& source, const Binding& round) {
  const Node& root = assertion.root();
  return is_comparison(root) ? Look(assertion.catalog(), source, round).worst(root) : Readiness::unknown;
}

}  // namespace nianbao::check
