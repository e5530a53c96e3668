// The Report of a conversion, but for its narrative.
#pragma once

#include <nianbao/convert.hpp>

#include "convert/placing.hpp"
#include "convert/target_cells.hpp"

namespace nianbao {

/// Copies the whole source: in its own format a report stays what it is.
void copy_whole(const Report& source, Report& report);

/// Writes header, forms, notes and facts of the target: a fact for every cell, and the facts and claims
/// of the narrative. Notes and what does not stand in the output go into the ledger. With forms of the source's
/// own its forms, facts and claims are copied as they are.
void build_report(Placing& placing, const Template& target, Report& report);

/// With forms of the source's own: counts the notes, which all stay.
void count_kept_notes(const Report& source, Ledger& ledger);

}  // namespace nianbao
