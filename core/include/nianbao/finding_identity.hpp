// By what a finding is known again: verdicts hold while id and fingerprint agree.
#pragma once

#include <string>

#include <nianbao/sdk/report.hpp>

namespace nianbao {

/// Hash of the rule and of concept, dimensions and source of the finding's facts: the same finding
/// in another reading of the report, or after a correction, keeps it. 16 hexadecimal digits.
[[nodiscard]] std::string finding_id(const Finding& finding, const Report& report);

/// Hash of the id and of the facts' values and statuses: changes when a figure changes.
[[nodiscard]] std::string finding_fingerprint(const Finding& finding, const Report& report);

}  // namespace nianbao
