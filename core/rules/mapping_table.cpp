// What a conversion between two formats can fill, cell by cell, before any report is seen.
#include <algorithm>

#include <nianbao/rule_listing.hpp>

#include "report/template_walk.hpp"

namespace nianbao {
namespace {

/// Every cell of a format, blank: which of them an expression asks for.
class BlankForm : public ValueSource {
 public:
  explicit BlankForm(std::vector<ConceptKey> keys) : keys_(std::move(keys)) {}

  [[nodiscard]] bool contains(const ConceptKey& key) const override { return keys_.contains(key); }
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override {
    keys_.ids_below(prefix, deep, dims, ids);
  }
  [[nodiscard]] Figure figure(const ConceptKey& key) const override {
    Figure figure;
    figure.state = keys_.contains(key) ? FigureState::blank : FigureState::absent;
    return figure;
  }

 private:
  KeyList keys_;
};

/// What a report of the format may have: its cells, or where it prints no form what sentences may state.
std::vector<ConceptKey> keys_of(const Template& format, const RuleSet& rules) {
  std::vector<ConceptKey> keys;
  for (const auto* cell : cells_of(format)) {
    keys.push_back(cell->key);
  }
  if (!keys.empty()) {
    return keys;
  }
  for (const auto& pattern : rules.prose().patterns) {
    if (!pattern.key.id.empty()) {
      keys.push_back(pattern.key);
    }
  }
  return keys;
}

/// A format and what it extends.
std::vector<std::string_view> ids_of(const Template& format, const std::vector<const Template*>& templates) {
  std::vector<std::string_view> ids{format.id};
  auto base = format.extends;
  for (std::size_t i = 0; i < templates.size() && !base.empty(); ++i) {
    ids.push_back(base);
    const auto it = std::find_if(templates.begin(), templates.end(), [&](const Template* t) { return t->id == base; });
    base = it == templates.end() ? std::string_view() : (*it)->extends;
  }
  return ids;
}

bool is_for(const std::vector<std::string>& formats, const std::vector<std::string_view>& ids) {
  return formats.empty() || std::any_of(formats.begin(), formats.end(), [&](const std::string& format) {
           return std::find(ids.begin(), ids.end(), format) != ids.end();
         });
}

/// True if the form has every cell the line needs.
bool is_within(const MappingRule& line, const Binding& binding, const BlankForm& form) {
  if (line.from == nullptr) {
    return true;
  }
  EvaluateOptions options;
  options.totals = Totals::computed;
  const auto operands = line.from->evaluate(form, binding, options).operands;
  return std::none_of(operands.begin(), operands.end(),
                      [](const Operand& operand) { return operand.figure.state == FigureState::absent; });
}

/// True if the cells' dimensions have the same names.
bool alike(const Dims& a, const Dims& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Dimension& x, const Dimension& y) { return x.name == y.name; });
}

/// Joins the rows of one cell to those of the cell before where they say the same.
void append(std::vector<MappingRow>& table, std::size_t& last, std::vector<MappingRow> rows) {
  const auto& key = rows.front().cells.front();
  const bool same = table.size() - last == rows.size() && last < table.size() &&
                    table[last].cells.front().id == key.id && alike(table[last].cells.front().dims, key.dims) &&
                    std::equal(rows.begin(), rows.end(), table.begin() + static_cast<std::ptrdiff_t>(last),
                               [](const MappingRow& a, const MappingRow& b) {
                                 return a.same_concept == b.same_concept && a.line == b.line;
                               });
  if (same) {
    for (auto row = table.begin() + static_cast<std::ptrdiff_t>(last); row != table.end(); ++row) {
      row->cells.push_back(key);
    }
    return;
  }
  last = table.size();
  std::move(rows.begin(), rows.end(), std::back_inserter(table));
}

}  // namespace

std::vector<MappingRow> mapping_table(const RuleSet& rules, const Template& from, const Template& to,
                                      const std::vector<const Template*>& templates) {
  const BlankForm form(keys_of(from, rules));
  const auto from_ids = ids_of(from, templates);
  const auto to_ids = ids_of(to, templates);
  const auto source_cells = cells_of(from);
  std::vector<MappingRow> table;
  std::size_t last = 0;
  for (const auto* cell : cells_of(to)) {
    const auto printed = std::find_if(source_cells.begin(), source_cells.end(),
                                      [&](const TemplateCell* source) { return source->key == cell->key; });
    const bool stated = source_cells.empty() && cell->meaning.empty() && form.contains(cell->key);
    if (stated || (printed != source_cells.end() && (*printed)->meaning == cell->meaning)) {
      append(table, last, {{{cell->key}, true, nullptr}});
      continue;
    }
    std::vector<MappingRow> rows;
    for (const auto& line : rules.mappings()) {
      const auto binding = round_to(line, cell->key);
      if (binding && is_for(line.from_formats, from_ids) && is_for(line.to_formats, to_ids) &&
          is_within(line, *binding, form)) {
        rows.push_back({{cell->key}, false, &line});
      }
    }
    if (rows.empty()) {
      rows.push_back({{cell->key}, false, nullptr});
    }
    append(table, last, std::move(rows));
  }
  return table;
}

}  // namespace nianbao
