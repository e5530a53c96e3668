#include "trial/form_cells.hpp"

#include <algorithm>

#include "report/template_walk.hpp"

namespace nianbao {
namespace {

void add(const TemplateCell& cell, std::vector<ConceptKey>& keys) {
  if (cell.present && std::find(keys.begin(), keys.end(), cell.key) == keys.end()) {
    keys.push_back(cell.key);
  }
}

void add_block(const TemplateBlock& block, bool all, std::vector<ConceptKey>& keys) {
  const auto columns = value_columns(block);
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (all || (!block.rows[row].optional && !columns[column]->optional)) {
        add(block.cell(row, column), keys);
      }
    }
  }
  for (const auto& group : block.groups) {
    for (const auto& cell : group.cells) {
      if (all) {
        add(cell, keys);
      }
    }
  }
}

}  // namespace

std::vector<ConceptKey> FormCells::keys_of(const Template& format, Variants variants) {
  std::vector<ConceptKey> keys;
  for (const auto& form : format.forms) {
    for (const auto& block : form.blocks) {
      add_block(block, variants == Variants::take_in, keys);
    }
  }
  return keys;
}

const ConceptKey* FormCells::find(const ConceptKey& key) const {
  const auto it = std::find(keys_.begin(), keys_.end(), key);
  return it == keys_.end() ? nullptr : &*it;
}

Figure FormCells::figure(const ConceptKey& key) const {
  Figure figure;
  figure.state = contains(key) ? FigureState::blank : FigureState::absent;
  return figure;
}

}  // namespace nianbao
