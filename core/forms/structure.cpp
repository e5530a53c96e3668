#include "forms/structure.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "forms/figure_reader.hpp"
#include "forms/form_text.hpp"

namespace nianbao::forms {
namespace {

bool is_row(const FigureRow& found, std::uint32_t block, std::uint32_t row) {
  return found.block == block && found.row == row && !found.group;
}

/// True if the document gives the group of this row in one row.
bool in_group(const std::vector<FigureRow>& found, const TemplateBlock& block, std::uint32_t index, std::uint32_t row) {
  return std::any_of(found.begin(), found.end(), [&](const FigureRow& f) {
    return f.group && f.block == index && row >= block.groups[f.row].first_row && row < block.groups[f.row].end_row;
  });
}

/// The cell a finding names for a row of a group: its last, which is the total where there is one.
const TemplateCell* last_cell(const TemplateBlock& block, std::uint32_t row) {
  for (auto column = block.value_columns(); column-- > 0;) {
    if (block.cell(row, column).present) {
      return &block.cell(row, column);
    }
  }
  return nullptr;
}

void add_cells(const TemplateBlock& block, std::uint32_t row, std::vector<ConceptKey>& keys) {
  for (std::uint32_t column = 0; column < block.value_columns(); ++column) {
    if (block.cell(row, column).present) {
      keys.push_back(block.cell(row, column).key);
    }
  }
}

void add_group_cells(const TemplateGroup& group, std::vector<ConceptKey>& keys) {
  for (const auto& cell : group.cells) {
    if (cell.present) {
      keys.push_back(cell.key);
    }
  }
}

const TemplateColumn& value_column(const TemplateBlock& block, std::uint32_t index) {
  const auto column = std::find_if(block.columns.begin(), block.columns.end(), [&](const TemplateColumn& c) {
    return c.role == ColumnRole::value && index-- == 0;
  });
  return *column;
}

std::string label_of(const Rows& rows, const Item& item) {
  std::string text;
  for (auto at = item.label.from; at < item.label.to; ++at) {
    if (!rows.tokens[at].spanned && rows.tokens[at].kind == TokenKind::label) {
      text.append(rows.tokens[at].text);
    }
  }
  return text;
}

}  // namespace

void StructureFinder::rows(const std::vector<FigureRow>& found) {
  std::vector<std::string_view> labels;
  std::vector<ConceptKey> keys;
  for (std::uint32_t b = 0; b < claim_.form->blocks.size(); ++b) {
    const auto& block = claim_.form->blocks[b];
    for (std::uint32_t row = 0; row < block.rows.size(); ++row) {
      const auto& line = block.rows[row];
      const bool there = std::any_of(found.begin(), found.end(), [&](const FigureRow& f) { return is_row(f, b, row); });
      if (there || !line.figures || line.optional) {
        continue;
      }
      report_.forms[form_].rows_missing.push_back(report_.store(line.path.back()));
      if (!in_group(found, block, b, row)) {
        labels.push_back(line.path.back());
        add_cells(block, row, keys);
      }
    }
  }
  for (const auto& row : found) {
    if (row.group) {
      group_found(row);
    }
  }
  if (labels.empty()) {
    return;
  }
  auto& finding = add(forms::rows_missing(*claim_.form, labels), report_.forms[form_].at);
  for (const auto& key : keys) {
    name(finding, key);
  }
}

void StructureFinder::group_found(const FigureRow& row) {
  const auto& block = claim_.form->blocks[row.block];
  const auto& group = block.groups[row.row];
  const Place at = row.tokens.empty() ? report_.forms[form_].at : place_of(*row.tokens.front());
  auto& finding = add(one_row_for_group(*claim_.form, group.path.back(), group.end_row - group.first_row), at);
  name(finding, group.cells.back().key);
  for (auto member = group.first_row; member < group.end_row; ++member) {
    if (const auto* cell = last_cell(block, member)) {
      name(finding, cell->key);
    }
  }
}

void StructureFinder::columns(const std::vector<FigureRow>& found,
                              const std::vector<std::vector<std::uint32_t>>& missing) {
  for (std::uint32_t b = 0; b < missing.size(); ++b) {
    std::vector<std::string> labels;
    std::vector<ConceptKey> keys;
    for (const auto index : missing[b]) {
      const auto& column = value_column(claim_.form->blocks[b], index);
      report_.forms[form_].columns_missing.push_back(report_.store(column.path.back()));
      if (column.optional) {
        continue;
      }
      const auto depth = column.path.size();
      labels.push_back((depth > 1 ? std::string(column.path[depth - 2]) + "·" : "") + std::string(column.path.back()));
      for (const auto& row : found) {
        if (row.block == b && !row.group && claim_.form->blocks[b].cell(row.row, index).present) {
          keys.push_back(claim_.form->blocks[b].cell(row.row, index).key);
        }
      }
    }
    if (labels.empty()) {
      continue;
    }
    auto& finding = add(forms::columns_missing(*claim_.form, labels), report_.forms[form_].at);
    for (const auto& key : keys) {
      name(finding, key);
    }
  }
}

void StructureFinder::gaps(const std::vector<FigureRow>& found, const ColumnReading& reading) {
  std::vector<std::string_view> labels;
  std::vector<ConceptKey> keys;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto& block = claim_.form->blocks[found[i].block];
    const auto& missing = reading.missing[found[i].block];
    const auto before = keys.size();
    for (std::uint32_t column = 0; column < block.value_columns() && found[i].layout != Layout::grid; ++column) {
      const auto& cell = found[i].group ? block.groups[found[i].row].cells[column] : block.cell(found[i].row, column);
      const bool gone = std::find(missing.begin(), missing.end(), column) != missing.end();
      const Figure& figure = reading.rows[i][column];
      if (cell.present && !gone && figure.token == nullptr && figure.rival == nullptr) {
        keys.push_back(cell.key);
      }
    }
    if (keys.size() != before) {
      labels.push_back(found[i].group ? block.groups[found[i].row].path.back() : block.rows[found[i].row].path.back());
    }
  }
  if (!keys.empty()) {
    auto& finding = add(cells_without_trace(*claim_.form, labels), report_.forms[form_].at);
    for (const auto& key : keys) {
      name(finding, key);
    }
  }
}

