#include "check/cell_index.hpp"

#include <algorithm>

#include "report/template_walk.hpp"

namespace nianbao::check {

CellIndex::CellIndex(const Template& format) : numbers_(cells_of(format).size()) {
  std::vector<std::vector<std::uint32_t>> prescribing;
  for (std::uint32_t form = 0; form < format.forms.size(); ++form) {
    for (const auto& block : format.forms[form].blocks) {
      add(block, form, prescribing);
    }
  }
  for (const auto& forms : prescribing) {
    first_.push_back(static_cast<std::uint32_t>(forms_.size()));
    forms_.insert(forms_.end(), forms.begin(), forms.end());
  }
  first_.push_back(static_cast<std::uint32_t>(forms_.size()));
  std::sort(ids_.begin(), ids_.end());
  ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
}

void CellIndex::add(const TemplateBlock& block, std::uint32_t form,
                    std::vector<std::vector<std::uint32_t>>& prescribing) {
  const auto columns = value_columns(block);
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const auto& cell = block.cell(row, column);
      if (!cell.present) {
        continue;
      }
      const auto next = static_cast<std::uint32_t>(keys_.size());
      const auto number = numbers_.insert(cell.key, ConceptKeyHash()(cell.key), next,
                                          [&](std::uint32_t at) -> const ConceptKey& { return *keys_[at]; });
      if (number == next) {
        keys_.push_back(&cell.key);
        ids_.push_back(cell.key.id);
        prescribing.emplace_back();
      }
      auto& forms = prescribing[number];
      const bool optional = block.rows[row].optional || columns[column]->optional;
      if (!optional && (forms.empty() || forms.back() != form)) {
        forms.push_back(form);
      }
    }
  }
}

std::uint32_t CellIndex::find(const ConceptKey& key, std::size_t hash) const noexcept {
  return numbers_.find(key, hash, [&](std::uint32_t at) -> const ConceptKey& { return *keys_[at]; });
}

std::span<const std::uint32_t> CellIndex::prescribing(std::uint32_t cell) const noexcept {
  return std::span(forms_).subspan(first_[cell], first_[cell + 1] - first_[cell]);
}

}  // namespace nianbao::check
