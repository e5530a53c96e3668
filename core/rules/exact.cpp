#include "rules/exact.hpp"

#include <string>

namespace nianbao {
namespace {

using Integer = boost::multiprecision::cpp_int;
constexpr unsigned kMaxBits = 4096;

Integer ten_to(int exponent) { return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(exponent)); }

}  // namespace

Exact::Fraction Exact::fraction() const {
  if (fraction_) {
    return *fraction_;
  }
  return {Integer(decimal_.coefficient()), ten_to(decimal_.scale())};
}

std::optional<Decimal> Exact::decimal() const {
  if (!fraction_) {
    return decimal_;
  }
  Integer numerator = boost::multiprecision::numerator(*fraction_);
  Integer rest = boost::multiprecision::denominator(*fraction_);
  for (int scale = 0; scale <= Decimal::kMaxDigits; ++scale) {
    if (rest == 1) {
      const auto whole = Decimal::parse(numerator.str());
      return whole ? whole->shifted(-scale) : std::nullopt;
    }
    numerator *= 10;
    const Integer common = gcd(numerator, rest);
    numerator /= common;
    rest /= common;
  }
  return std::nullopt;
}

bool Exact::is_zero() const { return fraction_ ? fraction_->is_zero() : decimal_.is_zero(); }

bool Exact::is_negative() const { return fraction_ ? fraction_->sign() < 0 : decimal_.is_negative(); }

bool Exact::too_large() const {
  if (!fraction_ || fraction_->is_zero()) {
    return false;
  }
  const Integer numerator = abs(boost::multiprecision::numerator(*fraction_));
  return msb(numerator) > kMaxBits || msb(boost::multiprecision::denominator(*fraction_)) > kMaxBits;
}

Exact Exact::negated() const { return fraction_ ? Exact(Fraction(-*fraction_)) : Exact(decimal_.negated()); }

Exact Exact::shifted(int exponent) const {
  if (!fraction_) {
    if (const auto value = decimal_.shifted(exponent)) {
      return *value;
    }
  }
  const Fraction factor = exponent < 0 ? Fraction(1, ten_to(-exponent)) : Fraction(ten_to(exponent));
  return Exact(Fraction(fraction() * factor));
}

Exact Exact::rounded(int decimals) const {
  if (!fraction_ && decimals >= 0 && decimal_.scale() <= decimals) {
    return *this;
  }
  const Fraction scaled = shifted(decimals).fraction();
  const Integer numerator = boost::multiprecision::numerator(scaled);
  const Integer denominator = boost::multiprecision::denominator(scaled);
  // Integer division truncates towards zero, on both sides of it.
  Integer whole = (2 * numerator + (numerator < 0 ? -denominator : denominator)) / (2 * denominator);
  const Exact result = Exact(Fraction(std::move(whole))).shifted(-decimals);
  const auto value = result.decimal();
  return value ? Exact(*value) : result;
}

Exact operator+(const Exact& a, const Exact& b) {
  if (!a.fraction_ && !b.fraction_) {
    if (const auto sum = Decimal::add(a.decimal_, b.decimal_)) {
      return *sum;
    }
  }
  return Exact(Exact::Fraction(a.fraction() + b.fraction()));
}

Exact operator*(const Exact& a, const Exact& b) {
  if (!a.fraction_ && !b.fraction_) {
    if (const auto product = Decimal::multiply(a.decimal_, b.decimal_)) {
      return *product;
    }
  }
  return Exact(Exact::Fraction(a.fraction() * b.fraction()));
}

Exact operator/(const Exact& a, const Exact& b) { return Exact(Exact::Fraction(a.fraction() / b.fraction())); }

int compare(const Exact& a, const Exact& b) {
  if (!a.fraction_ && !b.fraction_) {
    return Decimal::compare(a.decimal_, b.decimal_);
  }
  const auto difference = a.fraction().compare(b.fraction());
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

}  // namespace nianbao
