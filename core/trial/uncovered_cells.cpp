// Cells that nothing is said of.
#include <algorithm>
#include <map>

#include "rules/selection.hpp"
#include "trial/rule_notes.hpp"

namespace nianbao {
namespace {

/// The cells of one concept that nothing is said of.
struct Uncovered {
  std::string formats;
  std::string example;
  std::size_t cells = 0;
};

/// True if the format is the base, or extends it directly or not.
bool is_derived(const Template& format, std::string_view base, const std::vector<const Template*>& templates) {
  auto id = format.id;
  for (std::size_t i = 0; i <= templates.size() && !id.empty(); ++i) {
    if (id == base) {
      return true;
    }
    const auto it = std::find_if(templates.begin(), templates.end(), [&](const Template* t) { return t->id == id; });
    id = it == templates.end() ? std::string_view() : (*it)->extends;
  }
  return false;
}

/// True if a format that is no variant of this one prints the cell, too: the figure moves to it without a line.
bool is_printed_elsewhere(const ConceptKey& key, const Template& format, const FormsAtHand& forms) {
  for (std::size_t i = 0; i < forms.templates.size(); ++i) {
    const auto& other = *forms.templates[i];
    if (forms.cells[i].contains(key) && !is_derived(other, format.id, forms.templates) &&
        !is_derived(format, other.id, forms.templates)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void note_uncovered_cells(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes) {
  std::map<std::string, Uncovered> by_concept;
  for (const auto& coverage : rule_coverage(rules, forms.templates)) {
    const std::string format(coverage.format->id);
    for (const auto& key : coverage.unknown) {
      const auto* origin = rules.concept_origin(key.id);
      // The packs of a place speak of its form; they need not be in force here.
      const bool of_a_place =
          origin != nullptr && origin->pack == kBasePack && !coverage.format->applies_to.jurisdictions.empty();
      if (of_a_place || is_printed_elsewhere(key, *coverage.format, forms)) {
        continue;
      }
      auto& found = by_concept[std::string(key.id)];
      found.example = found.cells++ == 0 ? to_string(key) : found.example;
      if (!std::string_view(found.formats).ends_with(format)) {
        found.formats += (found.formats.empty() ? "" : ", ") + format;
      }
    }
  }
  for (const auto& [id, found] : by_concept) {
    const auto* origin = rules.concept_origin(id);
    if (origin != nullptr) {
      const auto number = std::to_string(found.cells);
      notes.add("uncovered-cell", *origin,
                {"格式 " + found.formats + " 的单元格 " + found.example +
                     (found.cells > 1 ? " 等" + number + "个" : " ") + "没有任何审核规则或对应关系涉及",
                 "No check and no mapping line speaks of " + number + " cell(s) of format " + found.formats + ": " +
                     found.example},
                {"请写一条审核规则或对应关系；没有对应时，用 reason 说明原因。",
                 "Write a check or a mapping line; where nothing corresponds, a line with a reason."});
    }
  }
}

}  // namespace nianbao
