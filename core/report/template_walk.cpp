#include "report/template_walk.hpp"

namespace nianbao {

std::vector<const TemplateColumn*> value_columns(const TemplateBlock& block) {
  std::vector<const TemplateColumn*> columns;
  for (const auto& column : block.columns) {
    if (column.role == ColumnRole::value) {
      columns.push_back(&column);
    }
  }
  return columns;
}

std::vector<const TemplateCell*> cells_of(const Template& format) {
  std::vector<const TemplateCell*> cells;
  for (const auto& form : format.forms) {
    for (const auto& block : form.blocks) {
      for (const auto& cell : block.cells) {
        if (cell.present) {
          cells.push_back(&cell);
        }
      }
    }
  }
  return cells;
}

}  // namespace nianbao
