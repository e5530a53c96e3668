// Whose figures the tables are that a report gives more than once.
#pragma once

#include "outline/section_plan.hpp"

namespace nianbao {

/// Sets scope and caption of forms that the report has several of, from the lines right above each: （全市）, （市本级）.
/// A form without such a line keeps an unknown scope.
void read_form_scopes(const SectionWork& work, Report& report);

}  // namespace nianbao
