#include "rules/interval.hpp"

#include <algorithm>
#include <array>

namespace nianbao {
namespace {

Interval bounded(Exact value, Exact lower, Exact upper) {
  Interval result(std::move(value));
  result.lower = std::move(lower);
  result.upper = std::move(upper);
  result.exact = false;
  return result;
}

Decimal coarser(const Decimal& a, const Decimal& b) { return a < b ? b : a; }

/// A unit of the last digit that is not 0: 10 of 40, 0.1 of 2.7.
Decimal last_digit(const Decimal& value) {
  if (value.is_zero() || value.scale() > 0) {
    return *Decimal::power_of_ten(value.is_zero() ? 0 : -value.scale());
  }
  int zeros = 0;
  for (auto rest = value.coefficient(); rest % 10 == 0; rest /= 10) {
    ++zeros;
  }
  return *Decimal::power_of_ten(zeros);
}

/// The least and the greatest of the products (or quotients) of the bounds.
template <typename Operation>
Interval of_bounds(const Interval& a, const Interval& b, Operation operation) {
  Interval result(operation(a.value, b.value));
  result.step = coarser(a.step, b.step);
  if (a.exact && b.exact) {
    return result;
  }
  const std::array<Exact, 4> corners{operation(a.low(), b.low()), operation(a.low(), b.high()),
                                     operation(a.high(), b.low()), operation(a.high(), b.high())};
  result.exact = false;
  result.lower = *std::min_element(corners.begin(), corners.end());
  result.upper = *std::max_element(corners.begin(), corners.end());
  return result;
}

}  // namespace

Interval interval_of(const Figure& figure, bool measure) {
  const Exact value(figure.value);
  Interval result(value);
  const bool rounded_count = figure.step > Decimal{1};
  if (figure.qualifier != Qualifier::none) {
    const Exact unit(last_digit(figure.value));
    const bool down = figure.qualifier != Qualifier::over;
    const bool up = figure.qualifier != Qualifier::under;
    result = bounded(value, down ? value - unit : value, up ? value + unit : value);
  } else if (measure || rounded_count) {
    const Exact half = Exact(figure.step) * Exact(*Decimal::parse("0.5"));
    result = bounded(value, value - half, value + half);
  }
  result.step = figure.step;
  return result;
}

Interval operator+(const Interval& a, const Interval& b) {
  Interval result(a.value + b.value);
  result.step = coarser(a.step, b.step);
  if (!a.exact || !b.exact) {
    result.exact = false;
    result.lower = a.low() + b.low();
    result.upper = a.high() + b.high();
  }
  return result;
}

Interval operator-(const Interval& a, const Interval& b) { return a + negated(b); }

Interval operator*(const Interval& a, const Interval& b) {
  return of_bounds(a, b, [](const Exact& x, const Exact& y) { return x * y; });
}

Interval operator/(const Interval& a, const Interval& b) {
  return of_bounds(a, b, [](const Exact& x, const Exact& y) { return x / y; });
}

Interval negated(const Interval& a) {
  Interval result(a.value.negated());
  result.step = a.step;
  if (!a.exact) {
    result.exact = false;
    result.lower = a.upper.negated();
    result.upper = a.lower.negated();
  }
  return result;
}

Interval absolute(const Interval& a) {
  if (!a.low().is_negative()) {
    return a;
  }
  const Exact zero;
  if (a.high() <= zero) {
    return negated(a);
  }
  const Exact value = a.value.is_negative() ? a.value.negated() : a.value;
  Interval result = bounded(value, zero, std::max(a.upper, a.lower.negated()));
  result.step = a.step;
  return result;
}

Interval shifted(const Interval& a, int exponent) {
  Interval result = a;
  result.value = a.value.shifted(exponent);
  result.step = a.step.shifted(exponent).value_or(a.step);
  if (!a.exact) {
    result.lower = a.lower.shifted(exponent);
    result.upper = a.upper.shifted(exponent);
  }
  return result;
}

Interval rounded(const Interval& a, int decimals) {
  Interval result = a;
  result.value = a.value.rounded(decimals);
  result.step = coarser(a.step, *Decimal::power_of_ten(-decimals));
  if (!a.exact) {
    result.lower = a.lower.rounded(decimals);
    result.upper = a.upper.rounded(decimals);
  }
  return result;
}

namespace {

template <typename Choose>
Interval chosen(const Interval& a, const Interval& b, Choose choose) {
  Interval result(choose(a.value, b.value));
  result.step = coarser(a.step, b.step);
  if (!a.exact || !b.exact) {
    result.exact = false;
    result.lower = choose(a.low(), b.low());
    result.upper = choose(a.high(), b.high());
  }
  return result;
}

}  // namespace

Interval larger(const Interval& a, const Interval& b) {
  return chosen(a, b, [](const Exact& x, const Exact& y) { return x < y ? y : x; });
}

Interval smaller(const Interval& a, const Interval& b) {
  return chosen(a, b, [](const Exact& x, const Exact& y) { return y < x ? y : x; });
}

bool can_be_less(const Interval& a, const Interval& b, const Decimal& tolerance, bool or_equal) {
  const int order = compare(a.low(), tolerance.is_zero() ? b.high() : b.high() + Exact(tolerance));
  return or_equal ? order <= 0 : order < 0;
}

bool can_equal(const Interval& a, const Interval& b, const Decimal& tolerance) {
  return can_be_less(a, b, tolerance, true) && can_be_less(b, a, tolerance, true);
}

}  // namespace nianbao
