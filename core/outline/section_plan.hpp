// Deciding which lines are headings of which section.
#pragma once

#include <vector>

#include "outline/headings.hpp"
#include "outline/words.hpp"

namespace nianbao {

/// What sections are made from.
struct SectionWork {
  const Document& document;
  const Outline& outline;
  const OutlineWords& words;
  const Headings& headings;
  const std::vector<ClaimedForm>& claims;

  [[nodiscard]] const Folded& fold_of(const OutlineLine& line) const { return outline.folds[line.block]; }
  [[nodiscard]] std::string_view text_of(const OutlineLine& line) const {
    return document.blocks[line.block].text()->chars;
  }
};

/// A line that begins something.
struct PlannedHeading {
  std::size_t line = 0;  ///< index in Outline::lines
  bool attachment = false;
  HeadingLine heading;  ///< level 1 or 2; of an attachment: its title, which may be empty
  SectionKind kind = SectionKind::overview;
};

/// The headings in document order. `covered` tells for each line whether a form claims all of it.
/// Numbers decide the level; a heading that lost its number fills a gap between numbers, or else is
/// one of the section above it.
[[nodiscard]] std::vector<PlannedHeading> plan_sections(const SectionWork& work, const std::vector<bool>& covered);

}  // namespace nianbao
