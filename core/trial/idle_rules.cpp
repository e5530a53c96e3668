// Rules that are right and of no use.
#include <algorithm>

#include "trial/rule_notes.hpp"

namespace nianbao {

FormsAtHand::FormsAtHand(const std::vector<const Template*>& formats) : templates(formats) {
  for (const auto* format : formats) {
    cells.emplace_back(*format, FormCells::Variants::take_in);
  }
}

bool FormsAtHand::print(std::string_view concept_id) const {
  return std::any_of(cells.begin(), cells.end(), [&](const FormCells& form) {
    return std::any_of(form.keys().begin(), form.keys().end(),
                       [&](const ConceptKey& key) { return key.id == concept_id; });
  });
}

bool FormsAtHand::print_with(std::string_view concept_id, std::string_view dimension) const {
  return std::any_of(cells.begin(), cells.end(), [&](const FormCells& form) {
    return std::any_of(form.keys().begin(), form.keys().end(),
                       [&](const ConceptKey& key) { return key.id == concept_id && !key.dims.get(dimension).empty(); });
  });
}

void note_idle_each(const std::string& id, const std::vector<std::string>& each,
                    const std::vector<std::string_view>& concepts, const RuleOrigin& where, const RuleSet& rules,
                    const FormsAtHand& forms, RuleNotes& notes) {
  const bool printed = std::any_of(concepts.begin(), concepts.end(), [&](auto name) { return forms.print(name); });
  for (auto it = each.begin(); it != each.end(); ++it) {
    if (std::find(each.begin(), it, *it) != it) {
      notes.add("each-twice", where,
                {"规则 " + id + " 的 each 重复写了“" + *it + "”", "Rule " + id + ": each names \"" + *it + "\" twice"});
    } else if (printed && rules.concepts().dimension(*it) != nullptr &&
               std::none_of(concepts.begin(), concepts.end(), [&](auto name) { return forms.print_with(name, *it); })) {
      notes.add("no-such-dimension", where,
                {"规则 " + id + " 逐“" + *it + "”展开，但它的指标在任何格式中都不分“" + *it + "”",
                 "Rule " + id + " runs over \"" + *it + "\", which its concepts have in no format"},
                {"请从 each 中删去，或核对指标。", "Take it out of each, or check the concepts."});
    }
  }
}

std::vector<RuleFault> idle_rules(const RuleSet& rules, const std::vector<const Template*>& templates) {
  const FormsAtHand forms(templates);
  RuleNotes notes;
  note_idle_checks(rules, forms, notes);
  note_idle_mappings(rules, forms, notes);
  note_idle_words(rules, forms, notes);
  note_uncovered_cells(rules, forms, notes);
  return notes.take();
}

}  // namespace nianbao
