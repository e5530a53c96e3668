#include <nianbao/sdk/decimal.hpp>

#include <algorithm>

namespace nianbao {
namespace {

using Coefficient = Decimal::Coefficient;

/// coefficient × 10^digits, or nothing on overflow.
std::optional<Coefficient> scaled(Coefficient coefficient, int digits) noexcept {
  for (int i = 0; i < digits; ++i) {
    if (__builtin_mul_overflow(coefficient, Coefficient{10}, &coefficient)) {
      return std::nullopt;
    }
  }
  return coefficient;
}

/// Both coefficients at the larger of the two scales.
struct Aligned {
  Coefficient a;
  Coefficient b;
  int scale;
};

std::optional<Aligned> align(const Decimal& a, const Decimal& b) noexcept {
  const int scale = std::max(a.scale(), b.scale());
  const auto first = scaled(a.coefficient(), scale - a.scale());
  const auto second = scaled(b.coefficient(), scale - b.scale());
  if (!first || !second) {
    return std::nullopt;
  }
  return Aligned{*first, *second, scale};
}

Coefficient limit() noexcept {
  static const Coefficient value = *scaled(1, Decimal::kMaxDigits);
  return value;
}

}  // namespace

std::optional<Decimal> Decimal::normalized(Coefficient coefficient, int scale) noexcept {
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  if (scale < 0) {
    const auto whole = scaled(coefficient, -scale);
    if (!whole) {
      return std::nullopt;
    }
    coefficient = *whole;
    scale = 0;
  }
  if (scale > kMaxDigits || coefficient >= limit() || coefficient <= -limit()) {
    return std::nullopt;
  }
  Decimal result;
  result.coefficient_ = coefficient;
  result.scale_ = scale;
  return result;
}

std::optional<Decimal> Decimal::parse(std::string_view text) noexcept {
  bool negative = false;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  Coefficient coefficient = 0;
  int scale = 0;
  bool point = false;
  bool digits_before = false;
  bool digits_after = false;
  for (const char c : text) {
    if (c == '.' && !point && digits_before) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || coefficient >= limit() / 10) {
      return std::nullopt;
    }
    coefficient = coefficient * 10 + (c - '0');
    if (point) {
      ++scale;
      digits_after = true;
    } else {
      digits_before = true;
    }
  }
  if (!digits_before || (point && !digits_after)) {
    return std::nullopt;
  }
  return normalized(negative ? -coefficient : coefficient, scale);
}

std::optional<Decimal> Decimal::power_of_ten(int exponent) noexcept {
  return exponent < 0 ? normalized(1, -exponent) : Decimal{1}.shifted(exponent);
}

std::string Decimal::to_string() const {
  std::string digits;
  Coefficient rest = coefficient_ < 0 ? -coefficient_ : coefficient_;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  } while (rest != 0);
  while (static_cast<int>(digits.size()) <= scale_) {
    digits.push_back('0');
  }
  if (scale_ > 0) {
    digits.insert(static_cast<std::size_t>(scale_), 1, '.');
  }
  if (coefficient_ < 0) {
    digits.push_back('-');
  }
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::optional<Decimal> Decimal::add(const Decimal& a, const Decimal& b) noexcept {
  const auto aligned = align(a, b);
  Coefficient sum = 0;
  if (!aligned || __builtin_add_overflow(aligned->a, aligned->b, &sum)) {
    return std::nullopt;
  }
  return normalized(sum, aligned->scale);
}

std::optional<Decimal> Decimal::subtract(const Decimal& a, const Decimal& b) noexcept { return add(a, b.negated()); }

std::optional<Decimal> Decimal::multiply(const Decimal& a, const Decimal& b) noexcept {
  Coefficient product = 0;
  if (__builtin_mul_overflow(a.coefficient_, b.coefficient_, &product)) {
    return std::nullopt;
  }
  return normalized(product, a.scale_ + b.scale_);
}

std::optional<Decimal> Decimal::shifted(int exponent) const noexcept {
  return normalized(coefficient_, scale_ - exponent);
}

Decimal Decimal::negated() const noexcept {
  Decimal result = *this;
  result.coefficient_ = -coefficient_;
  return result;
}

int Decimal::compare(const Decimal& a, const Decimal& b) noexcept {
  if (const auto aligned = align(a, b)) {
    return aligned->a < aligned->b ? -1 : aligned->a > aligned->b ? 1 : 0;
  }
  // Aligning overflowed: the one that had to be scaled up is larger than any 36-digit coefficient.
  const bool a_scaled = a.scale_ < b.scale_;
  const Decimal& larger = a_scaled ? a : b;
  const int sign = larger.coefficient_ < 0 ? -1 : 1;
  return a_scaled ? sign : -sign;
}

}  // namespace nianbao
