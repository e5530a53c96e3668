#include "rules/bind_units.hpp"

#include <utility>

#include "rules/units.hpp"

namespace nianbao {
namespace {

using ast::Node;
using ast::Op;

/// Brings one operand to the unit; false if it cannot be.
bool bring(Node& operand, const std::string& unit, const ConceptCatalog& catalog) {
  if (operand.unit.empty() || operand.unit == unit) {
    return true;
  }
  if (const auto shift = catalog.unit_shift(operand.unit, unit)) {
    operand.shift = *shift;
    return true;
  }
  // Different counters may be compared: 条 with 件, 人 with 次.
  const auto counts = [&](const std::string& u) { return catalog.unit_kind(u) != UnitKind::measure; };
  return counts(operand.unit) && counts(unit);
}

std::optional<UnitClash> unify(Node& node, const ConceptCatalog& catalog) {
  std::string unit;
  for (auto& operand : node.operands) {
    if (unit.empty()) {
      unit = operand.unit;
    } else if (!bring(operand, unit, catalog)) {
      return UnitClash{operand.at, unit, operand.unit};
    }
  }
  node.unit = std::move(unit);
  return std::nullopt;
}

/// Of a share (unit / unit) nothing is left; an amount divided or multiplied keeps its unit.
void divide(Node& node, const ConceptCatalog& catalog) {
  Node& left = node.operands[0];
  Node& right = node.operands[1];
  if (!left.unit.empty() && !right.unit.empty()) {
    bring(right, left.unit, catalog);
  } else {
    node.unit = left.unit;
  }
}

}  // namespace

bool bind_unit_of_number(Node& number, const ConceptCatalog& catalog) {
  if (number.unit == "%") {
    number.value = number.value.shifted(-2).value_or(number.value);
    number.unit.clear();
    return true;
  }
  if (number.unit.empty() || catalog.unit_kind(number.unit) != UnitKind::unknown) {
    return true;
  }
  const auto parts = multiplied(number.unit);
  const auto value = parts ? number.value.shifted(parts->exponent) : std::nullopt;
  if (!value || (!parts->unit.empty() && catalog.unit_kind(parts->unit) == UnitKind::unknown)) {
    return false;
  }
  number.value = *value;
  number.unit = std::string(parts->unit);
  return true;
}

std::optional<UnitClash> bind_unit_of_operation(Node& node, const ConceptCatalog& catalog) {
  switch (node.op) {
    case Op::multiply:
      node.unit = node.operands[0].unit.empty()   ? node.operands[1].unit
                  : node.operands[1].unit.empty() ? node.operands[0].unit
                                                  : std::string();
      return std::nullopt;
    case Op::divide:
      divide(node, catalog);
      return std::nullopt;
    case Op::blank:
    case Op::known:
    case Op::count:
    case Op::call:
      return std::nullopt;
    case Op::round:
      node.unit = node.operands[0].unit;
      return std::nullopt;
    default: {
      auto clash = unify(node, catalog);
      if (node.op >= Op::equal) {
        node.unit.clear();
      }
      return clash;
    }
  }
}

}  // namespace nianbao
