// Exact numbers for expressions: decimals as long as they last, fractions where they do not.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <memory>
#include <optional>

#include <nianbao/sdk/decimal.hpp>

namespace nianbao {

/// An exact rational number. A decimal is kept as such: figures are, and only division leaves them.
class Exact {
 public:
  using Fraction = boost::multiprecision::cpp_rational;

  Exact() = default;
  Exact(Decimal value) : decimal_(value) {}  // NOLINT(google-explicit-constructor)

  /// None if the value is no decimal of at most 36 digits.
  [[nodiscard]] std::optional<Decimal> decimal() const;
  [[nodiscard]] bool is_zero() const;
  [[nodiscard]] bool is_negative() const;
  /// True if numerator or denominator outgrow what an expression may compute with.
  [[nodiscard]] bool too_large() const;

  [[nodiscard]] Exact negated() const;
  [[nodiscard]] Exact shifted(int exponent) const;
  /// Half away from zero, to so many decimals.
  [[nodiscard]] Exact rounded(int decimals) const;

  friend Exact operator+(const Exact& a, const Exact& b);
  friend Exact operator-(const Exact& a, const Exact& b) { return a + b.negated(); }
  friend Exact operator*(const Exact& a, const Exact& b);
  /// The divisor must not be zero.
  friend Exact operator/(const Exact& a, const Exact& b);
  friend int compare(const Exact& a, const Exact& b);

 private:
  explicit Exact(Fraction value) : fraction_(std::make_shared<const Fraction>(std::move(value))) {}
  [[nodiscard]] Fraction fraction() const;

  Decimal decimal_;
  std::shared_ptr<const Fraction> fraction_;  // null: decimal_ is the value
};

inline bool operator<(const Exact& a, const Exact& b) { return compare(a, b) < 0; }
inline bool operator<=(const Exact& a, const Exact& b) { return compare(a, b) <= 0; }

}  // namespace nianbao
