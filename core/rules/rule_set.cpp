#include "rules/rule_set.hpp"

#include <algorithm>
#include <iterator>

#include "rules/pattern_faults.hpp"

namespace nianbao {

std::shared_ptr<const LoadedRules> LoadedRules::load(Packs packs, RuleFaults& faults) {
  auto rules = std::make_shared<LoadedRules>();
  rules->packs_ = std::move(packs);
  for (const auto& pack : rules->packs_) {
    rules->pack_names_.push_back({pack->info.id, pack->info.version});
    faults.append(pack->faults);
  }
  auto catalog = std::make_shared<Catalog>();
  rules->units_ = load_units(rules->packs_, *catalog, faults);
  load_concepts(rules->packs_, *catalog, faults);
  load_groups(rules->packs_, *catalog, faults);
  rules->catalog_ = std::move(catalog);
  rules->vocabulary_ = std::make_unique<RuleVocabulary>(rules->catalog_);
  load_vocabulary(rules->packs_, *rules->vocabulary_, rules->labels_, rules->issuers_, faults);
  rules->structure_sentences_ = load_structure_sentences(rules->packs_, faults);
  rules->load_items(faults);
  faults.sort();
  return rules;
}

const RuleOrigin* LoadedRules::concept_origin(std::string_view id) const noexcept {
  const auto* details = catalog_->details(id);
  return details == nullptr ? nullptr : &details->origin;
}

const Message* LoadedRules::concept_basis(std::string_view id) const noexcept {
  const auto* details = catalog_->details(id);
  return details == nullptr ? nullptr : &details->basis;
}

void LoadedRules::load_items(RuleFaults& faults) {
  const auto overlay = [&](SourcePtr Pack::*file, std::string_view key) {
    auto items = overlay_items(packs_, file, key, faults);
    disabled_.insert(disabled_.end(), items.disabled().begin(), items.disabled().end());
    return items;
  };
  auto sections = overlay(&Pack::sections, "sections");
  headings_ = load_headings(sections, packs_, faults);
  auto checks = overlay(&Pack::checks, "checks");
  checks_ = load_checks(checks, catalog_);
  auto mappings = overlay(&Pack::mappings, "mappings");
  mappings_ = load_mappings(mappings, packs_, catalog_, arena_, faults);
  auto patterns = overlay(&Pack::prose, "patterns");
  prose_ = load_prose(packs_, patterns, *catalog_, arena_, faults);
  const bool words_known = std::all_of(packs_.begin(), packs_.end(), [](const auto& pack) {
    return pack->prose == nullptr || pack->prose->root != nullptr;
  });
  if (words_known) {
    patterns_ = compile_prose(prose_, patterns, *vocabulary_);
  }
}

}  // namespace nianbao
