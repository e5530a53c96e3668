#include "prose/match_writer.hpp"

#include <algorithm>

namespace nianbao::prose {

std::string_view member_name(const PatternSet& set, const TakenMember& member) {
  return member.member == kNoIndex ? std::string_view{} : set.classes[member.of].members[member.member];
}

std::string_view member_of(const PatternSet& set, const Fit& fit, ClassId of) {
  std::string_view found;
  for (std::uint32_t i = 0; i < fit.captures.member_count; ++i) {
    const TakenMember& member = fit.captures.members[i];
    if (member.of != of) {
      continue;
    }
    const auto name = member_name(set, member);
    if (!found.empty() && found != name) {
      return {};
    }
    found = name;
  }
  return found;
}

void MatchWriter::write(const Fit& fit) {
  const Pattern& pattern = set_.patterns[fit.pattern];
  if (pattern.key || pattern.also || !pattern.member_keys.empty()) {
    write_facts(pattern, fit);
    return;
  }
  const bool guards = competes(pattern);
  if (pattern.note.empty() && !pattern.claim && !guards) {
    return;
  }
  SentenceMatch match;
  match.kind = pattern.claim          ? SentenceMatch::Kind::claim
               : pattern.note.empty() ? SentenceMatch::Kind::guard
                                      : SentenceMatch::Kind::note;
  match.pattern = fit.pattern;
  match.claim = pattern.claim.value_or(ClaimKind::share);
  match.name = pattern.note;
  match.value = pattern.note_value;
  if (!match.value.empty() && match.value.front() == '@') {
    match.value = fit.captures.member_count > 0 ? member_name(set_, fit.captures.members[0]) : std::string_view{};
  }
  match.year = fit.captures.year;
  match.from = fit.from;
  match.to = fit.to;
  const auto number = pattern.claim                   ? fit.captures.percent
                      : fit.captures.number_count > 0 ? fit.captures.numbers[0]
                                                      : kNoIndex;
  if (number != kNoIndex) {
    match.number = scan_.numbers()[number].number;
  }
  reading_.matches.push_back(std::move(match));
}

void MatchWriter::write_facts(const Pattern& pattern, const Fit& fit) {
  const Captures& captures = fit.captures;
  const auto number = [&](std::uint32_t i) -> const NumberToken* {
    return i < captures.number_count ? &scan_.numbers()[captures.numbers[i]] : nullptr;
  };
  if (pattern.also) {
    write_fact(pattern, fit, *pattern.also, number(0));
  }
  std::vector<const TakenMember*> members;
  for (std::uint32_t i = 0; i < captures.member_count; ++i) {
    const auto takes = [&](const TakenDimension& taken) { return taken.class_id == captures.members[i].of; };
    const bool has_key = std::any_of(pattern.member_keys.begin(), pattern.member_keys.end(), [&](const MemberKey& m) {
      return m.member == member_name(set_, captures.members[i]);
    });
    if (has_key || std::any_of(pattern.taken.begin(), pattern.taken.end(), takes)) {
      members.push_back(&captures.members[i]);
    }
  }
  if (members.empty()) {
    members.push_back(nullptr);
  }
  const bool shared = captures.number_count == 1 && members.size() > 1;
  if (shared && !pattern.each && !number(0)->number.value.is_zero()) {
    write_sum(pattern, fit, members, *number(0));
    return;
  }
  if (!shared && captures.number_count > 0 && captures.number_count != members.size()) {
    return;
  }
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    if (const auto key = key_for(pattern, members[i])) {
      write_fact(pattern, fit, *key, shared ? number(0) : number(i));
    }
  }
}

/// One figure for several things is their sum.
void MatchWriter::write_sum(const Pattern& pattern, const Fit& fit, const std::vector<const TakenMember*>& members,
                            const NumberToken& token) {
  SentenceMatch match;
  match.kind = SentenceMatch::Kind::claim;
  match.pattern = fit.pattern;
  match.claim = ClaimKind::sum;
  match.number = token.number;
  match.unit = pattern.unit;
  match.from = token.from;
  match.to = token.to;
  match.unit_from = token.unit_from;
  match.unit_to = token.unit_to;
  for (const TakenMember* member : members) {
    auto key = key_for(pattern, member);
    if (!key) {
      return;
    }
    match.parts.push_back(std::move(*key));
  }
  reading_.matches.push_back(std::move(match));
}

/// What a member, or the context in its place, is bound to instead of the pattern's concept.
const MemberKey* MatchWriter::member_key(const Pattern& pattern, const TakenMember* member) const {
  const auto name = member != nullptr        ? member_name(set_, *member)
                    : pattern.by != kNoIndex ? context_.values[pattern.by]
                                             : std::string_view{};
  const auto found = std::find_if(pattern.member_keys.begin(), pattern.member_keys.end(),
                                  [&](const MemberKey& own) { return !name.empty() && own.member == name; });
  return found == pattern.member_keys.end() ? nullptr : &*found;
}

std::optional<ConceptKey> MatchWriter::key_for(const Pattern& pattern, const TakenMember* member) const {
  const MemberKey* own = member_key(pattern, member);
  if (own != nullptr ? !own->key : !pattern.key) {
    return std::nullopt;
  }
  ConceptKey key = own != nullptr ? *own->key : *pattern.key;
  for (const TakenDimension& taken : pattern.taken) {
    const bool from_word = member != nullptr && member->of == taken.class_id;
    if (from_word && own != nullptr) {
      continue;
    }
    const auto name = from_word ? member_name(set_, *member) : context_.values[taken.value];
    if (name.empty()) {
      return std::nullopt;
    }
    key.dims.set(taken.dimension, name);
  }
  return key;
}

void MatchWriter::write_fact(const Pattern& pattern, const Fit& fit, const ConceptKey& key, const NumberToken* token) {
  SentenceMatch match;
  match.pattern = fit.pattern;
  match.key = key;
  match.unit = pattern.unit;
  match.status = pattern.status.value_or(Status::reported);
  match.from = token != nullptr ? token->from : fit.from;
  match.to = token != nullptr ? token->to : fit.to;
  if (token != nullptr) {
    match.number = token->number;
    if (const auto negative = Decimal::subtract(Decimal(0), token->number.value); pattern.minus && negative) {
      match.number->value = *negative;
    }
    match.unit_from = token->unit_from;
    match.unit_to = token->unit_to;
  }
  reading_.matches.push_back(std::move(match));
}

}  // namespace nianbao::prose
