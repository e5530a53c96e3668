// Mapping lines that are right and of no use.
#include <algorithm>
#include <map>
#include <set>

#include "rules/ast.hpp"
#include "trial/rule_notes.hpp"

namespace nianbao {
namespace {

using ast::Node;
using Names = std::set<std::string>;

/// A reference as text, its dimensions in order.
std::string name_of(const Node& reference) {
  Names dims;
  for (const auto& term : reference.dims) {
    dims.insert(term.name + "=" + term.member);
  }
  std::string name = std::to_string(static_cast<int>(reference.from)) +
                     std::to_string(static_cast<int>(reference.depth)) + reference.text;
  for (const auto& dim : dims) {
    name += "," + dim;
  }
  return name;
}

void add_references(const Node& node, Names& names) {
  if (node.op == ast::Op::reference) {
    names.insert(name_of(node));
  }
  for (const auto& operand : node.operands) {
    add_references(operand, names);
  }
}

/// True if what is for `less` is all for `more`, too; an empty list is for everything.
bool covers(const std::vector<std::string>& more, const std::vector<std::string>& less) {
  return more.empty() || (!less.empty() && std::all_of(less.begin(), less.end(), [&](const std::string& format) {
           return std::find(more.begin(), more.end(), format) != more.end();
         }));
}

class IdleMappings {
 public:
  IdleMappings(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes)
      : rules_(rules), forms_(forms), notes_(notes) {}

  void run() {
    for (const auto& line : rules_.mappings()) {
      look_at_target(line);
      look_at_order(line);
      note_idle_each(line.id, line.each, {line.to.id}, line.origin, rules_, forms_, notes_);
    }
    look_for_circles();
  }

 private:
  struct Known {
    const MappingRule* line;
    Names asks_for;
  };

  void look_at_target(const MappingRule& line) {
    if (line.from != nullptr && !leads_anywhere(line)) {
      notes_.add("no-cell", line.origin,
                 {"对应关系 " + line.id + " 的目标，任何格式都没有",
                  "Mapping line " + line.id + " leads to no cell of any format"});
    }
    if (line.from != nullptr && is_itself(line)) {
      notes_.add("to-itself", line.origin,
                 {"对应关系 " + line.id + " 取自目标本身", "Mapping line " + line.id + " takes its target from itself"},
                 {"同一指标不需要对应关系，请删去。", "The same concept needs no line; remove it."});
    }
  }

  static bool is_itself(const MappingRule& line) {
    const auto& root = line.from->root();
    return root.op == ast::Op::reference && root.depth == ast::Depth::self && root.from == Operand::From::report &&
           root.text == line.to.id && root.fixed == line.to.dims;
  }

  [[nodiscard]] bool leads_anywhere(const MappingRule& line) const {
    return std::any_of(forms_.cells.begin(), forms_.cells.end(), [&](const FormCells& cells) {
      return std::any_of(cells.keys().begin(), cells.keys().end(),
                         [&](const ConceptKey& key) { return round_to(line, key).has_value(); });
    });
  }

  void look_at_order(const MappingRule& line) {
    constexpr std::size_t kMostBefore = 50;  // lines for one concept: more of them are no pack but an attack
    Names asks_for;
    if (line.from != nullptr) {
      add_references(line.from->root(), asks_for);
    }
    auto& before = before_[std::string(line.to.id)];
    const auto first =
        std::find_if(before.begin(), before.end(), [&](const Known& known) { return hides(known, line, asks_for); });
    if (first != before.end()) {
      notes_.add(
          "never-reached", line.origin,
          {"对应关系 " + line.id + " 排在 " + first->line->id + " 之后，永远用不到：凡是它能用的，前一行都已用上",
           "Mapping line " + line.id + " stands behind " + first->line->id +
               " and is never used: wherever it could be, that one is"},
          {"请删去、补上条件，或把它排在前面。", "Remove it, give the other a condition, or put it before."});
    }
    if (before.size() < kMostBefore) {
      before.push_back({&line, std::move(asks_for)});
    }
  }

  /// True if the line before is taken wherever this one could be.
  static bool hides(const Known& known, const MappingRule& line, const Names& asks_for) {
    const auto& first = *known.line;
    const bool same_target = first.to == line.to && first.each == line.each;
    const bool one_of_target = first.from == nullptr && line.each.empty() && round_to(first, line.to).has_value();
    const bool always = first.when == nullptr || (line.when != nullptr && first.when->text() == line.when->text());
    const bool filled = first.from == nullptr ||
                        (line.from != nullptr &&
                         std::includes(asks_for.begin(), asks_for.end(), known.asks_for.begin(), known.asks_for.end()));
    return (same_target || one_of_target) && always && filled && covers(first.from_formats, line.from_formats) &&
           covers(first.to_formats, line.to_formats);
  }

  /// Lines of one format whose cells lead back to each other.
  void look_for_circles() {
    std::set<const MappingRule*> told;
    for (const auto* format : forms_.templates) {
      const auto steps = steps_within(FormCells(*format), std::string(format->id));
      for (const auto& step : steps) {
        if (step.to != step.from && leads_to(step.from, step.to, steps) && told.insert(step.line).second) {
          notes_.add("circle", step.line->origin,
                     {"对应关系 " + step.line->id + " 经其他各行绕回它的目标",
                      "Mapping line " + step.line->id + " leads back to its own target by other lines"},
                     {"请核对取自的指标。", "Check the concepts it is taken from."});
        }
      }
    }
  }

  struct Step {
    ConceptKey to;
    ConceptKey from;
    const MappingRule* line;
  };

  [[nodiscard]] std::vector<Step> steps_within(const FormCells& cells, const std::string& format) const {
    std::vector<Step> steps;
    for (const auto& line : rules_.mappings()) {
      const bool used = line.from != nullptr && covers(line.from_formats, {format});
      for (const auto& key : used ? cells.keys() : std::vector<ConceptKey>()) {
        const auto round = round_to(line, key);
        if (!round) {
          continue;
        }
        for (const auto& operand : line.from->evaluate(cells, *round).operands) {
          if (operand.from == Operand::From::report && cells.contains(operand.key)) {
            steps.push_back({key, operand.key, &line});
          }
        }
      }
    }
    return steps;
  }

  static bool leads_to(const ConceptKey& start, const ConceptKey& end, const std::vector<Step>& steps) {
    std::set<ConceptKey> seen{start};
    std::vector<ConceptKey> open{start};
    while (!open.empty()) {
      const auto at = open.back();
      open.pop_back();
      if (at == end) {
        return true;
      }
      for (const auto& step : steps) {
        if (step.to == at && seen.insert(step.from).second) {
          open.push_back(step.from);
        }
      }
    }
    return false;
  }

  const RuleSet& rules_;
  const FormsAtHand& forms_;
  RuleNotes& notes_;
  std::map<std::string, std::vector<Known>> before_;  // lines for each concept
};

}  // namespace

void note_idle_mappings(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes) {
  IdleMappings(rules, forms, notes).run();
}

}  // namespace nianbao
