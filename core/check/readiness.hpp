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

/// False if no round can be better than `lacking`: the expression compares a figure of a concept that is not among
/// those stated (sorted).
[[nodiscard]] bool may_be_ready(const Expression& assertion, const std::vector<std::string_view>& stated);

}  // namespace nianbao::check
