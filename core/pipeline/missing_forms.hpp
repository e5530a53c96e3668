// Tables that the report's format prescribes and that were not found in it.
#pragma once

#include <vector>

#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao {

/// Adds a finding for each table of the format that no claim reads: it may be missing, or printed so that it was not
/// recognised, and its figures must not be lost in silence. It stands where the section of the table begins, else at
/// the first table. A report without a title is an excerpt, of which no table is expected.
void find_missing_forms(const Template& format, const std::vector<FormClaim>& claims, Report& report);

}  // namespace nianbao
