// KeyList and the rounds of `each`.
#include <algorithm>

#include <nianbao/rules.hpp>

#include "rules/compile.hpp"

namespace nianbao {

KeyList::KeyList(std::vector<ConceptKey> keys) : keys_(std::move(keys)) {
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
}

bool KeyList::contains(const ConceptKey& key) const { return std::binary_search(keys_.begin(), keys_.end(), key); }

void KeyList::ids_below(std::string_view prefix, bool deep, const Dims& dims,
                        std::vector<std::string_view>& ids) const {
  auto it = std::lower_bound(keys_.begin(), keys_.end(), ConceptKey{prefix, {}});
  for (; it != keys_.end() && it->id.starts_with(prefix); ++it) {
    const auto rest = it->id.substr(prefix.size());
    const bool below = rest.size() > 1 && rest.front() == '.';
    if (below && (deep || rest.find('.', 1) == std::string_view::npos) && it->dims == dims) {
      ids.push_back(it->id);
    }
  }
}

namespace {

/// Each round so far, once for every member of the dimension.
std::vector<Binding> times(std::vector<Binding> rounds, const DimensionInfo& dimension) {
  std::vector<Binding> result;
  for (const auto& round : rounds) {
    if (!dimension.absent.empty()) {
      result.push_back(round);
    }
    for (const auto& member : dimension.members) {
      result.push_back(round);
      result.back().dims.set(dimension.name, member.id);
      result.back().each.push_back(dimension.name);
    }
  }
  return result;
}

bool is_named(std::string_view id, const std::string& pattern) {
  const std::string_view text = pattern;
  const auto star = text.find(".*");
  if (star == std::string_view::npos) {
    return id == text;
  }
  const auto prefix = text.substr(0, star + 1);
  const bool deep = text.substr(star) == ".**";
  return id.starts_with(prefix) && (deep || id.find('.', prefix.size()) == std::string_view::npos);
}

/// True if the source has a cell of the concept, whatever its dimensions.
bool is_at_hand(std::string_view id, const KeySource& source, const ConceptCatalog& catalog, const Dims& dims) {
  if (source.contains({id, dims})) {
    return true;
  }
  return std::any_of(catalog.dimensions().begin(), catalog.dimensions().end(), [&](const DimensionInfo& dimension) {
    return std::any_of(dimension.members.begin(), dimension.members.end(), [&](const DimensionInfo::Member& member) {
      ConceptKey key{id, dims};
      key.dims.set(dimension.name, member.id);
      return source.contains(key);
    });
  });
}

std::vector<Binding> times_concepts(const std::vector<Binding>& rounds, const std::vector<std::string>& concepts,
                                    const ConceptCatalog& catalog, const KeySource& source, const Dims& base) {
  std::vector<Binding> result;
  for (const auto* info : catalog.concepts()) {
    const bool named = std::any_of(concepts.begin(), concepts.end(),
                                   [&](const std::string& pattern) { return is_named(info->id, pattern); });
    if (!named || !source.may_have(info->id) || !is_at_hand(info->id, source, catalog, base)) {
      continue;
    }
    for (const auto& round : rounds) {
      result.push_back(round);
      result.back().concept_id = info->id;
    }
  }
  return result;
}

}  // namespace

std::optional<Binding> round_to(const MappingRule& rule, const ConceptKey& key) {
  if (rule.to.id != key.id) {
    return std::nullopt;
  }
  Binding binding;
  binding.concept_id = key.id;
  binding.each.assign(rule.each.begin(), rule.each.end());
  Dims stated = key.dims;
  for (const auto& name : rule.each) {
    const auto member = key.dims.get(name);
    if (!member.empty() && rule.to.dims.get(name).empty()) {
      binding.dims.set(name, member);
      stated.erase(name);
    }
  }
  return stated == rule.to.dims ? std::optional(std::move(binding)) : std::nullopt;
}

std::vector<Binding> rounds_of(const std::vector<std::string>& each, const std::vector<std::string>& concepts,
                               const ConceptCatalog& catalog, const KeySource& source, const Dims& base) {
  std::vector<Binding> rounds{{base, {}, {}}};
  for (const auto& name : each) {
    if (name == kCurrentConcept) {
      rounds = times_concepts(rounds, concepts, catalog, source, base);
    } else if (const auto* dimension = catalog.dimension(name)) {
      rounds = times(std::move(rounds), *dimension);
    }
  }
  return rounds;
}

}  // namespace nianbao
