// Tables on pages: true merges, header rows on every page, cells that go on over a page break.
#pragma once

#include <nianbao/sdk/document.hpp>

#include "cursor.hpp"

namespace nianbao::pdf_write {

/// Draws the table from the cursor on. A row stands on one page unless it is taller than one.
void write_table(const Table& table, Cursor& cursor);

/// What the table needs to begin on a page: its first rows of headers and the row below them.
[[nodiscard]] double beginning_of(const Table& table, Cursor& cursor);

}  // namespace nianbao::pdf_write
