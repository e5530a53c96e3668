// Units inside expressions: money is brought to the unit of what it is added to or compared with.
#pragma once

#include <optional>
#include <string>

#include "rules/ast.hpp"

namespace nianbao {

/// Two units that do not go together.
struct UnitClash {
  ast::Span at;
  std::string first;
  std::string second;
};

/// Takes `%`, 万 and 亿 into the value of a number and leaves its unit. False if the unit is unknown.
bool bind_unit_of_number(ast::Node& number, const ConceptCatalog& catalog);

/// Brings the operands of a bound operator or function to one unit and sets the node's own.
std::optional<UnitClash> bind_unit_of_operation(ast::Node& node, const ConceptCatalog& catalog);

}  // namespace nianbao
