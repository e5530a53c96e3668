// Rule packs and the rules in force as text for people and as JSON for scripts.
#pragma once

#include <string>
#include <vector>

#include <nianbao/rule_store.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// `nianbao rules list`: each pack with its version, when it is in force and where it is from.
[[nodiscard]] std::string packs_text(const RuleStore& store, Language language);
[[nodiscard]] std::string packs_json(const RuleStore& store);

/// `nianbao rules show --effective`: every item in force with the file and line it came from, and what
/// was taken out of force.
[[nodiscard]] std::string rules_text(const RuleSet& rules, Language language);
[[nodiscard]] std::string rules_json(const RuleSet& rules);

/// `nianbao rules explain`: what a check demands, what a mapping line takes from where, what a pattern reads, with
/// basis and place. `name` is an id with or without its pack; empty if no rule in force has it.
[[nodiscard]] std::string rule_in_words(const RuleSet& rules, std::string_view name, Language language);
/// What a check that no pack writes looks at, as findings name it (check/share); empty if there is none of this id.
[[nodiscard]] std::string own_check_in_words(std::string_view name, Language language);
/// "Did you mean …?" with the id nearest to a misspelt one; empty if none is near.
[[nodiscard]] Message rule_like(const RuleSet& rules, std::string_view name);

/// What becomes of one cell of a format when a report of another is converted.
struct MappingRow {
  std::vector<ConceptKey> cells;      ///< cells of the target with the same answer; they differ in their members only
  bool same_concept = false;          ///< the source prints the concept itself
  const MappingRule* line = nullptr;  ///< null: no line; the cell stays blank
};

/// `nianbao rules show --from A --to B`: a row for each cell of `to` and each line that may fill it, in the
/// order of the form. `templates` are all that are known, for `extends`.
[[nodiscard]] std::vector<MappingRow> mapping_table(const RuleSet& rules, const Template& from, const Template& to,
                                                    const std::vector<const Template*>& templates);
[[nodiscard]] std::string mapping_text(const RuleSet& rules, const std::vector<MappingRow>& table, Language language);
[[nodiscard]] std::string mapping_json(const std::vector<MappingRow>& table);

}  // namespace nianbao
