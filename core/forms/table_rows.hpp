// Tables of a Document as rows of tokens.
#pragma once

#include "forms/row_writer.hpp"

namespace nianbao::forms {

/// Each row of the table is a row, each cell a token; a label that spans rows stands in all of them.
/// `block`: the number of the table's block.
void add_table_rows(const Table& table, std::uint32_t block, RowWriter& writer);

}  // namespace nianbao::forms
