#include "forms/row_scores.hpp"

#include <algorithm>

#include "forms/headed_blocks.hpp"

namespace nianbao::forms {
namespace {

constexpr int kExact = 1000;
constexpr int kPerPart = 10;  // the more pieces a label is made of, the less it counts
constexpr int kAlike = 600;   // times the likeness
constexpr double kLeastAlike = 0.5;
constexpr int kCut = 600;  // the beginning or the end of a label, up to kWhole more by how much of it is there
constexpr int kWhole = 100;
constexpr int kUnlabelled = 60;   // no label at all: only the order and the header speak
constexpr int kOtherHeader = 20;  // nor is the header that of the row
constexpr int kOnlyRow = 500;     // figures where the form has one row without a label
constexpr int kHasNumber = 5;     // of two equal rows the one with figures

}  // namespace

RowScores::RowScores(const Rows& rows, const Items& items, const Template& format, std::size_t form_index,
                     const LabelIndex& index)
    : rows_(rows),
      items_(items),
      form_(format.forms[form_index]),
      form_index_(form_index),
      index_(index),
      targets_(targets_of(form_)),
      named_(form_, targets_),
      scores_(items.items.size() * targets_.size(), 0) {
  for (std::uint32_t i = 0; i < items_.items.size(); ++i) {
    score_exact(i);
  }
}

void RowScores::weigh() {
  for (const auto& target : targets_) {
    auto& shapes = shapes_.emplace_back();
    for (const auto key : keys_of(target)) {
      shapes.emplace_back(key);
    }
  }
  // Likeness is weighed for every pair of item and row; no form is so long that it would take time.
  constexpr std::size_t kMostItems = 500;
  const bool alike = items_.items.size() <= kMostItems;
  for (std::uint32_t i = 0; i < items_.items.size(); ++i) {
    if (exact_[i]) {
      score_cut(i);
    } else {
      score_alike(i, alike);
    }
  }
}

std::size_t RowScores::best(std::size_t item) const {
  const auto row = scores_.begin() + static_cast<std::ptrdiff_t>(item * targets_.size());
  return static_cast<std::size_t>(std::max_element(row, row + static_cast<std::ptrdiff_t>(targets_.size())) - row);
}

bool RowScores::is_exact(std::size_t item, std::size_t target) const {
  constexpr int kMostAlike = kCut + kWhole;
  return of(item, target) > kMostAlike;
}

bool RowScores::is_unlabelled(std::size_t item, std::size_t target) const { return of(item, target) <= kUnlabelled; }

bool RowScores::has_figures(const Target& target) const {
  return !target.group && form_.blocks[target.block].rows[target.row].figures;
}

const std::vector<std::string_view>& RowScores::keys_of(const Target& target) const {
  const auto& block = form_.blocks[target.block];
  return target.group ? block.groups[target.row].keys : block.rows[target.row].keys;
}

void RowScores::score_exact(std::uint32_t i) {
  exact_.push_back(false);
  variants_.push_back(with_piece_before(rows_, items_, i, index_));
  if (score_exact(i, 0)) {
    return;
  }
  variants_.back() = own_variants(rows_, items_.items[i]);
  if (!score_exact(i, 0)) {
    const auto own = variants_.back().size();
    add_other_variants(rows_, items_, i, index_, variants_.back());
    score_exact(i, own);
  }
}

bool RowScores::score_exact(std::uint32_t i, std::size_t from) {
  for (; from < variants_[i].size(); ++from) {
    const auto& variant = variants_[i][from];
    const int worth =
        kExact - static_cast<int>(variant.parts) * kPerPart + (items_.items[i].has_number ? kHasNumber : 0);
    for (const auto& label : index_.find(variant.text)) {
      if (label.form == form_index_) {
        named_.visit(label, [&](std::size_t t) {
          exact_[i] = true;
          score(i, t) = worth;
        });
      }
    }
    if (exact_[i]) {
      return true;
    }
  }
  return false;
}

void RowScores::score_alike(std::uint32_t i, bool by_likeness) {
  const auto& item = items_.items[i];
  const bool words = own_words(rows_, item);
  const auto headed = headed_blocks(rows_, item.header_rows, form_, form_index_, index_);
  std::vector<LabelShape> shapes;
  for (const auto& variant : variants_[i]) {
    shapes.emplace_back(variant.text.key);
  }
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    int& best = score(i, t);
    const auto& keys = keys_of(targets_[t]);
    if (keys.front().empty()) {
      best = kOnlyRow + (words ? -kPerPart : 0) + (item.has_number ? kHasNumber : 0);
      continue;
    }
    if (!words && item.has_number && has_figures(targets_[t])) {
      best = headed[targets_[t].block] ? kUnlabelled : kOtherHeader;
    }
    for (std::size_t v = 0; v < variants_[i].size() && by_likeness; ++v) {
      const int worth = likeness(variants_[i][v], shapes[v], t) - static_cast<int>(variants_[i][v].parts) * kPerPart;
      best = std::max(best, worth);
    }
  }
}

/// The best likeness of a variant to the labels of a row, as a score; 0 below the least that counts.
int RowScores::likeness(const LabelVariant& variant, const LabelShape& shape, std::size_t t) const {
  const auto& keys = keys_of(targets_[t]);
  double best = 0;
  for (std::size_t k = 0; k < keys.size(); ++k) {
    if (shape.bound(shapes_[t][k]) >= std::max(kLeastAlike, best)) {
      best = std::max(best, similarity(variant.text.key, keys[k]));
    }
  }
  return std::max(cut_worth(variant.text.key, shape, t), best >= kLeastAlike ? static_cast<int>(kAlike * best) : 0);
}

/// What the beginning or the end of a label is worth; 0 for anything else.
int RowScores::cut_worth(std::string_view key, const LabelShape& shape, std::size_t t) const {
  constexpr std::size_t kLeast = 12;  // four Chinese characters
  int best = 0;
  const auto& keys = keys_of(targets_[t]);
  for (std::size_t k = 0; k < keys.size() && key.size() >= kLeast; ++k) {
    const auto whole = keys[k];
    const bool inside =
        key.size() < whole.size() && shape.may_be_in(shapes_[t][k]) && (whole.starts_with(key) || whole.ends_with(key));
    if (inside) {
      best = std::max(best, kCut + kWhole * static_cast<int>(key.size()) / static_cast<int>(whole.size()));
    }
  }
  return best;
}

/// A whole label may be what is left of a longer one: 政府网站在线访谈次数 of
/// 其中：主要负责同志参加政府网站在线访谈次数.
void RowScores::score_cut(std::uint32_t i) {
  const auto key = variants_[i].front().text.key;
  const LabelShape shape(key);
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    if (score(i, t) == 0) {
      score(i, t) = cut_worth(key, shape, t);
    }
  }
}

}  // namespace nianbao::forms
