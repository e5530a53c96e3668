// Headings of the source that the output prints nowhere.
#pragma once

#include <vector>

#include <nianbao/convert.hpp>

namespace nianbao {

/// Puts into the ledger each heading of a section and title of an attachment that the moved narrative and the
/// output's forms do not print: the target has its own in their place.
void list_lost_headings(const Report& source, const std::vector<OutputForm>& forms, const Report& output,
                        Ledger& ledger);

}  // namespace nianbao