void StructureFinder::doubled(const Rows& rows, const Items& items, const std::vector<Match>& doubled) {
  for (const auto& match : doubled) {
    const auto& item = items.items[match.item];
    const auto& block = claim_.form->blocks[match.target.block];
    const auto& path = match.target.group ? block.groups[match.target.row].path : block.rows[match.target.row].path;
    if (!item.has_number) {
      continue;
    }
    std::vector<ConceptKey> keys;
    if (match.target.group) {
      add_group_cells(block.groups[match.target.row], keys);
    } else {
      add_cells(block, match.target.row, keys);
    }
    // Which of the two is the row cannot be told: all its cells are to be looked at.
    auto& finding = add(row_twice(*claim_.form, path.back()), place_of(rows.tokens[item.figures.front()]));
    for (const auto& key : keys) {
      name(finding, key);
    }
  }
}

void StructureFinder::foreign(const Rows& rows, const Items& items, const std::vector<std::uint32_t>& foreign) {
  for (const auto i : foreign) {
    const Item& item = items.items[i];
    context_.diagnostics.report("row-not-read", Severity::warning, unknown_row(*claim_.form, label_of(rows, item)),
                                place_of(rows.tokens[item.figures.front()]));
  }
}

void StructureFinder::unread(const std::vector<const Token*>& figures) {
  constexpr std::size_t kMany = 4;  // that many of a column are told as one
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const Token*>> columns;
  std::vector<const Token*> single;
  for (const auto* token : figures) {
    const auto at = place_of(*token);
    (at.row != 0 ? columns[{at.block, token->column}] : single).push_back(token);
  }
  for (auto& [column, tokens] : columns) {
    if (tokens.size() < kMany) {
      single.insert(single.end(), tokens.begin(), tokens.end());
      continue;
    }
    context_.diagnostics.report("figure-not-read", Severity::warning,
                                unread_column(*claim_.form, column.second, tokens.size(), tokens.front()->text),
                                place_of(*tokens.front()));
  }
  for (const auto* token : single) {
    context_.diagnostics.report("figure-not-read", Severity::warning, unread_figure(*claim_.form, token->text),
                                place_of(*token));
  }
}

Finding& StructureFinder::add(Message message, const Place& at) {
  Finding finding;
  finding.rule = "extract/structure";
  finding.kind = FindingKind::structure;
  finding.severity = FindingSeverity::doubt;
  finding.message = std::move(message);
  finding.at = at;
  report_.findings.push_back(std::move(finding));
  return report_.findings.back();
}

void StructureFinder::name(Finding& finding, const ConceptKey& key) const {
  FindingFact fact;
  fact.key.id = report_.store(key.id);
  for (const auto& dimension : key.dims) {
    fact.key.dims.set(report_.store(dimension.name), report_.store(dimension.member));
  }
  if (claim_.instance > 1) {
    fact.key.dims.set("instance", report_.store(std::to_string(claim_.instance)));
  }
  for (auto i = first_fact_; i < report_.facts.size(); ++i) {
    if (report_.facts[i].key == fact.key) {
      fact.fact = static_cast<std::uint32_t>(i);
    }
  }
  finding.facts.push_back(std::move(fact));
}

}  // namespace nianbao::forms
