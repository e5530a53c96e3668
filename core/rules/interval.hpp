// A figure as the range of values that would be printed like it.
#pragma once

#include <nianbao/expression.hpp>

#include "rules/exact.hpp"

namespace nianbao {

/// A number of an expression: what is printed, and between which bounds it may truly lie. Exact
/// numbers have no bounds of their own.
struct Interval {
  Exact value;
  Exact lower;  ///< meaningless if `exact`
  Exact upper;
  bool exact = true;
  Decimal step{0};  ///< the coarsest step among its terms

  Interval() = default;
  explicit Interval(Exact number) : value(std::move(number)) {}
  [[nodiscard]] const Exact& low() const noexcept { return exact ? value : lower; }
  [[nodiscard]] const Exact& high() const noexcept { return exact ? value : upper; }
};

/// A measure lies within half a step of what is printed; a count only where it was rounded (18万) or
/// qualified (余, 近, 约: a unit of the last digit that is not 0).
[[nodiscard]] Interval interval_of(const Figure& figure, bool measure);

[[nodiscard]] Interval operator+(const Interval& a, const Interval& b);
[[nodiscard]] Interval operator-(const Interval& a, const Interval& b);
[[nodiscard]] Interval operator*(const Interval& a, const Interval& b);
/// The divisor's bounds must not contain zero.
[[nodiscard]] Interval operator/(const Interval& a, const Interval& b);
[[nodiscard]] Interval negated(const Interval& a);
[[nodiscard]] Interval absolute(const Interval& a);
[[nodiscard]] Interval shifted(const Interval& a, int exponent);
[[nodiscard]] Interval rounded(const Interval& a, int decimals);
[[nodiscard]] Interval larger(const Interval& a, const Interval& b);
[[nodiscard]] Interval smaller(const Interval& a, const Interval& b);

/// True if some values of both are equal, or miss by the tolerance.
[[nodiscard]] bool can_equal(const Interval& a, const Interval& b, const Decimal& tolerance);
/// True if some value of `a` is below (or equal to) some value of `b`.
[[nodiscard]] bool can_be_less(const Interval& a, const Interval& b, const Decimal& tolerance, bool or_equal);

}  // namespace nianbao
