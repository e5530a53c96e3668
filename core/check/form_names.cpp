#include "check/form_names.hpp"

#include <nianbao/sdk/text.hpp>

#include "report/template_walk.hpp"

namespace nianbao::check {
namespace {

/// A label without numbering and closing explanation, as printed.
std::string clean(std::string_view label) {
  const Folded folded = fold(label);
  const std::string whole = folded.utf8();
  const std::string key = label_key(label).key;
  const auto at = key.empty() ? std::string::npos : whole.find(key);
  if (at == std::string::npos) {
    return std::string(label);
  }
  const auto from = count_chars(std::string_view(whole).substr(0, at));
  return std::string(folded.slice(label, from, from + count_chars(key)));
}

}  // namespace

FormNames::FormNames(const TemplateForm& form) {
  for (std::uint32_t block = 0; block < form.blocks.size(); ++block) {
    add(form.blocks[block], block);
  }
}

/// Where a key stands twice, the upper cell of the leftmost column counts: columns are gone through from the left.
void FormNames::add(const TemplateBlock& block, std::uint32_t index) {
  std::vector<const Labels*> rows;
  for (const auto& row : block.rows) {
    rows.push_back(add_labels(row.path));
  }
  for (const auto& group : block.groups) {
    rows.push_back(add_labels(group.path));
  }
  const auto columns = value_columns(block);
  for (std::uint32_t column = 0; column < columns.size(); ++column) {
    Position at{nullptr, add_labels(columns[column]->path), index, 0, column, columns.size() == 1};
    for (; at.row < rows.size(); ++at.row) {
      at.row_labels = rows[at.row];
      if (const auto* cell = cell_at(block, at.row, column); cell != nullptr && cell->present) {
        positions_.try_emplace(cell->key, at);
      }
    }
  }
}

/// Groups are numbered behind the rows; their rows of cells may be shorter.
const TemplateCell* FormNames::cell_at(const TemplateBlock& block, std::size_t row, std::size_t column) {
  if (row < block.rows.size()) {
    return &block.cell(row, column);
  }
  const auto& cells = block.groups[row - block.rows.size()].cells;
  return column < cells.size() ? &cells[column] : nullptr;
}

/// The last two labels of a path, as they are called.
const FormNames::Labels* FormNames::add_labels(const std::vector<std::string_view>& path) {
  auto& labels = labels_.emplace_back();
  labels.own = path.empty() ? std::string{} : clean(path.back());
  labels.group = path.size() < 2 ? std::string{} : clean(path[path.size() - 2]);
  return &labels;
}

const FormNames::Position* FormNames::find(const ConceptKey& key) const {
  const auto it = positions_.find(key);
  return it == positions_.end() ? nullptr : &it->second;
}

}  // namespace nianbao::check
