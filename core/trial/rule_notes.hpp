// What lint notes of rules that are right and of no use, and what its parts share.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <nianbao/rule_trial.hpp>

#include "trial/form_cells.hpp"

namespace nianbao {

/// The formats at hand, with all cells that some variant of them prints.
struct FormsAtHand {
  explicit FormsAtHand(const std::vector<const Template*>& formats);

  /// True if some format has a cell of this concept.
  [[nodiscard]] bool print(std::string_view concept_id) const;
  /// True if some format has a cell of this concept with this dimension.
  [[nodiscard]] bool print_with(std::string_view concept_id, std::string_view dimension) const;

  const std::vector<const Template*>& templates;
  std::vector<FormCells> cells;  ///< as templates
};

/// Collects the notes of one lint.
class RuleNotes {
 public:
  void add(const char* code, const RuleOrigin& where, Message message, Message hint = {}) {
    notes_.push_back({code, std::move(message), std::move(hint), where, {}});
  }
  [[nodiscard]] std::vector<RuleFault> take() { return std::move(notes_); }

 private:
  std::vector<RuleFault> notes_;
};

/// Checks that speak of nothing, demand nothing, or demand what another one does.
void note_idle_checks(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes);
/// Mapping lines that lead nowhere, to themselves, in a circle, or are never reached.
void note_idle_mappings(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes);
/// Headings, labels, issuers and patterns without effect.
void note_idle_words(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes);
/// Cells that no check and no mapping line speaks of.
void note_uncovered_cells(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes);
/// Dimensions of `each` that stand twice, or that no cell has.
void note_idle_each(const std::string& id, const std::vector<std::string>& each,
                    const std::vector<std::string_view>& concepts, const RuleOrigin& where, const RuleSet& rules,
                    const FormsAtHand& forms, RuleNotes& notes);

}  // namespace nianbao
