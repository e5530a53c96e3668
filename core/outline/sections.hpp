// Filling the narrative of a report.
#pragma once

#include "outline/section_plan.hpp"

namespace nianbao {

/// Fills report.sections and report.attachments (see OutlineReader::fill_sections).
void build_sections(const SectionWork& work, Report& report);

}  // namespace nianbao
