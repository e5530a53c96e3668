// Tables without lines: texts that stand one below the other.
#pragma once

#include <cstdint>

#include "layout/page_items.hpp"

namespace nianbao::pdf {

/// Makes tables of lines of text whose pieces stand in the same columns line after line: three lines or more. Two
/// columns of prose and forms to be filled in (`姓名：…  电话：…`) are none.
void find_aligned_tables(PageItems& page, std::uint64_t most_positions);

}  // namespace nianbao::pdf
