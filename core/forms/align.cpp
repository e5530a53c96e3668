#include "forms/align.hpp"

#include <algorithm>

#include "forms/label_variants.hpp"
#include "forms/row_scores.hpp"

namespace nianbao::forms {

namespace {

class Aligner {
 public:
  Aligner(const Rows& rows, const Items& items, const Template& format, std::size_t form_index, const LabelIndex& index)
      : rows_(rows), items_(items), scores_(rows, items, format, form_index, index), targets_(scores_.targets()) {}

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
    scores_.weigh();
    return trace(best_sums());
  }

 private:
  /// sums[i][t]: the best that the items from i on and the targets from t on can reach.
  std::vector<int> best_sums() {
    const auto width = targets_.size() + 1;
    std::vector<int> sums((items_.items.size() + 1) * width, 0);
    for (auto i = items_.items.size(); i-- > 0;) {
      for (auto t = targets_.size(); t-- > 0;) {
        const int skip = std::max(sums[(i + 1) * width + t], sums[i * width + t + 1]);
        const int own = scores_.of(i, t);
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
      if (scores_.is_exact(i, t)) {
        ++count;
        first = t;
        behind = t > before ? t : behind;
      }
    }
    return count == 1 ? first : behind;
  }

  /// The place of the item, from `t` on, in a best way to align what is left; past the end if none. A label that
  /// several rows have is that of the nearest: 被依法纠错数 below 行政复议数量. Rows without labels begin with the
  /// first.
  [[nodiscard]] std::size_t place_in_best(const std::vector<int>& sums, std::uint32_t i, std::size_t t) {
    const auto width = targets_.size() + 1;
    auto found = targets_.size();
    for (auto next = t; next < targets_.size() && sums[i * width + next] == sums[i * width + t]; ++next) {
      if (scores_.of(i, next) > 0 && sums[i * width + t] == scores_.of(i, next) + sums[(i + 1) * width + next + 1]) {
        found = next;
        if (scores_.is_exact(i, next) || scores_.is_unlabelled(i, next)) {
          break;
        }
      }
    }
    return found;
  }

  /// The only row of a form, given in parts: each under a header of its own.
  [[nodiscard]] bool continues(std::uint32_t i, const Alignment& result) const {
    if (result.matches.empty() || !scores_.has_no_label(result.matches.back().target)) {
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
      while (to < matches.size() && scores_.is_unlabelled(matches[to].item, places_[to])) {
        ++to;
      }
      const auto begin = from == 0 ? 0 : places_[from - 1] + 1;
      const auto end = std::max(begin, to == matches.size() ? targets_.size() : places_[to]);
      const auto room = std::count_if(targets_.begin() + static_cast<std::ptrdiff_t>(begin),
                                      targets_.begin() + static_cast<std::ptrdiff_t>(end),
                                      [&](const Target& target) { return scores_.has_figures(target); });
      for (auto i = from; i < to; ++i) {
        matches[i].sure = static_cast<std::size_t>(room) == to - from;
      }
      from = to + 1;
    }
  }

  void leave(std::uint32_t i, Alignment& result) {
    if (scores_.names_row(i)) {
      result.doubled.push_back({i, targets_[scores_.best(i)], true});
    } else if (may_be_foreign(i)) {
      result.foreign.push_back(i);
    }
  }

  [[nodiscard]] bool may_be_foreign(std::uint32_t i) const {
    return !scores_.names_row(i) && items_.items[i].has_number && own_words(rows_, items_.items[i]);
  }

  const Rows& rows_;
  const Items& items_;
  RowScores scores_;
  const std::vector<Target>& targets_;
  std::vector<std::size_t> places_;  ///< parallel to the matches: indices into targets_
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
