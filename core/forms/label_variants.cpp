#include "forms/label_variants.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao::forms {
namespace {

constexpr std::uint32_t kMostBefore = 5;
constexpr std::uint32_t kMostBehind = 2;

bool is_word(const Token& token) { return token.kind == TokenKind::label && !token.spanned; }

/// Adds the words from here to the end of a part.
void append_words(const Rows& rows, const LabelPart& part, std::uint32_t from, std::string& text) {
  for (auto at = from; at < part.to; ++at) {
    if (is_word(rows.tokens[at])) {
      text.append(rows.tokens[at].text);
    }
  }
}

/// The words from here to the end of a part as one text.
std::string words(const Rows& rows, const LabelPart& part, std::uint32_t from) {
  std::string text;
  append_words(rows, part, from, text);
  return text;
}

/// Where the last phrase begins: the last cell, or the last words with single blanks between them.
std::uint32_t last_phrase(const Rows& rows, const LabelPart& part) {
  auto from = part.to;
  while (from > part.from && !is_word(rows.tokens[from - 1])) {
    --from;
  }
  if (from == part.from) {
    return part.to;
  }
  --from;
  while (from > part.from && rows.tokens[from].joined && is_word(rows.tokens[from - 1])) {
    --from;
  }
  return from;
}

void add(const TextKey& text, std::uint32_t parts, std::vector<LabelVariant>& variants) {
  const bool known = std::any_of(variants.begin(), variants.end(), [&](const LabelVariant& v) {
    return v.text.hash == text.hash && v.text.key == text.key;
  });
  if (!text.key.empty() && !known) {
    variants.push_back({text, parts});
  }
}

/// The pieces of labels around an item.
class Neighbours {
 public:
  Neighbours(const Rows& rows, const Items& items, std::uint32_t item, const LabelIndex& index)
      : rows_(rows), items_(items), item_(items.items[item]), index_(index) {
    const auto next = item + 1 < items.items.size() ? items.items[item + 1].part : items.parts.size();
    const auto previous = item > 0 ? items.items[item - 1].part : 0;
    collect_before(static_cast<std::uint32_t>(previous));
    collect_behind(static_cast<std::uint32_t>(next));
  }

  void add_before(std::vector<LabelVariant>& variants) const {
    if (!before_.empty() && !is_label(before_.front())) {
      add(rows_.keys->of(joined(1, 0)), 1, variants);
    }
  }

  void add_joined(std::vector<LabelVariant>& variants) const {
    constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 11> kTaken{
        {{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {1, 1}, {2, 1}, {1, 2}, {2, 2}, {0, 1}, {0, 2}}};
    for (const auto& [before, behind] : kTaken) {
      if (before <= before_.size() && behind <= behind_.size()) {
        add(rows_.keys->of(joined(before, behind)), before + behind, variants);
      }
    }
  }

 private:
  /// The nearest first. Pieces behind the item before may belong to either; in front of a whole label
  /// nothing more belongs to it.
  void collect_before(std::uint32_t from) {
    for (auto i = item_.part; i > from && before_.size() < kMostBefore; --i) {
      if (add_part(items_.parts[i - 1], before_) && is_label(before_.back())) {
        return;
      }
    }
  }

  /// A whole label is that of the next figures.
  void collect_behind(std::uint32_t to) {
    for (auto i = item_.part; i < to && behind_.size() < kMostBehind; ++i) {
      if (add_part(items_.parts[i], behind_) && is_label(behind_.back())) {
        behind_.pop_back();
        return;
      }
    }
    // A following line whose figures are all blank may be the rest of the label.
    if (to < items_.parts.size() && items_.parts[to].blank_row && behind_.size() < kMostBehind &&
        add_part(items_.parts[to], behind_) && is_label(behind_.back())) {
      behind_.pop_back();
    }
  }

  bool add_part(const LabelPart& part, std::vector<std::string>& to) {
    if (part.row == item_.row) {
      return false;
    }
    to.push_back(words(rows_, part, last_phrase(rows_, part)));
    return true;
  }

  [[nodiscard]] bool is_label(const std::string& text) const { return !index_.find(rows_.keys->of(text)).empty(); }

  [[nodiscard]] std::string joined(std::uint32_t before, std::uint32_t behind) const {
    std::string text;
    for (auto i = before; i-- > 0;) {
      text += before_[i];
    }
    append_words(rows_, item_.label, last_phrase(rows_, item_.label), text);
    for (std::uint32_t i = 0; i < behind; ++i) {
      text += behind_[i];
    }
    return text;
  }

  const Rows& rows_;
  const Items& items_;
  const Item& item_;
  const LabelIndex& index_;
  std::vector<std::string> before_;
  std::vector<std::string> behind_;
};

}  // namespace

std::vector<LabelVariant> own_variants(const Rows& rows, const Item& item) {
  std::vector<LabelVariant> variants;
  const auto phrase = last_phrase(rows, item.label);
  if (phrase != item.label.to) {
    const Token& word = rows.tokens[phrase];
    const bool one_word = phrase + 1 == item.label.to && !word.key.empty();
    add(one_word ? TextKey{word.key, word.hash} : rows.keys->of(words(rows, item.label, phrase)), 0, variants);
  }
  return variants;
}

std::vector<LabelVariant> with_piece_before(const Rows& rows, const Items& items, std::uint32_t item,
                                            const LabelIndex& index) {
  std::vector<LabelVariant> variants;
  const auto previous = item > 0 ? items.items[item - 1].part : 0;
  if (items.items[item].part > previous) {
    Neighbours(rows, items, item, index).add_before(variants);
  }
  return variants;
}

void add_other_variants(const Rows& rows, const Items& items, std::uint32_t item, const LabelIndex& index,
                        std::vector<LabelVariant>& variants) {
  constexpr std::uint32_t kMostWords = 6;
  const auto& label = items.items[item].label;
  std::uint32_t taken = 0;
  for (auto from = label.to; from-- > label.from && taken < kMostWords;) {
    if (is_word(rows.tokens[from])) {
      add(rows.keys->of(words(rows, label, from)), 0, variants);
      ++taken;
    }
  }
  Neighbours(rows, items, item, index).add_joined(variants);
}

bool own_words(const Rows& rows, const Item& item) {
  return std::any_of(rows.tokens + item.label.from, rows.tokens + item.label.to, is_word);
}

}  // namespace nianbao::forms
