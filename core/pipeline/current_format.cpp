#include "pipeline/current_format.hpp"

#include <algorithm>

#include "rules/whereabouts.hpp"

namespace nianbao {
namespace {

bool is_in(const std::string& file, const std::string& folder) {
  return !folder.empty() && file.size() > folder.size() && file[folder.size()] == '/' &&
         file.compare(0, folder.size(), folder) == 0;
}

bool is_in_any(const std::string& file, const std::vector<std::string>& folders) {
  return std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) { return is_in(file, folder); });
}

bool is_the_nations(const Template& format, const TemplateSet& set, const std::vector<std::string>& installed) {
  if (says_nationwide(format) || !format.applies_to.jurisdictions.empty()) {
    return says_nationwide(format);
  }
  return is_in_any(format.file, installed) ||
         std::any_of(set.doubles.begin(), set.doubles.end(), [&](const SameTemplate& other) {
           return other.id == format.id && is_in_any(other.second, installed);
         });
}

}  // namespace

bool says_nationwide(const Template& format) {
  const auto& places = format.applies_to.jurisdictions;
  return std::find(places.begin(), places.end(), kNationwide) != places.end();
}

const Template* current_format(const TemplateSet& set, int year, const std::vector<std::string>& installed) {
  const Template* begun = nullptr;
  const Template* oldest = nullptr;
  for (const auto& format : set.templates) {
    const auto from = format->in_force.from;
    if (from == 0 || format->in_force.to != 0 || format->forms.empty() || !is_the_nations(*format, set, installed)) {
      continue;
    }
    if (from <= year && (begun == nullptr || from > begun->in_force.from)) {
      begun = format.get();
    }
    if (oldest == nullptr || from < oldest->in_force.from) {
      oldest = format.get();
    }
  }
  return begun != nullptr ? begun : oldest;
}

}  // namespace nianbao
