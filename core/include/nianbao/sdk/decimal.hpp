// Exact decimal numbers: the only kind of number a report's figures are kept in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// An exact decimal: coefficient × 10^-scale. Up to 36 significant digits; an operation that would
/// need more gives no value instead of a rounded one. Never a binary float. Thread-safe as a value.
class Decimal {
 public:
  __extension__ using Coefficient = __int128;
  static constexpr int kMaxDigits = 36;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t value) : coefficient_(value) {}  // NOLINT(google-explicit-constructor)

  /// Reads `[+-]digits[.digits]` in ASCII, nothing else: no separators, no exponent, no blanks.
  /// No value if the text is anything else or too long.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text) noexcept;
  /// 10^exponent, for -36 <= exponent <= 36: the step of a rounded figure.
  [[nodiscard]] static std::optional<Decimal> power_of_ten(int exponent) noexcept;

  /// The shortest decimal text: no exponent, no trailing zeros after the point, no "-0".
  [[nodiscard]] std::string to_string() const;

  /// What kind of number it is.
  [[nodiscard]] bool is_zero() const noexcept { return coefficient_ == 0; }
  [[nodiscard]] bool is_negative() const noexcept { return coefficient_ < 0; }
  [[nodiscard]] bool is_integer() const noexcept { return scale_ == 0; }
  /// Digits after the point in the shortest form.
  [[nodiscard]] int scale() const noexcept { return scale_; }
  [[nodiscard]] Coefficient coefficient() const noexcept { return coefficient_; }

  /// Exact; no value where the result has too many digits.
  [[nodiscard]] static std::optional<Decimal> add(const Decimal& a, const Decimal& b) noexcept;
  [[nodiscard]] static std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) noexcept;
  [[nodiscard]] static std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) noexcept;
  /// This value × 10^exponent: converts between units that differ by a power of ten.
  [[nodiscard]] std::optional<Decimal> shifted(int exponent) const noexcept;
  [[nodiscard]] Decimal negated() const noexcept;

  /// Negative, zero or positive as a <, == or > b. Exact for every pair.
  [[nodiscard]] static int compare(const Decimal& a, const Decimal& b) noexcept;
  friend bool operator==(const Decimal& a, const Decimal& b) noexcept {
    return a.coefficient_ == b.coefficient_ && a.scale_ == b.scale_;
  }
  friend bool operator!=(const Decimal& a, const Decimal& b) noexcept { return !(a == b); }
  friend bool operator<(const Decimal& a, const Decimal& b) noexcept { return compare(a, b) < 0; }
  friend bool operator<=(const Decimal& a, const Decimal& b) noexcept { return compare(a, b) <= 0; }
  friend bool operator>(const Decimal& a, const Decimal& b) noexcept { return compare(a, b) > 0; }
  friend bool operator>=(const Decimal& a, const Decimal& b) noexcept { return compare(a, b) >= 0; }

 private:
  [[nodiscard]] static std::optional<Decimal> normalized(Coefficient coefficient, int scale) noexcept;

  Coefficient coefficient_ = 0;
  int scale_ = 0;  // always minimal: the last digit is not 0 unless scale_ is 0
};

}  // namespace nianbao
