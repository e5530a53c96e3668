#include "outline/issuer.hpp"

#include <algorithm>

namespace nianbao {
namespace {

bool is_code(std::string_view text) {
  return text.size() == 6 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string choose_issuer(const IssuerEvidence& evidence, const Report& report) {
  const std::string* const others[] = {&evidence.property};
  const bool names_body = !evidence.title.empty() && is_body(fold(evidence.title).chars(), evidence.words);
  if (names_body) {
    return evidence.title;
  }
  if (!evidence.title.empty()) {
    if (report.signatory.starts_with(evidence.title)) {
      return std::string(report.signatory);
    }
    for (const auto* other : others) {
      if (other->starts_with(evidence.title)) {
        return *other;
      }
    }
    return evidence.title;
  }
  return report.signatory.empty() ? evidence.property : std::string(report.signatory);
}

/// The area in a name that no table knows: up to its zone, or up to what makes a body of it.
std::string_view area_of(std::string_view issuer, const OutlineWords& words) {
  const auto folded = fold(issuer);
  const auto chars = folded.chars();
  std::size_t end = 0;
  for (std::size_t to = 2; to <= chars.size(); ++to) {
    const auto part = chars.substr(0, to);
    if (!ends_with_word(part, words.zones).empty()) {
      end = to;
    }
  }
  if (end == 0) {
    const auto rest = chars.substr(0, chars.size() - ends_with_word(chars, words.bodies).size());
    end = !ends_with_word(rest, words.areas).empty() ? rest.size() : 0;
  }
  return folded.slice(issuer, 0, end);
}

/// The province of an area that its own name does not place; empty if nothing tells it.
std::string_view province_of(const IssuerEvidence& evidence, std::string_view area) {
  for (const auto& texts : evidence.places) {
    if (const auto named = evidence.jurisdictions->only_province_in(texts); !named.empty()) {
      return named;
    }
  }
  // A district's name is too common to tell anything: 朝阳区 is not of 朝阳市.
  const bool zone = !ends_with_word(fold(area).chars(), evidence.words.zones).empty();
  return zone ? evidence.jurisdictions->province_by_short_name(area) : std::string_view{};
}

/// The jurisdiction of this name; what its name does not place is placed by its province.
Jurisdiction placed(const IssuerEvidence& evidence, std::string_view area, Report& report) {
  if (area.empty() || !evidence.jurisdictions->find(area).within.empty()) {
    return {report.store(area), {}};
  }
  const std::string whole = std::string(province_of(evidence, area)) + std::string(area);
  const auto found = evidence.jurisdictions->find(whole);
  const bool known = found.name == whole && !found.code.empty();
  return known ? Jurisdiction{report.store(area), report.store(found.code)} : Jurisdiction{report.store(whole), {}};
}

/// The name of a branch without that of the national body it belongs to.
std::string_view without_parent(std::string_view issuer, const OutlineWords& words) {
  const auto folded = fold(issuer);
  const std::size_t parent = starts_with_word(folded.chars(), words.parents).size();
  return folded.slice(issuer, parent, folded.size());
}

Jurisdiction find_jurisdiction(const IssuerEvidence& evidence, std::string_view name, Report& report) {
  const auto issuer = without_parent(name, evidence.words);
  const auto area = area_of(issuer, evidence.words);
  if (evidence.jurisdictions == nullptr) {
    return {report.store(area), {}};
  }
  const auto found = evidence.jurisdictions->find(issuer);
  const bool zone =
      area.size() > found.name.size() && !ends_with_word(fold(area).chars(), evidence.words.zones).empty();
  if (found.code.empty() || zone) {
    return placed(evidence, found.name.empty() || zone ? area : found.name, report);
  }
  return {report.store(found.name), report.store(found.code)};
}

}  // namespace

void settle_issuer(const IssuerEvidence& evidence, Report& report) {
  const auto issuer = choose_issuer(evidence, report);
  report.issuer = report.store(issuer);
  if (evidence.asked.empty()) {
    report.jurisdiction = find_jurisdiction(evidence, issuer, report);
  } else if (is_code(evidence.asked)) {
    const auto name =
        evidence.jurisdictions != nullptr ? evidence.jurisdictions->name(evidence.asked) : std::string_view{};
    report.jurisdiction = {report.store(name), report.store(evidence.asked)};
  } else {
    const auto found = find_jurisdiction(evidence, evidence.asked, report);
    report.jurisdiction = {report.store(evidence.asked), found.code};
    if (found.name.ends_with(evidence.asked)) {
      report.jurisdiction.name = found.name;
    }
  }
}

}  // namespace nianbao
