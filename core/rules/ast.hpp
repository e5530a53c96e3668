// The syntax tree of rule expressions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <nianbao/concept_catalog.hpp>
#include <nianbao/expression.hpp>
#include <nianbao/sdk/decimal.hpp>

namespace nianbao::ast {

enum class Op {
  number,
  reference,
  call,  ///< as parsed; the binder turns it into one of the functions below
  sum,
  blank,
  known,
  count,
  absolute,
  maximum,
  minimum,
  round,
  negate,
  add,
  subtract,
  multiply,
  divide,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  all_of,   ///< and
  any_of,   ///< or
  none_of,  ///< not
  implies,  ///< if … then …
};

/// Half-open range of characters in the expression's text.
struct Span {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

/// `.*` and `.**` behind a concept.
enum class Depth { self, children, descendants };

struct DimensionTerm {
  std::string name;
  std::string member;  ///< `*` for every member at hand
  Span at;
};

struct Node {
  Op op = Op::number;
  Span at;
  std::vector<Node> operands;
  std::string text;  ///< digits of a number; id of a reference, without wildcard; name of a call
  std::string unit;  ///< behind a number; after binding: the unit of any node's value, empty if unknown or none

  Operand::From from = Operand::From::report;  ///< of a reference
  Depth depth = Depth::self;
  std::vector<DimensionTerm> dims;

  // Set by the binder.
  Decimal value;                      ///< of a number
  Dims fixed;                         ///< dimensions with a stated member; views into `dims`
  std::vector<std::string_view> run;  ///< dimensions with `*`; views into `dims`
  std::string label;                  ///< the reference as written: what an empty set is called
  const ConceptInfo* info = nullptr;  ///< of a reference to a single, known concept
  bool measure = false;               ///< of a reference: its figures are compared as rounding intervals
  int shift = 0;                      ///< power of ten that brings the value to the unit of its neighbour
};

}  // namespace nianbao::ast
