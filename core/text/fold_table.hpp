// What one code point folds to.
#pragma once

#include <atomic>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

/// What a code point folds to. Eight bytes, so that a page of 256 fills 2 KB.
struct FoldEntry {
  enum Kind : std::uint8_t {
    single,      ///< one character, `value`
    several,     ///< `value` is an index for FoldTable::expansion
    space,       ///< white space
    line_break,  ///< white space that ends a line
    nothing,     ///< invisible: dropped without counting as white space
  };
  std::uint32_t value = 0;
  Kind kind = single;
  bool numbering = false;  ///< see Folded::is_numbering
};

/// The table behind `fold`: pages of 256 code points, each filled from ICU's NFKC and the table of
/// our own when it is first needed, and kept until exit. Thread-safe.
class FoldTable {
 public:
  [[nodiscard]] static const FoldTable& instance();

  /// Code points below U+10000.
  [[nodiscard]] const FoldEntry& at(char32_t c) const {
    const auto* page = pages_[c >> 8U].load(std::memory_order_acquire);
    return (page != nullptr ? page : fill(c >> 8U))[c & 0xFFU];
  }
  /// True for the Chinese characters of GB 2312, the simplified ones in common use: they fold to
  /// themselves. Others, traditional ones among them, fold to the simplified character.
  [[nodiscard]] bool is_common(std::uint32_t c) const { return c < common_.size() && common_[c]; }
  /// What a code point of kind `several` folds to; at most 18 characters.
  [[nodiscard]] static std::u32string expansion(char32_t c);
  /// Code points from U+10000 on; rare, so they are not kept.
  [[nodiscard]] static FoldEntry compute(char32_t c);

 private:
  FoldTable();
  const FoldEntry* fill(std::uint32_t page) const;

  std::bitset<0xA000> common_;
  mutable std::atomic<const FoldEntry*> pages_[256] = {};
};

}  // namespace nianbao
