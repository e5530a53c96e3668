// Page numbers and running heads.
#pragma once

#include <vector>

#include "layout/page_items.hpp"

namespace nianbao::pdf {

/// Removes lines that stand at the top or bottom edge of a page and are its number alone, or stand at the same
/// height of other pages with the same words (figures aside).
void remove_furniture(std::vector<PageItems>& pages);

}  // namespace nianbao::pdf
