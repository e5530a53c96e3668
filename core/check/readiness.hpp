// A quick look whether a comparison has the figures it needs.
#pragma once

#include <string_view>
#include <vector>

#include <nianbao/expression.hpp>

namespace nianbao::check {

/// Of the single figures of this report that an expression compares, the worst there is.
enum class Readiness {
  ready,    ///< all are known
  unknown,  ///< there are sums over sets or functions: only evaluating tells
  lacking,  ///< one is blank, dashed or unsettled, or its row or column is lost
  no_cell,  ///< one has no cell at all
};

/// Cheaper than evaluating. `lacking` and `no_cell` are certain: the expression has no truth then.
[[nodiscard]] Readiness readiness(const Expression& assertion, const ValueSource& source, const Binding& round);

/// The concepts of the single figures that the expression compares: where one of them is not stated, no round is
/// better than `lacking`. Texts live in the expression.
[[nodiscard]] std::vector<std::string_view> needed_concepts(const Expression& assertion);

}  // namespace nianbao::check
