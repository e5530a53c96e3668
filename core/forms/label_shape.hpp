// A quick look at two labels before they are compared in earnest.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace nianbao::forms {

/// Which characters a label has, as one bit each, and how many.
class LabelShape {
 public:
  explicit LabelShape(std::string_view key) {
    for (std::size_t i = 0; i < key.size(); ++size_) {
      const auto lead = static_cast<unsigned char>(key[i]);
      const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      const auto last = static_cast<unsigned char>(key[i + length <= key.size() ? i + length - 1 : i]);
      const auto middle = static_cast<unsigned char>(key[i + length / 2 < key.size() ? i + length / 2 : i]);
      bits_ |= std::uint64_t{1} << ((last + middle * 5U) % 64U);
      i += length;
    }
  }

  /// False only if the label is certainly no part of the other.
  [[nodiscard]] bool may_be_in(const LabelShape& other) const { return (bits_ & ~other.bits_) == 0; }

  /// No less than similarity() of the two labels: a character whose bit the other lacks is not in it.
  [[nodiscard]] double bound(const LabelShape& other) const {
    const auto common = std::min(size_ - missing(other), other.size_ - other.missing(*this));
    return size_ + other.size_ == 0 ? 1 : 2.0 * common / (size_ + other.size_);
  }

 private:
  [[nodiscard]] std::uint32_t missing(const LabelShape& other) const {
    return static_cast<std::uint32_t>(__builtin_popcountll(bits_ & ~other.bits_));
  }

  std::uint64_t bits_ = 0;
  std::uint32_t size_ = 0;
};

}  // namespace nianbao::forms
