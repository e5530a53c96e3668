#include <algorithm>
#include <array>
#include <cstdint>

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {
namespace {

constexpr std::size_t kLongest = 400;  // bytes; no label is longer
constexpr std::size_t kWord = 64;      // characters a machine word has bits for

/// A label as code points, without memory of its own to ask for.
class Characters {
 public:
  explicit Characters(std::string_view text) {
    for (std::size_t i = 0; i < text.size() && size_ < chars_.size();) {
      const auto lead = static_cast<unsigned char>(text[i]);
      const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      std::uint32_t c = 0;
      for (std::size_t k = 0; k < length && i + k < text.size(); ++k) {
        c = (c << 8U) | static_cast<unsigned char>(text[i + k]);
      }
      chars_[size_++] = c;  // the bytes themselves: equal where the characters are
      i += length;
    }
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const std::uint32_t* begin() const { return chars_.data(); }
  [[nodiscard]] const std::uint32_t* end() const { return chars_.data() + size_; }

 private:
  std::array<std::uint32_t, kLongest> chars_;
  std::size_t size_ = 0;
};

/// For each character of a label of at most 64 the positions it stands at, as bits.
class Positions {
 public:
  explicit Positions(const Characters& text) {
    std::uint64_t bit = 1;
    for (const auto c : text) {
      auto slot = first(c);
      while (bits_[slot] != 0 && chars_[slot] != c) {
        slot = (slot + 1) % kSlots;
      }
      chars_[slot] = c;
      bits_[slot] |= bit;
      bit <<= 1U;
    }
  }

  [[nodiscard]] std::uint64_t of(std::uint32_t c) const {
    for (auto slot = first(c); bits_[slot] != 0; slot = (slot + 1) % kSlots) {
      if (chars_[slot] == c) {
        return bits_[slot];
      }
    }
    return 0;
  }

 private:
  static constexpr std::size_t kSlots = 128;  // twice the characters: there is always a free one
  static std::size_t first(std::uint32_t c) { return (c ^ c >> 7U) % kSlots; }

  std::array<std::uint32_t, kSlots> chars_;
  std::array<std::uint64_t, kSlots> bits_{};
};

/// Length of the longest common subsequence, a machine word at a time (Hyyrö 2004).
std::size_t common_in_words(const Characters& shorter, const Characters& longer) {
  const Positions positions(shorter);
  std::uint64_t row = ~std::uint64_t{0};
  for (const auto c : longer) {
    const std::uint64_t match = row & positions.of(c);
    row = (row + match) | (row - match);
  }
  const auto used = shorter.size() == kWord ? ~std::uint64_t{0} : (std::uint64_t{1} << shorter.size()) - 1;
  return static_cast<std::size_t>(__builtin_popcountll(~row & used));
}

std::size_t common_in_rows(const Characters& a, const Characters& b) {
  std::array<std::uint16_t, kLongest + 1> row{};
  for (const auto x : a) {
    std::uint16_t diagonal = 0;
    std::size_t j = 0;
    for (const auto y : b) {
      const auto above = row[j + 1];
      row[j + 1] = x == y ? static_cast<std::uint16_t>(diagonal + 1) : std::max(above, row[j]);
      diagonal = above;
      ++j;
    }
  }
  return row[b.size()];
}

}  // namespace

/// Dropped and added characters cost one each, wherever they are.
double similarity(std::string_view a, std::string_view b) {
  if (a == b) {
    return 1;
  }
  if (a.empty() || b.empty() || a.size() > kLongest || b.size() > kLongest) {
    return 0;
  }
  const Characters x(a);
  const Characters y(b);
  const auto& shorter = x.size() < y.size() ? x : y;
  const auto& longer = x.size() < y.size() ? y : x;
  const auto common = shorter.size() <= kWord ? common_in_words(shorter, longer) : common_in_rows(shorter, longer);
  return 2.0 * static_cast<double>(common) / static_cast<double>(x.size() + y.size());
}

}  // namespace nianbao::forms
