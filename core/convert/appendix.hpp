// The facts that found no cell, for the end of the Document or a Document of their own.
#pragma once

#include <optional>
#include <vector>

#include <nianbao/ledger.hpp>

namespace nianbao {

/// Heading, explanation and table of the facts that are offered or unplaced, and the notes that found
/// no place; empty if there are none.
[[nodiscard]] std::vector<Block> appendix_blocks(const Ledger& ledger, Language language, Arena& arena);

/// Takes such blocks out of a Document that was read from a converted file: they are no part of its report.
/// Gives the place of the first of them; none if there are none.
[[nodiscard]] std::optional<Place> take_out_appendix(Document& document);

}  // namespace nianbao
