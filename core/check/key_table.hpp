// A hash table of numbers by the concept keys they stand for.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include <nianbao/sdk/concept.hpp>

namespace nianbao::check {

/// Looks numbers up by key; who uses it keeps the keys. One block of memory, for each report makes several.
class KeyTable {
 public:
  static constexpr std::uint32_t npos = 0xFFFFFFFFU;

  /// Room for this many keys.
  explicit KeyTable(std::size_t keys) : slots_(std::bit_ceil(keys * 2 + 1), Slot{0, npos}) {}

  /// The number under the key, or npos. `key_of(number)` is the key a number stands for; `hash` its ConceptKeyHash.
  template <typename KeyOf>
  [[nodiscard]] std::uint32_t find(const ConceptKey& key, std::size_t hash, KeyOf key_of) const noexcept {
    return slots_[slot(key, hash, key_of)].number;
  }

  /// The number under the key; where there is none, `number` is put there.
  template <typename KeyOf>
  std::uint32_t insert(const ConceptKey& key, std::size_t hash, std::uint32_t number, KeyOf key_of) {
    auto& found = slots_[slot(key, hash, key_of)];
    if (found.number == npos) {
      found = {static_cast<std::uint32_t>(hash), number};
    }
    return found.number;
  }

 private:
  struct Slot {
    std::uint32_t hash;
    std::uint32_t number;
  };

  /// The slot of the key, or the empty one where it belongs. Half of the slots are empty, so there is one.
  template <typename KeyOf>
  [[nodiscard]] std::size_t slot(const ConceptKey& key, std::size_t hash, KeyOf key_of) const noexcept {
    const auto short_hash = static_cast<std::uint32_t>(hash);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = short_hash & mask;
    while (slots_[at].number != npos && (slots_[at].hash != short_hash || key_of(slots_[at].number) != key)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  std::vector<Slot> slots_;
};

}  // namespace nianbao::check
