// The format that reports are converted to unless another is asked for.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/template.hpp>
#include <nianbao/template_loader.hpp>

namespace nianbao {

/// True if the format says that it applies to the whole country (applies-to: {jurisdictions: [全国]}).
[[nodiscard]] bool says_nationwide(const Template& format);

/// Of the nation's formats without an end: the newest that began by that year, else the oldest; reports of years before
/// it are brought to it too. The nation's are those of `installed` (folders: the program's own, and what takes the
/// place of a plugin of it) that name no place, those that take the place of one of these, and those from elsewhere
/// that say so: a bundle at hand changes nothing unless it means to. Null if there is none.
[[nodiscard]] const Template* current_format(const TemplateSet& set, int year,
                                             const std::vector<std::string>& installed);

}  // namespace nianbao
