// Readers of the files of packs. Each takes packs from the general to the particular and reports every
// fault; what is faulty is left out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nianbao/rule_store.hpp>

#include "rules/catalog.hpp"
#include "rules/compile.hpp"
#include "rules/overlay.hpp"
#include "rules/source.hpp"
#include "rules/vocabulary.hpp"

namespace nianbao {

/// A pack with its files as read; null where it has no such file.
struct Pack {
  PackInfo info;
  SourcePtr concepts;
  SourcePtr vocabulary;
  SourcePtr sections;
  SourcePtr narrative;
  SourcePtr units;
  SourcePtr prose;
  SourcePtr checks;
  SourcePtr mappings;
  std::vector<RuleFault> faults;
};
using Packs = std::vector<std::shared_ptr<const Pack>>;

/// Reads pack.yaml. None if it cannot be used.
[[nodiscard]] std::optional<PackInfo> load_pack_info(const std::string& folder, RuleFaults& faults);
/// Reads all other files of a pack; refuses files it does not know.
[[nodiscard]] std::shared_ptr<const Pack> load_pack(const PackInfo& info);

[[nodiscard]] std::vector<UnitList> load_units(const Packs& packs, Catalog& catalog, RuleFaults& faults);
void load_concepts(const Packs& packs, Catalog& catalog, RuleFaults& faults);
/// After all concepts are known: binds the groups' expressions and refuses cycles.
void load_groups(const Packs& packs, Catalog& catalog, RuleFaults& faults);

void load_vocabulary(const Packs& packs, RuleVocabulary& vocabulary, std::vector<LabelRule>& label_rules,
                     std::vector<IssuerRule>& issuers, RuleFaults& faults);

/// narrative.yaml: the structure sentences of all packs.
[[nodiscard]] std::vector<std::string> load_structure_sentences(const Packs& packs, RuleFaults& faults);

/// The ids of the packs that this one extends, directly or not, among those given.
[[nodiscard]] std::vector<std::string> bases_of(const Pack& pack, const Packs& packs);

/// True if the pack extends the other, directly or not.
[[nodiscard]] bool extends(const std::string& pack, const std::string& base, const Packs& packs);

/// The items of one file of all packs, overlays applied. `key` is the file's only list.
[[nodiscard]] Overlay overlay_items(const Packs& packs, SourcePtr Pack::*file, std::string_view key,
                                    RuleFaults& faults);

[[nodiscard]] std::vector<HeadingRule> load_headings(Overlay& overlay, const Packs& packs, RuleFaults& faults);
[[nodiscard]] std::vector<CheckRule> load_checks(Overlay& overlay, const std::shared_ptr<const Catalog>& catalog);
/// Lines of the more particular packs come first.
[[nodiscard]] std::vector<MappingRule> load_mappings(Overlay& overlay, const Packs& packs,
                                                     const std::shared_ptr<const Catalog>& catalog, Arena& arena,
                                                     RuleFaults& faults);
[[nodiscard]] ProseRules load_prose(const Packs& packs, Overlay& overlay, const Catalog& catalog, Arena& arena,
                                    RuleFaults& faults);

}  // namespace nianbao
