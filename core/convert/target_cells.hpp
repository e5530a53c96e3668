// The cells a conversion has to fill.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/convert.hpp>

#include "convert/fact_pool.hpp"

namespace nianbao {

/// The forms of the target, each once. With forms of its own the output has them as often as the source does, and
/// after them the source's forms of other formats, which stay as they are.
[[nodiscard]] std::vector<OutputForm> output_forms(const Template& target, const Report& source,
                                                   const std::vector<const Template*>& templates, bool own_forms);
/// The form with this id and instance; null if there is none.
[[nodiscard]] const OutputForm* find_form(const std::vector<OutputForm>& forms, std::string_view id,
                                          std::uint32_t instance);

/// The cells of these forms as ledger entries, in the order they are printed; nothing is filled yet.
/// Optional rows and columns are there where the source has facts for them. Texts live in the template
/// and the arena.
[[nodiscard]] std::vector<LedgerCell> target_cells(const std::vector<OutputForm>& forms, const FactPool& pool,
                                                   Language language, Arena& arena);

/// The template's cell of a ledger entry, whose form is one of these.
[[nodiscard]] const TemplateCell& template_cell(const std::vector<OutputForm>& forms, const LedgerCell& cell);

}  // namespace nianbao
