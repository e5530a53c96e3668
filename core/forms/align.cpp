#include "forms/align.hpp"

#include <algorithm>

#include "forms/headed_blocks.hpp"
#include "forms/label_shape.hpp"
#include "forms/label_variants.hpp"
#include "forms/named_targets.hpp"

namespace nianbao::forms {

namespace {

// How surely an item is a row. Sums decide between ways to align, so the steps matter, not the scale.
constexpr int kExact = 1000;
constexpr int kPerPart = 10;  // the more pieces a label is made of, the less it counts
constexpr int kAlike = 600;   // times the likeness
constexpr double kLeastAlike = 0.5;
constexpr int kCut = 600;  // the beginning or the end of a label, up to kWhole more by how much of it is there
constexpr int kWhole = 100;
constexpr int kUnlabelled = 60;  // no label at all: only the order and the header speak
constexpr int kOtherHeader = 20;  // nor is the header that of the row
constexpr int kOnlyRow = 500;    // figures where the form has one row without a label
constexpr int kHasNumber = 5;    // of two equal rows the one with figures

class Aligner {
 public:
  Aligner(const Rows& rows, const Items& items, const Template& format, std::size_t form_index, const LabelIndex& index)
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

  /// Where every item has a label of the form, what the others are need not be weighed.
  std::uint32_t count_foreign() {
    for (std::uint32_t i = 0; i < items_.items.size(); ++i) {
      if (may_be_foreign(i)) {
        return static_cast<std::uint32_t>(run().foreign.size());
      }
    }
    return 0;
  }

  Alignment run() {
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
    return trace(best_sums());
  }

 private:
  [[nodiscard]] const std::vector<std::string_view>& keys_of(const Target& target) const {
    const auto& block = form_.blocks[target.block];
    return target.group ? block.groups[target.row].keys : block.rows[target.row].keys;
  }

  [[nodiscard]] int& score(std::size_t item, std::size_t target) { return scores_[item * targets_.size() + target]; }

