#include <nianbao/repair_hints.hpp>

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "check/cell_names.hpp"
#include "check/figures.hpp"
#include "check/run.hpp"
#include "relations/repair.hpp"

namespace nianbao::check {
namespace {

using relations::GridCell;
using relations::Repair;
using relations::Slip;

constexpr std::size_t kMostShown = 3;

/// What the slip would have been; followed by the changes.
Message slip_text(Slip slip) {
  switch (slip) {
    case Slip::digit_lost:
      return {"疑漏一位数字", "a digit may be lost"};
    case Slip::digit_doubled:
      return {"疑多一位数字", "a digit may be one too many"};
    case Slip::digit_wrong:
      return {"疑一位数字有误", "a digit may be wrong"};
    case Slip::total_stale:
      return {"疑合计未更新", "the total may not have been worked out again"};
    case Slip::swapped:
      return {"疑两格互换", "two cells may have changed places"};
    case Slip::shifted:
      return {"疑整行或整列错位", "a row or column may be shifted"};
    case Slip::split:
      return {"疑一个数被拆成两格", "one number may stand in two cells"};
    case Slip::other:
      break;
  }
  return {"疑此格有误", "the cell may be wrong"};
}

/// The figures of one table that hang together by relations.
struct Component {
  std::vector<GridCell> cells;
  std::vector<std::uint32_t> facts;  // of the cells
  std::vector<Relation> relations;
};

/// Puts cells that stand in one relation into one component.
class ComponentBuilder {
 public:
  [[nodiscard]] bool knows(const ConceptKey& key) const { return index_.count(key) != 0; }
  void add(const ConceptKey& key, GridCell cell, std::uint32_t fact) {
    index_.emplace(key, cells_.size());
    parents_.push_back(cells_.size());
    cells_.push_back(std::move(cell));
    facts_.push_back(fact);
  }

  /// All cells of the relations are known.
  [[nodiscard]] std::vector<Component> take(std::vector<Relation> relations) && {
    for (const auto& relation : relations) {
      for (const auto& term : relation.terms) {
        parents_[root(index_.at(term.key))] = root_of(relation);
      }
    }
    std::vector<Component> found;
    std::unordered_map<std::size_t, std::size_t> by_root;  // looked up only
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const auto [it, added] = by_root.try_emplace(root(i), found.size());
      if (added) {
        found.emplace_back();
      }
      found[it->second].cells.push_back(cells_[i]);
      found[it->second].facts.push_back(facts_[i]);
    }
    for (auto& relation : relations) {
      found[by_root.at(root_of(relation))].relations.push_back(std::move(relation));
    }
    return found;
  }

 private:
  std::size_t root(std::size_t i) {
    while (parents_[i] != i) {
      parents_[i] = parents_[parents_[i]];
      i = parents_[i];
    }
    return i;
  }
  std::size_t root_of(const Relation& relation) { return root(index_.at(relation.terms.front().key)); }

  std::unordered_map<ConceptKey, std::size_t, ConceptKeyHash> index_;  // looked up only
  std::vector<GridCell> cells_;
  std::vector<std::uint32_t> facts_;
  std::vector<std::size_t> parents_;
};

class Hints {
 public:
  Hints(const Report& report, const RuleSet& rules, const CheckOptions& options)
      : report_(report),
        rules_(rules),
        options_(options),
        names_(report, options.templates, rules.concepts(), options.plan) {}

  void add_to(std::vector<Finding>& findings) const {
    const CellIndexes indexes(options_.plan);
    for (const auto& table : table_figures(report_, rules_.concepts(), options_.templates, indexes, nullptr)) {
      for (const auto& frame : table.frames) {
        for (const auto& component : components(table, frame)) {
          add_to(findings, component);
        }
      }
    }
  }

 private:
  [[nodiscard]] std::vector<Relation> relations_of(const TableFigures& table, const Dims& frame) const {
    std::vector<Relation> all;
    for (const auto& rule : rules_.checks()) {
      const bool in_year = report_.year == 0 || rule.years.contains(report_.year);
      if (rule.assertion != nullptr && in_year && is_for_format(rule, options_.templates, table.format)) {
        auto some = relations_for(rule, *table.source, frame);
        std::move(some.begin(), some.end(), std::back_inserter(all));
      }
    }
    return all;
  }

