// sections.yaml
#include <algorithm>

#include <nianbao/sdk/text.hpp>

#include "rules/load.hpp"
#include "rules/locks.hpp"
#include "rules/rule_fields.hpp"

namespace nianbao {
namespace {

std::optional<HeadingRule> load_heading(OverlaidItem& overlaid) {
  auto& item = overlaid.item;
  HeadingRule rule;
  rule.id = overlaid.full_id();
  const auto kinds = item.words("kind");
  const auto kind = kinds.size() == 1 ? read_section_kind(item, kinds[0]) : std::nullopt;
  rule.phrases = item.texts("phrases");
  rule.years = item.years("years");
  rule.basis = item.message("basis");
  rule.lock = overlaid.lock;
  rule.changes = overlaid.changes;
  rule.origin = item.origin();
  finish(item);
  rule.kind = kind.value_or(rule.kind);
  return kind ? std::optional(std::move(rule)) : std::nullopt;
}

bool overlap(const YearRange& a, const YearRange& b) {
  return (a.from == 0 || b.to == 0 || a.from <= b.to) && (b.from == 0 || a.to == 0 || b.from <= a.to);
}

/// The phrases of a locked heading lead to its kind of section: no pack further down may give one to another kind.
void refuse_phrases_of(const OverlaidItem& locked, const HeadingRule& heading, Overlay& overlay, const Packs& packs,
                       RuleFaults& faults) {
  for (auto& other : overlay.items()) {
    if (!other.in_force || !extends(other.pack, locked.lock->pack, packs) ||
        other.item.text("kind") == to_string(heading.kind) || !overlap(other.item.years("years"), heading.years)) {
      continue;
    }
    for (const auto& phrase : other.item.words("phrases")) {
      if (std::any_of(heading.phrases.begin(), heading.phrases.end(),
                      [&](const std::string& text) { return fold_key(text) == fold_key(phrase.text); })) {
        add_locked_fault({"“" + locked.id + "”", "\"" + locked.id + "\""}, *locked.lock, *phrase.file, phrase.at,
                         faults);
      }
    }
  }
}

}  // namespace

std::vector<HeadingRule> load_headings(Overlay& overlay, const Packs& packs, RuleFaults& faults) {
  std::vector<HeadingRule> rules;
  for (auto& overlaid : overlay.items()) {
    auto rule = overlaid.in_force ? load_heading(overlaid) : std::nullopt;
    if (rule && overlaid.lock) {
      refuse_phrases_of(overlaid, *rule, overlay, packs, faults);
    }
    if (rule) {
      rules.push_back(*std::move(rule));
    }
  }
  return rules;
}

}  // namespace nianbao
