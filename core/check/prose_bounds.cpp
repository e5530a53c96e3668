// Prose that states some parts of a total: together they cannot be more than it.

#include <algorithm>
#include <set>

#include "check/plan.hpp"
#include "check/run.hpp"

namespace nianbao::check {
namespace {

/// The stated figures of one sum.
struct Stated {
  std::uint32_t total = Figure::npos;
  std::vector<std::uint32_t> parts;
  Decimal whole, sum;
  std::size_t lacking = 0;
};

class ProseBounds {
 public:
  explicit ProseBounds(Run& run) : run_(run) {}

  void run() {
    std::set<std::uint32_t> told;  // totals
    for (const auto* format : run_.generation) {
      const auto* sheet = run_.plan->state().sheet(format->id);
      if (sheet == nullptr) {
        continue;
      }
      const auto cells = stated_cells(*sheet);
      for (std::size_t i = 0; i < sheet->relations.size(); ++i) {
        const auto total = sheet->relation_cells[i].total;
        if (total == CellIndex::npos || !cells[total]) {
          continue;
        }
        const auto& relation = sheet->relations[i];
        const auto stated = look(relation, *sheet->cells->keys()[total]);
        if (stated && stated->whole < stated->sum && told.insert(stated->total).second) {
          report(relation, *stated);
        }
      }
    }
  }

 private:
  /// A plain count of the prose; rounded ones and those counted otherwise are left alone.
  [[nodiscard]] std::optional<Figure> plain(const ConceptKey& key) const {
    const Figure figure = run_.prose.figure(key);
    const bool exact = figure.state == FigureState::known && figure.qualifier == Qualifier::none;
    return exact && figure.step == Decimal(1) ? std::optional(figure) : std::nullopt;
  }

  /// The cells of the sheet that the prose has a figure for.
  [[nodiscard]] std::vector<bool> stated_cells(const Sheet& sheet) const {
    std::vector<bool> stated(sheet.cells->size(), false);
    for (std::size_t i = 0; i < run_.prose.facts().size(); ++i) {
      const auto& key = run_.report.facts[run_.prose.facts()[i]].key;
      if (const auto cell = sheet.cells->find(key, run_.prose.hashes()[i]); cell != CellIndex::npos) {
        stated[cell] = true;
      }
    }
    return stated;
  }

  /// None unless the total is stated with two parts or more, and some part is not: else the rule itself is checked.
  [[nodiscard]] std::optional<Stated> look(const Relation& relation, const ConceptKey& total_key) const {
    Stated stated;
    for (const auto& term : relation.terms) {
      const auto figure = plain(term.key);
      const bool total = term.key == total_key;
      const auto sum = figure && !total ? Decimal::add(stated.sum, figure->value) : std::optional(stated.sum);
      if ((total && !figure) || !sum) {
        return std::nullopt;
      }
      if (total) {
        stated.total = figure->fact;
        stated.whole = figure->value;
      } else if (figure) {
        stated.parts.push_back(figure->fact);
        stated.sum = *sum;
      } else {
        ++stated.lacking;
      }
    }
    return stated.parts.size() > 1 && stated.lacking > 0 ? std::optional(stated) : std::nullopt;
  }

  void report(const Relation& relation, const Stated& stated) {
    Finding finding;
    finding.rule = relation.rule;
    finding.kind = FindingKind::arithmetic;
    finding.severity = FindingSeverity::doubt;
    Message parts;
    for (const auto fact : stated.parts) {
      const auto name = run_.names.of(fact).meaning;
      const auto value = run_.prose.figure_of(fact).value.to_string();
      parts.zh += (parts.zh.empty() ? "" : "＋") + name.zh + value;
      parts.en += (parts.en.empty() ? "" : " + ") + name.en + " " + value;
    }
    const auto name = run_.names.of(stated.total).meaning;
    const auto sum = stated.sum.to_string();
    const auto whole = stated.whole.to_string();
    finding.message = {
        "正文：" + parts.zh + "＝" + sum + "，已大于“" + name.zh + "”的" + whole + "。请核对各项是否按同一口径统计。",
        "Text: " + parts.en + " = " + sum + ", which is more than “" + name.en + "” with " + whole +
            ". Check whether all of them count the same things."};
    std::vector<std::uint32_t> facts{stated.total};
    facts.insert(facts.end(), stated.parts.begin(), stated.parts.end());
    name_facts(finding, run_.report, facts);
    run_.failed(std::move(finding));
  }

  Run& run_;
};

}  // namespace

void check_prose_bounds(Run& run) {
  if (run.plan != nullptr && !run.prose.facts().empty()) {
    ProseBounds(run).run();
  }
}

}  // namespace nianbao::check
