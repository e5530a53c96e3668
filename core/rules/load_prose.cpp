// prose.yaml
#include <algorithm>
#include <array>
#include <iterator>

#include "rules/load.hpp"
#include "rules/rule_fields.hpp"

namespace nianbao {
namespace {

constexpr std::array<std::pair<std::string_view, std::optional<ClaimKind>>, 3> kClaims{
    {{"share", ClaimKind::share}, {"sum", ClaimKind::sum}, {"growth", ClaimKind::growth}}};
constexpr std::array<std::pair<std::string_view, std::optional<Status>>, 4> kStatuses{
    {{"reported", Status::reported},
     {"blank", Status::blank},
     {"dash", Status::dash},
     {"stated_zero", Status::stated_zero}}};

ProsePattern load_pattern(OverlaidItem& overlaid, const Catalog& catalog, Arena& arena) {
  auto& item = overlaid.item;
  ProsePattern pattern;
  pattern.id = overlaid.full_id();
  pattern.pattern = item.required("pattern");
  pattern.pattern_origin = item.origin_of("pattern");
  const auto key = read_key(item, "concept", catalog, arena);
  if (key) {
    pattern.key = *key;
  }
  for (const auto& [name, member] : item.pairs("dims")) {
    const auto* dimension = catalog.dimension(name.text);
    if (dimension == nullptr || (!dimension->free && dimension->member(member.text) == nullptr)) {
      item.fault_at(
          dimension == nullptr ? name : member, "unknown-member",
          {"没有维度取值 " + name.text + "=" + member.text, "Unknown member " + name.text + "=" + member.text});
      continue;
    }
    pattern.key.dims.set(dimension->name, arena.store(member.text));
  }
  pattern.unit = item.text("unit");
  pattern.status = item.choice("status", kStatuses, std::optional<Status>());
  pattern.claim = item.choice("claim", kClaims, std::optional<ClaimKind>());
  for (const auto& word : item.words("context")) {
    if (const auto kind = read_section_kind(item, word)) {
      pattern.context.push_back(*kind);
    }
  }
  pattern.years = item.years("years");
  for (const auto& [name, value] : item.pairs("options")) {
    pattern.options.emplace_back(name.text, value.text);
  }
  pattern.origin = item.origin();
  return pattern;
}

void load_words(const Packs& packs, ProseRules& rules, RuleFaults& faults) {
  for (const auto& pack : packs) {
    if (pack->prose == nullptr || pack->prose->root == nullptr) {
      continue;
    }
    auto file = whole_file(*pack->prose, faults);
    auto lists = file.mapping("words");
    const auto* node = file.node("words");
    for (std::size_t i = 0; lists && i < node->entries.size(); ++i) {
      const auto& entry = node->entries[i];
      auto words = lists->texts(entry.key);
      const auto known = std::find_if(rules.words.begin(), rules.words.end(),
                                      [&](const ProseWords& list) { return list.name == entry.key; });
      if (known == rules.words.end()) {
        rules.words.push_back({entry.key, std::move(words), pack->prose->origin(entry.at)});
      } else {
        std::move(words.begin(), words.end(), std::back_inserter(known->words));
      }
    }
  }
}

}  // namespace

ProseRules load_prose(const Packs& packs, Overlay& overlay, const Catalog& catalog, Arena& arena, RuleFaults& faults) {
  ProseRules rules;
  load_words(packs, rules, faults);
  for (auto& overlaid : overlay.items()) {
    if (overlaid.in_force) {
      auto pattern = load_pattern(overlaid, catalog, arena);
      finish(overlaid.item);
      rules.patterns.push_back(std::move(pattern));
    }
  }
  return rules;
}

}  // namespace nianbao
