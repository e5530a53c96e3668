// 审核意见表: findings as a form to send to the unit that made the report.
#pragma once

#include <string>
#include <vector>

#include <nianbao/concept_catalog.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao::command {

/// One checked report.
struct Reviewed {
  std::string file;
  const Report* report = nullptr;
  const ConceptCatalog* concepts = nullptr;
  std::string summary;  ///< what was checked
};

/// A Document with a table for each report: 序号、位置、问题、填报数、应核对数、依据、单位说明. The last column is
/// for the unit.
[[nodiscard]] Document review_form(const std::vector<Reviewed>& reports, Language language);

}  // namespace nianbao::command
