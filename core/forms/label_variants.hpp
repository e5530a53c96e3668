// The ways to put an item's label together of the words around its figures.
#pragma once

#include <vector>

#include "forms/items.hpp"
#include "forms/key_memo.hpp"

namespace nianbao::forms {

struct LabelVariant {
  TextKey text;             ///< its memory is that of the rows
  std::uint32_t parts = 0;  ///< neighbouring pieces it takes in
};

/// The words in front of its figures: the last phrase of them; none where there are no words.
[[nodiscard]] std::vector<LabelVariant> own_variants(const Rows& rows, const Item& item);
/// The label with the piece in front of it, where that is no label itself: a line break may leave a whole label of
/// another row behind (其中：主要负责同志参加 / 政府网站在线访谈次数).
[[nodiscard]] std::vector<LabelVariant> with_piece_before(const Rows& rows, const Items& items, std::uint32_t item,
                                                          const LabelIndex& index);
/// Other words in front, then the pieces of labels before, then those behind: a label may be cut by a
/// line or page break, with its figures at the first, the last or a middle line.
void add_other_variants(const Rows& rows, const Items& items, std::uint32_t item, const LabelIndex& index,
                        std::vector<LabelVariant>& variants);

/// True if words stand in front of the figures.
[[nodiscard]] bool own_words(const Rows& rows, const Item& item);

}  // namespace nianbao::forms
