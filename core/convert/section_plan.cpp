#include "convert/section_plan.hpp"

#include <algorithm>

namespace nianbao {
namespace {

bool holds(const std::vector<SectionKind>& kinds, SectionKind kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

PlannedPart planned(const TemplatePart& part) { return {part.kind, part.number, part.heading, &part, {}, 0, 0}; }

}  // namespace

SectionPlan::SectionPlan(const Template& target) {
  for (const auto& section : target.sections) {
    PlannedSection planned_section;
    planned_section.prescribed = &section;
    planned_section.own.kind = section.kind;
    planned_section.own.number = section.number;
    planned_section.own.heading = section.heading;
    for (const auto& part : section.parts) {
      planned_section.parts.push_back(planned(part));
    }
    sections_.push_back(std::move(planned_section));
  }
  for (std::size_t kind = 0; kind < destinations_.size(); ++kind) {
    destinations_[kind] = find(static_cast<SectionKind>(kind));
  }
}

/// What a template says outright comes before what follows from the kinds of its parts and sections.
Destination SectionPlan::find(SectionKind kind) const {
  const auto said = [&](const auto& entry) { return holds(entry.takes, kind); };
  const auto own_part = [&](const TemplatePart& part) { return part.takes.empty() && part.kind == kind; };
  const auto own_section = [&](const TemplateSection& section) {
    return section.takes.empty() && section.forms.empty() && section.kind == kind;
  };
  for (const auto& found : {find_part(said), find_section(said), find_part(own_part), find_section(own_section)}) {
    if (found) {
      return *found;
    }
  }
  // A kind the format has no place for goes where other matters go, or else to the first narrative.
  if (kind != SectionKind::other_matters) {
    return find(SectionKind::other_matters);
  }
  const auto narrative = [](const TemplateSection& section) { return section.forms.empty() && !section.attachment; };
  return find_section(narrative).value_or(Destination{});
}

template <typename F>
std::optional<Destination> SectionPlan::find_part(F fits) const {
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    for (const auto& part : sections_[i].prescribed->parts) {
      if (fits(part)) {
        return Destination{i, &part};
      }
    }
  }
  return std::nullopt;
}

template <typename F>
std::optional<Destination> SectionPlan::find_section(F fits) const {
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    if (fits(*sections_[i].prescribed)) {
      return Destination{i, nullptr};
    }
  }
  return std::nullopt;
}

PlannedPart& SectionPlan::place_for(SectionKind kind) {
  const auto& to = destination(kind);
  auto& section = sections_[to.section];
  if (to.part == nullptr) {
    return section.own;
  }
  if (section.parts_kept) {
    return kept_part(section, kind, *to.part);
  }
  return *std::find_if(section.parts.begin(), section.parts.end(),
                       [&](const PlannedPart& part) { return part.prescribed == to.part; });
}

PlannedPart& SectionPlan::kept_part(PlannedSection& section, SectionKind kind, const TemplatePart& prescribed) {
  const auto fits = [&](const PlannedPart& part) {
    return part.prescribed == &prescribed || part.kind == kind || part.kind == prescribed.kind;
  };
  auto it = std::find_if(section.parts.begin(), section.parts.end(), fits);
  if (it != section.parts.end()) {
    return *it;
  }
  section.parts.push_back(planned(prescribed));
  const auto index = section.parts.size() - 1;
  const auto& numbered = section.prescribed->parts;
  section.parts.back().number = index < numbered.size() ? numbered[index].number : std::string_view{};
  return section.parts.back();
}

std::vector<Section> SectionPlan::finish(bool attachment) {
  std::vector<Section> result;
  for (auto& planned_section : sections_) {
    const auto& prescribed = *planned_section.prescribed;
    if (prescribed.attachment != attachment) {
      continue;
    }
    result.push_back(
        {prescribed.kind, prescribed.number, prescribed.heading, 1, std::move(planned_section.own.blocks), {}});
    const bool any = std::any_of(planned_section.parts.begin(), planned_section.parts.end(),
                                 [](const PlannedPart& part) { return !part.blocks.empty(); });
    for (auto& part : planned_section.parts) {
      if (any || planned_section.parts_kept) {
        result.push_back({part.kind, part.number, part.heading, 2, std::move(part.blocks), {}});
      }
    }
  }
  return result;
}

}  // namespace nianbao
