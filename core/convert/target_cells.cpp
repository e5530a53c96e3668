#include "convert/target_cells.hpp"

#include <algorithm>
#include <string>

namespace nianbao {
namespace {

constexpr int kLatest = 9999;  // a year nothing ends before

std::string joined(const std::vector<std::string_view>& path) {
  std::string text;
  for (const auto& part : path) {
    if (!part.empty()) {
      text += text.empty() ? "" : "／";
      text += part;
    }
  }
  return text;
}

const TemplateColumn& value_column(const TemplateBlock& block, std::uint32_t index) {
  auto it = std::find_if(block.columns.begin(), block.columns.end(), [&](const TemplateColumn& column) {
    return column.role == ColumnRole::value && index-- == 0;
  });
  return *it;
}

std::string label_of(const TemplateForm& form, const TemplateBlock& block, std::uint32_t row, std::uint32_t column,
                     Language language) {
  std::string label = form.title.in(language);
  for (const auto& part :
       {std::string(block.heading), joined(block.rows[row].path), joined(value_column(block, column).path)}) {
    if (!part.empty()) {
      label += label.empty() ? part : "·" + part;
    }
  }
  return label;
}

ConceptKey key_of(const TemplateCell& cell, std::string_view instance) {
  ConceptKey key = cell.key;
  if (!instance.empty()) {
    key.dims.set("instance", instance);
  }
  return key;
}

/// True if any cell of the optional row or column has facts in the source.
bool has_facts(const TemplateBlock& block, const LedgerCell& cell, bool along_row, const FactPool& pool) {
  const auto columns = block.value_columns();
  for (std::uint32_t i = 0; i < block.cells.size(); ++i) {
    const bool beside = along_row ? i / columns == cell.row : i % columns == cell.column;
    if (beside && block.cells[i].present &&
        !pool.facts_of(key_of(block.cells[i], cell.key.dims.get("instance"))).empty()) {
      return true;
    }
  }
  return false;
}

/// What only some reports print. Where the form changed over the years, the year says; a form of the source's own
/// has what it had.
bool printed(bool optional, const YearRange& years, bool own_form, int year, bool has_facts) {
  if (!optional) {
    return true;
  }
  const bool by_year = !own_form && !years.open();
  return by_year ? years.contains(year == 0 ? kLatest : year) : has_facts;
}

bool printed(const TemplateBlock& block, const LedgerCell& cell, const FactPool& pool, bool own_form) {
  const auto& row = block.rows[cell.row];
  const auto& column = value_column(block, cell.column);
  const auto year = pool.source().year;
  return printed(row.optional, row.years, own_form, year, has_facts(block, cell, true, pool)) &&
         printed(column.optional, column.years, own_form, year, has_facts(block, cell, false, pool));
}

}  // namespace

std::vector<OutputForm> output_forms(const Template& target, const Report& source,
                                     const std::vector<const Template*>& templates, bool own_forms) {
  std::vector<OutputForm> result;
  for (const auto& form : target.forms) {
    std::uint32_t instances = 1;
    for (const auto& read : source.forms) {
      if (own_forms && read.format == target.id && read.id == form.id) {
        instances = std::max(instances, read.instance);
      }
    }
    for (std::uint32_t instance = 1; instance <= instances; ++instance) {
      result.push_back({&target, &form, instance});
    }
  }
  for (const auto& read : source.forms) {
    const auto* format = find_template(templates, read.format);
    const auto* form = format == nullptr ? nullptr : format->form(read.id);
    // A section says where a form stands by its id and instance alone.
    if (own_forms && form != nullptr && find_form(result, read.id, read.instance) == nullptr) {
      result.push_back({format, form, read.instance});
    }
  }
  return result;
}

const OutputForm* find_form(const std::vector<OutputForm>& forms, std::string_view id, std::uint32_t instance) {
  const auto it = std::find_if(forms.begin(), forms.end(),
                               [&](const OutputForm& one) { return one.form->id == id && one.instance == instance; });
  return it == forms.end() ? nullptr : &*it;
}

std::vector<LedgerCell> target_cells(const std::vector<OutputForm>& forms, const FactPool& pool, Language language,
                                     Arena& arena) {
  std::vector<LedgerCell> result;
  for (const auto& output : forms) {
    const auto* form = output.form;
    const auto instance = output.instance;
    const auto member = instance == 1 ? std::string_view{} : arena.store(std::to_string(instance));
    for (std::uint32_t b = 0; b < form->blocks.size(); ++b) {
      const auto& block = form->blocks[b];
      const auto columns = block.value_columns();
      for (std::uint32_t i = 0; i < block.cells.size(); ++i) {
        LedgerCell cell;
        cell.form = form->id;
        cell.instance = instance;
        cell.block = b;
        cell.row = i / columns;
        cell.column = i % columns;
        cell.key = key_of(block.cells[i], member);
        if (block.cells[i].present && printed(block, cell, pool, pool.own_forms())) {
          cell.label = label_of(*form, block, cell.row, cell.column, language);
          result.push_back(std::move(cell));
        }
      }
    }
  }
  return result;
}

const TemplateCell& template_cell(const std::vector<OutputForm>& forms, const LedgerCell& cell) {
  return find_form(forms, cell.form, cell.instance)->form->blocks[cell.block].cell(cell.row, cell.column);
}

}  // namespace nianbao
