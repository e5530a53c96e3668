// The cells a conversion has to fill.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/ledger.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

#include "convert/fact_pool.hpp"

namespace nianbao {

/// A form of the target as often as it is rendered.
struct TargetForm {
  const TemplateForm* form = nullptr;
  std::uint32_t instance = 1;
};

/// The forms of the target: each once, and in the same format as often as the source has it.
[[nodiscard]] std::vector<TargetForm> target_forms(const Template& target, const Report& source, bool same_format);

/// The cells of these forms as ledger entries, in the order they are printed; nothing is filled yet.
/// Optional rows and columns are there where the source has facts for them. Texts live in the template
/// and the arena.
[[nodiscard]] std::vector<LedgerCell> target_cells(const std::vector<TargetForm>& forms, const FactPool& pool,
                                                   Language language, Arena& arena);

/// The template's cell of a ledger entry.
[[nodiscard]] const TemplateCell& template_cell(const Template& target, const LedgerCell& cell);

}  // namespace nianbao
