// The narrative of a report, moved to the sections of another format.
#pragma once

#include <string>
#include <vector>

#include <nianbao/ledger.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

#include "convert/target_cells.hpp"

namespace nianbao {

/// Fills sections and attachments of the report with the target's sections, its forms, and the
/// source's narrative, each stretch where the target takes its kind. Moves, headings and sentences that
/// stay out go into the ledger. Nothing else is left out.
void move_narrative(const Report& source, const Template& target, const std::vector<TargetForm>& forms,
                    const std::vector<std::string>& structure_sentences, Report& report, Ledger& ledger);

}  // namespace nianbao
