// The ways to put an item's label together of the words around its figures.
#pragma once

#include <string>
#include <vector>

#include "forms/items.hpp"

namespace nianbao::forms {

struct LabelVariant {
  std::string key;
  std::uint32_t parts = 0;  ///< neighbouring pieces it takes in
};

/// The likeliest first: its own words, then with the pieces before, then with those behind it: a label
/// may be cut by a line or page break, with its figures at the first, the last or a middle line.
[[nodiscard]] std::vector<LabelVariant> label_variants(const Rows& rows, const Items& items, std::uint32_t item,
                                                       const LabelIndex& index);

/// True if words stand in front of the figures.
[[nodiscard]] bool own_words(const Rows& rows, const Item& item);

}  // namespace nianbao::forms
