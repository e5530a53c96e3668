#include "check/cell_names.hpp"

#include "check/figures.hpp"
#include "check/plan.hpp"

namespace nianbao::check {

Message join(const Message& form, const std::string& part) {
  return part.empty() ? form : Message{form.zh + "·" + part, form.en + ", " + part};
}

std::string CellName::cell() const {
  const std::string& first = row.empty() ? column_group : row;
  return !in_template ? meaning.zh : first.empty() || column.empty() ? first + column : first + "·" + column;
}

const FormNames& CellNames::names_of(const TemplateForm& form) const {
  if (const auto* planned = plan_ != nullptr ? plan_->state().names(form) : nullptr; planned != nullptr) {
    return *planned;
  }
  return known_.try_emplace(&form, form).first->second;
}

const TemplateForm* CellNames::layout_of(const Fact& fact) const {
  const auto& form = report_.forms[fact.form];
  const auto* format = find_template(templates_, form.format);
  return format != nullptr ? format->form(form.id) : nullptr;
}

const FormNames::Position* CellNames::position_of(std::uint32_t index) const {
  const Fact& fact = report_.facts[index];
  const auto* layout = fact.form < report_.forms.size() ? layout_of(fact) : nullptr;
  if (layout == nullptr) {
    return nullptr;
  }
  if (fact.key.dims.get("instance").empty()) {
    return names_of(*layout).find(fact.key);
  }
  ConceptKey key = fact.key;
  key.dims.erase("instance");
  return names_of(*layout).find(key);
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
  const auto* layout = layout_of(fact);
  if (layout == nullptr) {
    name.form = {"表格", "Table"};
    return name;
  }
  name.form = form_title(*layout, report_.forms[fact.form]);
  if (const auto* at = position_of(index)) {
    name.in_template = true;
    name.block = at->block;
    name.row_index = at->row;
    name.column_index = at->column;
    name.row = at->row_labels->own;
    name.row_group = at->row_labels->group;
    name.column = at->only_column && !name.row.empty() ? std::string{} : at->column_labels->own;
    name.column_group = at->column_labels->group;
  }
  return name;
}

}  // namespace nianbao::check
