#include "relations/cuts.hpp"

#include <algorithm>

namespace nianbao::relations {
namespace {

// All cuts of a row of seven small figures are below this; a row of fifteen has millions.
constexpr std::uint64_t kAllCuts = 4096;
constexpr std::size_t kStoredCuts = 4096;
constexpr std::size_t kMaxNumber = 24;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_sign(char c) noexcept { return c == '+' || c == '-'; }

/// Enumerates the cuts of one run, left to right.
class Cutter {
 public:
  Cutter(std::string_view text, std::uint32_t cells, const std::vector<LocalRelation>& relations, std::size_t& steps)
      : text_(text),
        cells_(cells),
        relations_(relations),
        steps_(steps),
        ends_in_total_(ends_in_total(text, cells, relations)),
        ways_((text.size() + 1) * (cells + 1), kUnknown) {
    row_.reserve(cells);
  }

  Cuts run() {
    const std::uint64_t all = ways(0, cells_);
    if (all == 0) {
      return {};
    }
    if (all <= kAllCuts) {
      budget_ = relations_.size();
      descend(0, 0);
      return std::move(cuts_);
    }
    for (budget_ = 0; cuts_.values.empty() && budget_ <= relations_.size() && cuts_.complete; ++budget_) {
      descend(0, 0);
    }
    return std::move(cuts_);
  }

 private:
  static constexpr std::uint64_t kUnknown = ~std::uint64_t{0};

  std::size_t skip_blanks(std::size_t at) const noexcept {
    while (at < text_.size() && text_[at] == ' ') {
      ++at;
    }
    return at;
  }

  /// Calls f with the end of each number that can start at `at`, the shortest first.
  template <typename F>
  void each_number(std::size_t at, F f) const {
    std::size_t i = at;
    if (i < text_.size() && is_sign(text_[i])) {
      ++i;
    }
    const std::size_t first = i;
    bool fraction = false;
    for (; i < text_.size() && i - at < kMaxNumber; ++i) {
      if (text_[i] == '.' && !fraction && i > first) {
        fraction = true;
        continue;
      }
      const bool leading_zero = !fraction && i > first && text_[first] == '0';
      if (!is_digit(text_[i]) || leading_zero) {
        return;
      }
      if (i + 1 == text_.size() || text_[i + 1] != '.' || fraction) {
        f(i + 1);
      }
    }
  }

  /// Number of ways to cut the rest into so many cells; counted up to a bound.
  std::uint64_t ways(std::size_t from, std::uint32_t cells) {
    const std::size_t at = skip_blanks(from);
    if (cells == 0) {
      return at == text_.size() ? 1 : 0;
    }
    const std::size_t slot = at * (cells_ + 1) + cells;
    if (ways_[slot] == kUnknown) {
      std::uint64_t sum = 0;
      each_number(at, [&](std::size_t end) { sum = std::min(sum + ways(end, cells - 1), kAllCuts + 1); });
      ways_[slot] = sum;
    }
    return ways_[slot];
  }

  void descend(std::size_t from, std::size_t broken) {
    if (row_.size() == cells_) {
      store();
      return;
    }
    const std::size_t at = skip_blanks(from);
    const auto left = static_cast<std::uint32_t>(cells_ - row_.size() - 1);
    each_number(at, [&](std::size_t end) {
      if (!cuts_.complete || ways(end, left) == 0 || is_beyond_total(at, end, left)) {
        return;
      }
      if (steps_ == 0) {
        cuts_.complete = false;
        return;
      }
      --steps_;
      const std::size_t sign = text_[at] == '+' ? 1 : 0;
      row_.push_back(*Decimal::parse(text_.substr(at + sign, end - at - sign)));
      const std::size_t now = broken + broken_by_last();
      if (now <= budget_) {
        descend(end, now);
      }
      row_.pop_back();
    });
  }

  /// A row whose last cell is the sum of the others has no figure longer than what is left for that sum.
  bool is_beyond_total(std::size_t at, std::size_t end, std::uint32_t left) const {
    const auto rest = text_.size() - end;
    return budget_ == 0 && ends_in_total_ && left > 0 && text_[at] != '0' && end - at > rest + 1 - left;
  }

  /// True where one relation says that all cells but the last add up to it; no signs and points are among them.
  static bool ends_in_total(std::string_view text, std::uint32_t cells, const std::vector<LocalRelation>& relations) {
    return text.find_first_of("+-.") == std::string_view::npos &&
           std::any_of(relations.begin(), relations.end(), [&](const LocalRelation& r) {
             const auto& total = r.terms.back();
             return r.comparison == Comparison::equal && r.constant.is_zero() && r.terms.size() == cells &&
                    std::all_of(r.terms.begin(), r.terms.end() - 1,
                                [&](const LocalRelation::Term& t) { return t.coefficient == -total.coefficient; });
           });
  }

  /// Relations that the last cell of the row completes and that do not hold.
  std::size_t broken_by_last() const {
    const auto last = static_cast<std::uint32_t>(row_.size() - 1);
    return static_cast<std::size_t>(std::count_if(relations_.begin(), relations_.end(), [&](const LocalRelation& r) {
      return r.terms.back().cell == last && !holds(r);
    }));
  }

  bool holds(const LocalRelation& relation) const {
    std::optional<Decimal> sum = relation.constant;
    for (const auto& term : relation.terms) {
      const auto product = Decimal::multiply(row_[term.cell], Decimal(term.coefficient));
      sum = sum && product ? Decimal::add(*sum, *product) : std::nullopt;
    }
    if (!sum) {
      return false;
    }
    return relation.comparison == Comparison::equal ? sum->is_zero() : *sum <= Decimal(0);
  }

  void store() {
    if (cuts_.values.size() == kStoredCuts * cells_) {
      cuts_.complete = false;
      return;
    }
    cuts_.values.insert(cuts_.values.end(), row_.begin(), row_.end());
  }

  std::string_view text_;
  std::uint32_t cells_;
  const std::vector<LocalRelation>& relations_;
  std::size_t& steps_;
  bool ends_in_total_;
  std::vector<std::uint64_t> ways_;
  std::vector<Decimal> row_;
  std::size_t budget_ = 0;
  Cuts cuts_;
};

}  // namespace

Cuts cut_run(std::string_view text, std::uint32_t cells, const std::vector<LocalRelation>& relations,
             std::size_t& steps) {
  if (cells == 0) {
    return {};
  }
  return Cutter(text, cells, relations, steps).run();
}

}  // namespace nianbao::relations
