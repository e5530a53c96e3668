// The row of a table where a page ends.
#pragma once

#include <cstdint>

#include "layout/grid.hpp"

namespace nianbao::pdf {

/// Joins what the page break before this row has cut: the row above, if it goes on in this one, and cells that span
/// rows on both sides.
void mend_seam(Grid& grid, std::uint32_t row);

}  // namespace nianbao::pdf