  void score_exact(std::uint32_t i) {
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

  bool score_exact(std::uint32_t i, std::size_t from) {
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

  void score_alike(std::uint32_t i, bool by_likeness) {
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
  [[nodiscard]] int likeness(const LabelVariant& variant, const LabelShape& shape, std::size_t t) const {
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
  [[nodiscard]] int cut_worth(std::string_view key, const LabelShape& shape, std::size_t t) const {
    constexpr std::size_t kLeast = 12;  // four Chinese characters
    int best = 0;
    const auto& keys = keys_of(targets_[t]);
    for (std::size_t k = 0; k < keys.size() && key.size() >= kLeast; ++k) {
      const auto whole = keys[k];
      const bool inside = key.size() < whole.size() && shape.may_be_in(shapes_[t][k]) &&
                          (whole.starts_with(key) || whole.ends_with(key));
      if (inside) {
        best = std::max(best, kCut + kWhole * static_cast<int>(key.size()) / static_cast<int>(whole.size()));
      }
    }
    return best;
  }

  /// A whole label may be what is left of a longer one: 政府网站在线访谈次数 of
  /// 其中：主要负责同志参加政府网站在线访谈次数.
  void score_cut(std::uint32_t i) {
    const auto key = variants_[i].front().text.key;
    const LabelShape shape(key);
    for (std::size_t t = 0; t < targets_.size(); ++t) {
      if (score(i, t) == 0) {
        score(i, t) = cut_worth(key, shape, t);
      }
    }
  }

  /// A group is only known by its label.
  [[nodiscard]] bool has_figures(const Target& target) const {
    return !target.group && form_.blocks[target.block].rows[target.row].figures;
  }

  /// sums[i][t]: the best that the items from i on and the targets from t on can reach.
  std::vector<int> best_sums() {
    const auto width = targets_.size() + 1;
    std::vector<int> sums((items_.items.size() + 1) * width, 0);
    for (auto i = items_.items.size(); i-- > 0;) {
      for (auto t = targets_.size(); t-- > 0;) {
        const int skip = std::max(sums[(i + 1) * width + t], sums[i * width + t + 1]);
        const int own = score(i, t);
        sums[i * width + t] = own > 0 ? std::max(skip, own + sums[(i + 1) * width + t + 1]) : skip;
      }
    }
    return sums;
  }

  Alignment trace(const std::vector<int>& sums) {
    Alignment result;
    std::size_t t = 0;
    for (std::uint32_t i = 0; i < items_.items.size(); ++i) {
      const auto next = place_in_best(sums, i, t);
      const bool matched = next < targets_.size();
      if (matched) {
        result.matches.push_back({i, targets_[next], true});
        places_.push_back(next);
        t = next + 1;
      } else if (continues(i, result)) {
        result.matches.push_back({i, result.matches.back().target, true});
        places_.push_back(places_.back());
      } else {
        leave(i, result);
      }
    }
    doubt_unlabelled(result);
    take_moved(result);
    return result;
  }

  /// Rows in another order than that of the form: those whose label only one row has, and those that follow one of
  /// the rows that have their label.
  void take_moved(Alignment& result) {
    std::vector<bool> taken(targets_.size(), false);
    std::vector<std::size_t> place_of(items_.items.size(), targets_.size());
    for (std::size_t i = 0; i < places_.size(); ++i) {
      taken[places_[i]] = true;
      place_of[result.matches[i].item] = places_[i];
    }
    auto& doubled = result.doubled;
    const auto moved = [&](const Match& match) {
      const auto place = named_place(match.item, match.item > 0 ? place_of[match.item - 1] : targets_.size());
      if (place == targets_.size() || taken[place]) {
        return false;
      }
      taken[place] = true;
      place_of[match.item] = place;
      result.matches.push_back({match.item, targets_[place], true});
      return true;
    };
    doubled.erase(std::remove_if(doubled.begin(), doubled.end(), moved), doubled.end());
    std::stable_sort(result.matches.begin(), result.matches.end(),
                     [](const Match& a, const Match& b) { return a.item < b.item; });
  }

  /// The only row that has the item's label, or the first behind the row `before`; past the end if there is none.
  [[nodiscard]] std::size_t named_place(std::uint32_t i, std::size_t before) {
    auto first = targets_.size();
    auto behind = targets_.size();
    std::size_t count = 0;
    for (auto t = targets_.size(); t-- > 0;) {
      if (is_exact(i, t)) {
        ++count;
        first = t;
        behind = t > before ? t : behind;
      }
    }
    return count == 1 ? first : behind;
  }

  [[nodiscard]] bool is_exact(std::size_t i, std::size_t t) {
    constexpr int kMostAlike = kCut + kWhole;
    return score(i, t) > kMostAlike;
  }

  /// The place of the item, from `t` on, in a best way to align what is left; past the end if none. A label that
  /// several rows have is that of the nearest: 被依法纠错数 below 行政复议数量. Rows without labels begin with the first.
  [[nodiscard]] std::size_t place_in_best(const std::vector<int>& sums, std::uint32_t i, std::size_t t) {
    const auto width = targets_.size() + 1;
    auto found = targets_.size();
    for (auto next = t; next < targets_.size() && sums[i * width + next] == sums[i * width + t]; ++next) {
      if (score(i, next) > 0 && sums[i * width + t] == score(i, next) + sums[(i + 1) * width + next + 1]) {
        found = next;
        if (is_exact(i, next) || score(i, next) <= kUnlabelled) {
          break;
        }
      }
    }
    return found;
  }

  /// The only row of a form, given in parts: each under a header of its own.
  [[nodiscard]] bool continues(std::uint32_t i, const Alignment& result) const {
    if (result.matches.empty() || !keys_of(result.matches.back().target).front().empty()) {
      return false;
    }
    const auto& item = items_.items[i];
    return item.has_number && !own_words(rows_, item) &&
           item.header_rows != items_.items[result.matches.back().item].header_rows;
  }

  /// A run of rows without labels is sure if it fills the gap between its neighbours.
  void doubt_unlabelled(Alignment& result) {
    auto& matches = result.matches;
    for (std::size_t from = 0; from < matches.size();) {
      auto to = from;
      while (to < matches.size() && score(matches[to].item, places_[to]) <= kUnlabelled) {
        ++to;
      }
      const auto begin = from == 0 ? 0 : places_[from - 1] + 1;
      const auto end = std::max(begin, to == matches.size() ? targets_.size() : places_[to]);
      const auto room = std::count_if(targets_.begin() + static_cast<std::ptrdiff_t>(begin),
                                      targets_.begin() + static_cast<std::ptrdiff_t>(end),
                                      [&](const Target& target) { return has_figures(target); });
      for (auto i = from; i < to; ++i) {
        matches[i].sure = static_cast<std::size_t>(room) == to - from;
      }
      from = to + 1;
    }
  }

  void leave(std::uint32_t i, Alignment& result) {
    const auto row = scores_.begin() + static_cast<std::ptrdiff_t>(i * targets_.size());
    const auto best = std::max_element(row, row + static_cast<std::ptrdiff_t>(targets_.size()));
    if (exact_[i]) {
      result.doubled.push_back({i, targets_[static_cast<std::size_t>(best - row)], true});
    } else if (may_be_foreign(i)) {
      result.foreign.push_back(i);
    }
  }

  [[nodiscard]] bool may_be_foreign(std::uint32_t i) const {
    return !exact_[i] && items_.items[i].has_number && own_words(rows_, items_.items[i]);
  }

  const Rows& rows_;
  const Items& items_;
  const TemplateForm& form_;
  std::size_t form_index_;
  const LabelIndex& index_;
  std::vector<Target> targets_;
  NamedTargets named_;
  std::vector<std::vector<LabelShape>> shapes_;  ///< parallel to the targets: of their keys
  std::vector<int> scores_;
  std::vector<std::size_t> places_;  ///< parallel to the matches: indices into targets_
  std::vector<bool> exact_;
  std::vector<std::vector<LabelVariant>> variants_;
};

}  // namespace

Alignment align(const Rows& rows, const Items& items, const Template& format, std::size_t form_index,
                const LabelIndex& index) {
  return Aligner(rows, items, format, form_index, index).run();
}

std::uint32_t count_foreign(const Rows& rows, const Items& items, const Template& format, std::size_t form_index,
                            const LabelIndex& index) {
  return Aligner(rows, items, format, form_index, index).count_foreign();
}

}  // namespace nianbao::forms
