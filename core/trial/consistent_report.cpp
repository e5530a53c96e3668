#include "trial/consistent_report.hpp"

#include <algorithm>
#include <random>
#include <unordered_map>

namespace nianbao {
namespace {

constexpr std::int64_t kLargest = 40;
constexpr std::size_t kRepairs = 400;

/// Σ coefficient × value (comparison) 0, over indices of cells.
struct Row {
  std::unordered_map<std::size_t, std::int64_t> terms;  // summed up and looked up only
  std::vector<std::size_t> order;                       // of the terms
  Comparison comparison = Comparison::equal;
};

class Filler {
 public:
  Filler(const std::vector<ConceptKey>& keys, const std::vector<Relation>& relations, std::uint32_t seed)
      : values_(keys.size()), fixed_(keys.size(), false), random_(seed) {
    std::unordered_map<ConceptKey, std::size_t, ConceptKeyHash> index;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      index.emplace(keys[i], i);
    }
    for (const auto& relation : relations) {
      add(relation, index);
    }
  }

  std::optional<std::vector<std::int64_t>> fill() {
    for (auto& value : values_) {
      // Not std::uniform_int_distribution: its numbers differ between libraries.
      value = 1 + static_cast<std::int64_t>(random_() % kLargest);
    }
    choose_solved();
    for (std::size_t i = 0; i < kRepairs; ++i) {
      solve();
      if (!mend_one()) {
        return holds() ? std::optional(values_) : std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  void add(const Relation& relation, const std::unordered_map<ConceptKey, std::size_t, ConceptKeyHash>& index) {
    Row row;
    row.comparison = relation.comparison;
    for (const auto& term : relation.terms) {
      const auto it = index.find(term.key);
      if (it == index.end()) {
        return;
      }
      row.terms[it->second] += term.coefficient;
      row.order.push_back(it->second);
    }
    rows_.push_back(std::move(row));
  }

  /// The cell of an equality that follows from the others: the one that stands alone on its side, else its first.
  [[nodiscard]] std::optional<std::size_t> dependent(const Row& row) const {
    for (const std::int64_t sign : {1, -1}) {
      std::vector<std::size_t> side;
      std::copy_if(row.order.begin(), row.order.end(), std::back_inserter(side),
                   [&](std::size_t cell) { return row.terms.at(cell) == sign; });
      if (side.size() == 1 && !fixed_[side.front()]) {
        return side.front();
      }
    }
    const auto free = std::find_if(row.order.begin(), row.order.end(), [&](std::size_t cell) {
      const auto coefficient = row.terms.at(cell);
      return !fixed_[cell] && (coefficient == 1 || coefficient == -1);
    });
    return free == row.order.end() ? std::nullopt : std::optional(*free);
  }

  /// Gives each equality a cell of its own, so that the rest can be chosen at will.
  void choose_solved() {
    for (const auto& row : rows_) {
      if (row.comparison != Comparison::equal) {
        continue;
      }
      if (const auto cell = dependent(row)) {
        fixed_[*cell] = true;
        solved_.emplace_back(&row, *cell);
      }
    }
  }

  [[nodiscard]] std::int64_t sum(const Row& row) const {
    std::int64_t total = 0;
    for (const auto cell : row.order) {
      total += row.terms.at(cell) * values_[cell];
    }
    return total;
  }

  /// Totals of totals settle after a few passes: sums lean on sums only so deep.
  void solve() {
    for (std::size_t pass = 0; pass < solved_.size() + 1; ++pass) {
      bool changed = false;
      for (const auto& [row, cell] : solved_) {
        const auto rest = sum(*row) - row->terms.at(cell) * values_[cell];
        const auto value = -rest * row->terms.at(cell);
        changed = changed || value != values_[cell];
        values_[cell] = value;
      }
      if (!changed) {
        return;
      }
    }
  }

  /// Makes room in one order that does not hold, by raising a cell that may be chosen at will, or else lowering one.
  bool mend_one() {
    for (const auto& row : rows_) {
      const auto excess = sum(row);
      if (row.comparison == Comparison::equal || excess <= 0) {
        continue;
      }
      for (const auto cell : row.order) {
        if (!fixed_[cell] && row.terms.at(cell) < 0) {
          values_[cell] += excess;
          return true;
        }
      }
      for (const auto cell : row.order) {
        if (!fixed_[cell] && values_[cell] > 0) {
          values_[cell] = std::max<std::int64_t>(0, values_[cell] - excess);
          return true;
        }
      }
    }
    for (const auto& [row, cell] : solved_) {
      if (values_[cell] < 0) {
        return lower_against(*row, cell);
      }
    }
    return false;
  }

  /// A figure that came out negative: its opposites become less.
  bool lower_against(const Row& row, std::size_t negative) {
    for (const auto cell : row.order) {
      const bool opposite = row.terms.at(cell) * row.terms.at(negative) > 0;
      if (cell != negative && opposite && !fixed_[cell] && values_[cell] > 0) {
        values_[cell] = 0;
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool holds() const {
    return std::all_of(
               rows_.begin(), rows_.end(),
               [&](const Row& row) { return row.comparison == Comparison::equal ? sum(row) == 0 : sum(row) <= 0; }) &&
           std::none_of(values_.begin(), values_.end(), [](std::int64_t value) { return value < 0; });
  }

  std::vector<Row> rows_;
  std::vector<std::int64_t> values_;
  std::vector<bool> fixed_;
  std::vector<std::pair<const Row*, std::size_t>> solved_;
  std::mt19937 random_;
};

}  // namespace

std::optional<std::vector<std::int64_t>> consistent_values(const std::vector<ConceptKey>& keys,
                                                           const std::vector<Relation>& relations, std::uint32_t seed) {
  return Filler(keys, relations, seed).fill();
}

Report filled_report(const Template& format, const std::vector<ConceptKey>& keys,
                     const std::vector<std::int64_t>& values, const ConceptCatalog& concepts) {
  Report report;
  report.format = format.id;
  report.year = format.in_force.from != 0 ? format.in_force.from : format.in_force.to;
  struct Asked {
    std::uint32_t form = 0;
    std::string_view unit;  // as the form asks for it
  };
  std::unordered_map<ConceptKey, Asked, ConceptKeyHash> cells;
  for (const auto& layout : format.forms) {
    Form form;
    form.id = layout.id;
    form.format = format.id;
    form.caption = layout.caption;
    for (const auto& block : layout.blocks) {
      for (const auto& cell : block.cells) {
        cells.try_emplace(cell.key, Asked{static_cast<std::uint32_t>(report.forms.size()), cell.unit});
      }
    }
    report.forms.push_back(form);
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Fact fact;
    fact.key = keys[i];
    fact.value = Decimal(values[i]);
    fact.step = Decimal(1);
    const auto* info = concepts.find(keys[i].id);
    fact.unit = info == nullptr ? std::string_view{} : info->unit;
    fact.status = Status::reported;
    fact.source = Source::table;
    const auto& cell = cells.at(keys[i]);
    fact.form = cell.form;
    const auto shift = cell.unit.empty() ? std::nullopt : concepts.unit_shift(fact.unit, cell.unit);
    const auto printed = shift ? fact.value->shifted(*shift) : std::nullopt;
    fact.text = report.store(printed.value_or(*fact.value).to_string());
    report.facts.push_back(std::move(fact));
  }
  return report;
}

}  // namespace nianbao
