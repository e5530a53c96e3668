#include "pipeline/current_format.hpp"

#include <algorithm>

#include "rules/whereabouts.hpp"

namespace nianbao {
namespace {

bool is_in(const std::string& file, const std::string& folder) {
  return !folder.empty() && file.size() > folder.size() && file[folder.size()] == '/' &&
         file.compare(0, folder.size(), folder) == 0;
}

bool is_the_nations(const Template& format, const std::string& installed) {
  return says_nationwide(format) || (format.applies_to.jurisdictions.empty() && is_in(format.file, installed));
}

}  // namespace

bool says_nationwide(const Template& format) {
  const auto& places = format.applies_to.jurisdictions;
  return std::find(places.begin(), places.end(), kNationwide) != places.end();
}

const Template* current_format(const TemplateSet& set, int year, const std::string& installed) {
  const Template* begun = nullptr;
  const Template* oldest = nullptr;
  for (const auto& format : set.templates) {
    const auto from = format->in_force.from;
    if (from == 0 || format->in_force.to != 0 || format->forms.empty() || !is_the_nations(*format, installed)) {
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
