#include "convert/last_year.hpp"

#include <algorithm>

namespace nianbao {
namespace {

/// The cells of a form as keys of expressions.
class Cells : public ValueSource {
 public:
  explicit Cells(const KeyList& keys) : keys_(keys) {}

  [[nodiscard]] bool contains(const ConceptKey& key) const override { return keys_.contains(key); }
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override {
    keys_.ids_below(prefix, deep, dims, ids);
  }

 private:
  const KeyList& keys_;
};

class LastYear : public Cells {
 public:
  LastYear(const KeyList& keys, const Figures& figures) : Cells(keys), figures_(figures) {}

  [[nodiscard]] Figure figure(const ConceptKey& key) const override {
    Figure figure;
    if (const auto found = figures_.find(key); found != figures_.end()) {
      figure.state = FigureState::known;
      figure.value = found->second;
    } else if (contains(key)) {
      figure.state = FigureState::blank;
    }
    return figure;
  }

 private:
  const Figures& figures_;
};

/// This year's report, of which no figure is known yet. A comparison is worked out where both sides are known:
/// so every cell is zero here, and only sides without a cell of this year mean anything.
class ThisYear : public Cells {
 public:
  ThisYear(const KeyList& keys, const LastYear& last) : Cells(keys), last_(last) {}

  [[nodiscard]] Figure figure(const ConceptKey& key) const override {
    Figure figure;
    figure.state = contains(key) ? FigureState::known : FigureState::absent;
    return figure;
  }
  [[nodiscard]] const ValueSource* previous() const override { return &last_; }

 private:
  const LastYear& last_;
};

/// What a comparison says of the one cell on its left.
struct Said {
  const Operand* cell = nullptr;
  bool by_last_year_alone = true;
  const Operand* same_last_year = nullptr;
};

Said read(const Evaluation& evaluation) {
  Said said;
  std::size_t left = 0;
  for (const auto& operand : evaluation.operands) {
    if (operand.side == Operand::Side::left) {
      ++left;
      said.cell = operand.from == Operand::From::report ? &operand : nullptr;
    }
  }
  said.cell = left == 1 ? said.cell : nullptr;
  for (const auto& operand : evaluation.operands) {
    if (said.cell != nullptr && operand.side == Operand::Side::right) {
      const bool previous = operand.from == Operand::From::previous;
      said.by_last_year_alone = said.by_last_year_alone && previous;
      said.same_last_year = previous && operand.key == said.cell->key ? &operand : said.same_last_year;
    }
  }
  return said;
}

}  // namespace

CarriedFigures carry_over(const std::vector<ConceptKey>& cells, const Figures& last, const RuleSet& rules) {
  const KeyList keys(cells);
  const LastYear previous(keys, last);
  const ThisYear blank(keys, previous);
  CarriedFigures result;
  for (const auto& rule : rules.checks()) {
    if (!rule.assertion->needs_previous()) {
      continue;
    }
    for (const auto& round : rounds_of(rule.each, rule.concepts, rules.concepts(), blank)) {
      const auto evaluation = rule.assertion->evaluate(blank, round);
      const auto said = read(evaluation);
      const auto cell = said.cell == nullptr ? cells.end() : std::find(cells.begin(), cells.end(), said.cell->key);
      if (cell == cells.end()) {
        continue;
      }
      if (said.by_last_year_alone && evaluation.right) {
        result.carried.emplace(*cell, *evaluation.right);
      } else if (said.same_last_year != nullptr) {
        result.bases.emplace(*cell, said.same_last_year->figure.value);
      }
    }
  }
  return result;
}

}  // namespace nianbao
