// The narrative of a report, moved to the sections of another format.
#pragma once

#include <string>
#include <vector>

#include <nianbao/ledger.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

#include "convert/target_cells.hpp"

namespace nianbao {

/// What narrative is moved from and to.
struct NarrativeMove {
  const Report& source;
  const Template& target;
  const std::vector<OutputForm>& forms;           ///< of the output
  bool own_forms = false;                         ///< they are the source's and move with its text
  const std::vector<const Template*>& templates;  ///< of the source's forms
  const std::vector<std::string>& structure_sentences;
};

/// Fills sections and attachments of the report with the target's sections, its forms, and the
/// source's narrative, each stretch where the target takes its kind. What stays out goes into the ledger:
/// sentences on the structure, headings that are replaced, lines that belong to an old form.
void move_narrative(const NarrativeMove& move, Report& report, Ledger& ledger);

}  // namespace nianbao
