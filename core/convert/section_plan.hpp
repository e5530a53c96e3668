// The sections of a target format while narrative is moved into them.
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// A part of a section: prescribed by the template, or brought along from the source.
struct PlannedPart {
  SectionKind kind = SectionKind::overview;
  std::string_view number;
  std::string_view heading;
  const TemplatePart* prescribed = nullptr;  ///< null: brought along
  std::vector<SectionBlock> blocks;
  std::uint32_t headings = 0;     ///< of level 3 moved into it, numbered in order
  std::uint32_t subheadings = 0;  ///< of level 4 below the last of them
};

/// A section of the target with what has been moved into it.
struct PlannedSection {
  const TemplateSection* prescribed = nullptr;
  PlannedPart own;                ///< text directly under the section's heading
  std::deque<PlannedPart> parts;  ///< references to them stay valid while parts are added
  bool taken = false;             ///< a section of the source stands here with its own heading
  bool parts_kept = false;        ///< its parts are the source's
};

/// Where a kind of narrative belongs: a section, and one of its prescribed parts or none.
struct Destination {
  std::size_t section = 0;
  const TemplatePart* part = nullptr;
};

/// All sections of the target, of which there is at least one.
class SectionPlan {
 public:
  explicit SectionPlan(const Template& target);

  [[nodiscard]] std::vector<PlannedSection>& sections() noexcept { return sections_; }
  [[nodiscard]] const Destination& destination(SectionKind kind) const noexcept {
    return destinations_[static_cast<std::size_t>(kind)];
  }
  /// The part narrative of the kind is to be appended to: the prescribed one, or where the section's
  /// parts are the source's, the one of that kind.
  [[nodiscard]] PlannedPart& place_for(SectionKind kind);
  /// The sections with all that was moved into them, in order; prescribed parts are there where any of
  /// them has text.
  [[nodiscard]] std::vector<Section> finish(bool attachment);

 private:
  [[nodiscard]] Destination find(SectionKind kind) const;
  template <typename F>
  [[nodiscard]] std::optional<Destination> find_part(F fits) const;
  template <typename F>
  [[nodiscard]] std::optional<Destination> find_section(F fits) const;
  [[nodiscard]] PlannedPart& kept_part(PlannedSection& section, SectionKind kind, const TemplatePart& prescribed);

  std::vector<PlannedSection> sections_;
  std::array<Destination, 12> destinations_;
};

}  // namespace nianbao
