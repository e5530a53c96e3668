#include "rules/catalog.hpp"

#include <algorithm>

namespace nianbao {

const DimensionInfo::Member* DimensionInfo::member(std::string_view id) const noexcept {
  const auto it = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.id == id; });
  return it == members.end() ? nullptr : &*it;
}

const ConceptInfo* Catalog::find(std::string_view id) const noexcept {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? nullptr : &it->second->info;
}

const DimensionInfo* Catalog::dimension(std::string_view name) const noexcept {
  const auto it =
      std::find_if(dimensions_.begin(), dimensions_.end(), [&](const DimensionInfo& d) { return d.name == name; });
  return it == dimensions_.end() ? nullptr : &*it;
}

DimensionInfo* Catalog::dimension_to_extend(std::string_view name) noexcept {
  return const_cast<DimensionInfo*>(dimension(name));
}

const std::vector<std::string_view>& Catalog::sum_of(std::string_view dimension,
                                                     std::string_view member) const noexcept {
  static const std::vector<std::string_view> none;
  const auto it = std::find_if(sums_.begin(), sums_.end(),
                               [&](const Sum& sum) { return sum.member == member && sum.dimension == dimension; });
  return it == sums_.end() ? none : it->parts;
}

const ast::Node* Catalog::group(std::string_view id) const noexcept {
  const auto it = groups_.find(id);
  return it == groups_.end() ? nullptr : it->second.get();
}

const ConceptDetails* Catalog::details(std::string_view id) const noexcept {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? nullptr : it->second;
}

ConceptInfo* Catalog::info_to_change(std::string_view id) noexcept {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? nullptr : &it->second->info;
}

ConceptDetails* Catalog::add_concept(std::string_view id) {
  if (details(id) != nullptr) {
    return nullptr;
  }
  auto& added = details_.emplace_back();
  added.info.id = arena_.store(id);
  concepts_.push_back(&added.info);
  by_id_.emplace(added.info.id, &added);
  return &added;
}

DimensionInfo& Catalog::add_dimension(std::string_view name) {
  auto& added = dimensions_.emplace_back();
  added.name = arena_.store(name);
  return added;
}

bool Catalog::add_sum(std::string_view dimension, std::string_view member, std::vector<std::string_view> parts) {
  if (!sum_of(dimension, member).empty()) {
    return false;
  }
  sums_.push_back({dimension, member, std::move(parts)});
  return true;
}

void Catalog::add_group(std::string_view id, std::shared_ptr<const ast::Node> members) {
  groups_[find(id)->id] = std::move(members);
}

namespace {

std::string with_member(std::string text, std::string_view member) {
  constexpr std::string_view kHere = "…";
  const auto at = text.find(kHere);
  return at == std::string::npos ? text : text.replace(at, kHere.size(), member);
}

/// The name of a member, of any member, or else its id.
Message member_name(const DimensionInfo* dimension, std::string_view name, std::string_view id) {
  if (const auto* member = dimension != nullptr ? dimension->member(id) : nullptr) {
    return member->name;
  }
  if (dimension != nullptr && !dimension->any.empty()) {
    return {with_member(dimension->any.zh, id), with_member(dimension->any.en, id)};
  }
  const auto both = std::string(name) + " " + std::string(id);
  return {both, both};
}

}  // namespace

Message concept_name(const ConceptCatalog& catalog, const ConceptKey& key) {
  const auto* info = catalog.find(key.id);
  Message name{std::string(info != nullptr && !info->name.empty() ? info->name : key.id),
               std::string(info != nullptr ? info->name_en : key.id)};
  Message members;
  for (const auto& one : key.dims) {
    const auto member = member_name(catalog.dimension(one.name), one.name, one.member);
    members.zh += (members.zh.empty() ? "" : "，") + member.zh;
    members.en += (members.en.empty() ? "" : ", ") + member.en;
  }
  return members.empty() ? name : Message{name.zh + "（" + members.zh + "）", name.en + " (" + members.en + ")"};
}

}  // namespace nianbao
