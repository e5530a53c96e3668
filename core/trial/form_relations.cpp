#include "trial/form_relations.hpp"

#include <algorithm>
#include <iterator>

#include "check/run.hpp"

namespace nianbao {
namespace {

/// The cells of a form, all of them filled in: what conditions ask of it is true.
class FilledCells : public ValueSource {
 public:
  explicit FilledCells(const FormCells& cells) : cells_(cells) {}

  [[nodiscard]] bool contains(const ConceptKey& key) const override { return cells_.contains(key); }
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override {
    cells_.ids_below(prefix, deep, dims, ids);
  }
  [[nodiscard]] Figure figure(const ConceptKey& key) const override {
    Figure figure;
    figure.state = contains(key) ? FigureState::known : FigureState::absent;
    return figure;
  }

 private:
  const FormCells& cells_;
};

}  // namespace

std::vector<Relation> relations_of(const RuleSet& rules, const Template& format,
                                   const std::vector<const Template*>& templates, int year, const FormCells& cells) {
  const FilledCells filled(cells);
  std::vector<Relation> relations;
  for (auto rule : rules.checks()) {
    if (rule.assertion == nullptr || !check::is_for_format(rule, templates, format.id) ||
        (year != 0 && !rule.years.contains(year))) {
      continue;
    }
    if (rule.when != nullptr && rule.when->evaluate(filled, {}).truth.value_or(false)) {
      rule.when = nullptr;
    }
    for (const auto& frame : cells.frames()) {
      auto more = relations_for(rule, cells, frame);
      std::move(more.begin(), more.end(), std::back_inserter(relations));
    }
  }
  return relations;
}

}  // namespace nianbao