  /// Relations with a figure that is neither whole nor blank are of no use here.
  [[nodiscard]] std::optional<GridCell> cell_of(const ConceptKey& key, const FigureSource& source,
                                                std::uint32_t& fact) const {
    const auto facts = source.facts_with(key);
    if (facts.size() != 1) {
      return std::nullopt;
    }
    fact = facts.front();
    const Figure figure = source.figure_of(fact);
    const bool blank = report_.facts[fact].status == Status::blank;
    const bool whole = figure.state == FigureState::known && figure.value.is_integer();
    if (!blank && !whole) {
      return std::nullopt;
    }
    const auto name = names_.of(fact);
    GridCell cell{key, std::nullopt, name.block * 1000 + name.row_index, name.block * 1000 + name.column_index};
    if (!blank) {
      cell.value = static_cast<std::int64_t>(figure.value.coefficient());
    }
    return cell;
  }

  [[nodiscard]] std::vector<Component> components(const TableFigures& table, const Dims& frame) const {
    auto all = relations_of(table, frame);
    ComponentBuilder builder;
    const auto usable = [&](const Relation& relation) {
      return std::all_of(relation.terms.begin(), relation.terms.end(), [&](const auto& term) {
        std::uint32_t fact = 0;
        if (builder.knows(term.key)) {
          return true;
        }
        auto cell = cell_of(term.key, *table.source, fact);
        if (cell) {
          builder.add(term.key, *std::move(cell), fact);
        }
        return cell.has_value();
      });
    };
    all.erase(std::remove_if(all.begin(), all.end(), [&](const Relation& r) { return !usable(r); }), all.end());
    return std::move(builder).take(std::move(all));
  }

  void add_to(std::vector<Finding>& findings, const Component& component) const {
    const auto concerned = [&](const Finding& finding) {
      return finding.kind == FindingKind::arithmetic &&
             std::any_of(finding.facts.begin(), finding.facts.end(), [&](const auto& fact) {
               return std::find(component.facts.begin(), component.facts.end(), fact.fact) != component.facts.end();
             });
    };
    if (std::none_of(findings.begin(), findings.end(), concerned)) {
      return;
    }
    const auto repairs = relations::single_repairs(component.cells, component.relations);
    if (repairs.empty()) {
      return;
    }
    const Message hint = text_of(repairs, component);
    for (auto& finding : findings) {
      if (concerned(finding)) {
        finding.hint = hint;
      }
    }
  }

  [[nodiscard]] Message text_of(const std::vector<Repair>& repairs, const Component& component) const {
    Message text;
    const auto shown = std::min(repairs.size(), kMostShown);
    const auto ties = std::count_if(repairs.begin(), repairs.end(),
                                    [&](const Repair& repair) { return repair.cost == repairs.front().cost; });
    for (std::size_t i = 0; i < shown; ++i) {
      const Message one = text_of(repairs[i], component);
      const auto number = shown > 1 ? "（" + std::to_string(i + 1) + "）" : std::string();
      const auto number_en = shown > 1 ? "(" + std::to_string(i + 1) + ") " : std::string();
      text.zh += (i == 0 ? "" : "；") + number + one.zh;
      text.en += (i == 0 ? "" : "; ") + number_en + one.en;
    }
    text.zh += "。改后各项关系均成立";
    text.en += ". All relations hold then";
    if (ties > 1) {
      text.zh += "；其中" + std::to_string(ties) + "种同样可能";
      text.en += "; " + std::to_string(ties) + " are equally likely";
    }
    if (repairs.size() > shown) {
      text.zh += "；另有" + std::to_string(repairs.size() - shown) + "种改法未列";
      text.en += "; " + std::to_string(repairs.size() - shown) + " more are not shown";
    }
    text.zh += "。";
    text.en += ".";
    return text;
  }

  [[nodiscard]] Message text_of(const Repair& repair, const Component& component) const {
    Message text = slip_text(repair.slip);
    text.zh += "：";
    text.en += ": ";
    bool first = true;
    for (const auto& change : repair.changes) {
      const auto& cell = component.cells[change.cell];
      const auto before = cell.value ? std::to_string(*cell.value) : std::string();
      const auto label = "“" + names_.of(component.facts[change.cell]).cell() + "”";
      text.zh += (first ? "" : "，") + label + (before.empty() ? "空白" : before) + "→" + std::to_string(change.to);
      text.en +=
          (first ? "" : ", ") + label + " " + (before.empty() ? "blank" : before) + " → " + std::to_string(change.to);
      first = false;
    }
    return text;
  }

  const Report& report_;
  const RuleSet& rules_;
  const CheckOptions& options_;
  CellNames names_;
};

}  // namespace
}  // namespace nianbao::check

namespace nianbao {

void add_repair_hints(const Report& report, const RuleSet& rules, const CheckOptions& options,
                      std::vector<Finding>& findings) {
  check::Hints(report, rules, options).add_to(findings);
}

}  // namespace nianbao
