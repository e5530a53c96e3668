#include "check/cell_names.hpp"

#include <nianbao/sdk/text.hpp>

#include "check/figures.hpp"
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

/// The last two labels of a path that are not empty.
void take_path(const std::vector<std::string_view>& path, std::string& own, std::string& group) {
  own = path.empty() ? std::string{} : clean(path.back());
  group = path.size() < 2 ? std::string{} : clean(path[path.size() - 2]);
}

}  // namespace

Message join(const Message& form, const std::string& part) {
  return part.empty() ? form : Message{form.zh + "·" + part, form.en + ", " + part};
}

std::string CellName::cell() const {
  const std::string& first = row.empty() ? column_group : row;
  return !in_template ? meaning.zh : first.empty() || column.empty() ? first + column : first + "·" + column;
}

const CellNames::Positions& CellNames::positions(const TemplateForm& form) const {
  const auto [it, added] = known_.try_emplace(&form);
  if (!added) {
    return it->second;
  }
  for (std::uint32_t block = 0; block < form.blocks.size(); ++block) {
    add_block(form.blocks[block], block, it->second);
  }
  return it->second;
}

void CellNames::add_block(const TemplateBlock& block, std::uint32_t index, Positions& positions) {
  const auto columns = value_columns(block);
  const auto add = [&](const TemplateCell& cell, const std::vector<std::string_view>& path, std::size_t row,
                       std::size_t column) {
    if (cell.present) {
      positions.try_emplace(cell.key, Position{&path, &columns[column]->path, index, static_cast<std::uint32_t>(row),
                                               static_cast<std::uint32_t>(column), columns.size() == 1});
    }
  };
  for (std::size_t column = 0; column < columns.size(); ++column) {
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
      add(block.cell(row, column), block.rows[row].path, row, column);
    }
    for (std::size_t group = 0; group < block.groups.size(); ++group) {
      if (column < block.groups[group].cells.size()) {
        add(block.groups[group].cells[column], block.groups[group].path, block.rows.size() + group, column);
      }
    }
  }
}

Message CellNames::form_title(const TemplateForm& layout, const Form& form) const {
  Message title = layout.title;
  if (form.instance > 1) {
    const auto number = std::to_string(form.instance);
    title.zh += "（第" + number + "份）";
    title.en += " (number " + number + ")";
  }
  return title;
}

Message CellNames::meaning(const ConceptKey& key) const {
  const auto* info = concepts_.find(key.id);
  Message name{std::string(info != nullptr ? info->name : key.id),
               std::string(info != nullptr ? info->name_en : key.id)};
  Message members;
  for (const auto& dim : key.dims) {
    const auto* dimension = concepts_.dimension(dim.name);
    const auto* member = dimension != nullptr ? dimension->member(dim.member) : nullptr;
    if (member == nullptr || dim.member == "total") {
      continue;
    }
    members.zh += (members.zh.empty() ? "" : "、") + member->name.zh;
    members.en += (members.en.empty() ? "" : ", ") + member->name.en;
  }
  if (!members.empty()) {
    name.zh += "（" + members.zh + "）";
    name.en += " (" + members.en + ")";
  }
  return name;
}

CellName CellNames::of(std::uint32_t index) const {
  const Fact& fact = report_.facts[index];
  CellName name;
  name.form = {"正文", "Text"};
  name.meaning = meaning(fact.key);
  if (fact.form >= report_.forms.size()) {
    return name;
  }
  const Form& form = report_.forms[fact.form];
  const auto* format = find_template(templates_, form.format);
  const auto* layout = format != nullptr ? format->form(form.id) : nullptr;
  if (layout == nullptr) {
    name.form = {"表格", "Table"};
    return name;
  }
  name.form = form_title(*layout, form);
  ConceptKey key = fact.key;
  key.dims.erase("instance");
  const auto& known = positions(*layout);
  const auto it = known.find(key);
  if (it != known.end()) {
    const Position& at = it->second;
    name.in_template = true;
    name.block = at.block;
    name.row_index = at.row;
    name.column_index = at.column;
    take_path(*at.row_path, name.row, name.row_group);
    take_path(*at.column_path, name.column, name.column_group);
    if (at.only_column && !name.row.empty()) {
      name.column.clear();
    }
  }
  return name;
}

}  // namespace nianbao::check
