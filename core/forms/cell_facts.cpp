#include "forms/cell_facts.hpp"

namespace nianbao::forms {
namespace {

/// 0: not to be shown in the form.
int rank(const Fact& fact, const Report& report, const TemplateForm& form) {
  const bool placed = fact.form < report.forms.size() && report.forms[fact.form].id == form.id;
  switch (fact.source) {
    case Source::table:
      return placed ? 4 : 2;
    case Source::conversion:
      return 3;
    case Source::prose:
      return placed ? 1 : 0;
  }
  return 0;
}

}  // namespace

CellFacts::CellFacts(const Report& report, const TemplateForm& form, std::uint32_t instance) {
  const std::string wanted = instance > 1 ? std::to_string(instance) : std::string();
  std::unordered_map<const Fact*, int> ranks;
  for (const auto& fact : report.facts) {
    const int own = fact.year ? 0 : rank(fact, report, form);
    if (own == 0 || fact.key.dims.get("instance") != wanted) {
      continue;
    }
    ConceptKey key = fact.key;
    key.dims.erase("instance");
    auto& shown = facts_[key];
    if (shown == nullptr || own > ranks[shown]) {
      shown = &fact;
      ranks[shown] = own;
    }
  }
}

const Fact* CellFacts::find(const TemplateCell& cell) const {
  if (!cell.present) {
    return nullptr;
  }
  const auto it = facts_.find(cell.key);
  return it == facts_.end() ? nullptr : it->second;
}

std::string figure_text(const Fact& fact) {
  if (!fact.text.empty()) {
    return std::string(fact.text);
  }
  switch (fact.status) {
    case Status::blank:
      return {};
    case Status::dash:
      return "——";
    default:
      break;
  }
  std::string text = fact.value ? fact.value->to_string() : std::string();
  if (!fact.note.empty()) {
    text.append("（").append(fact.note).append("）");
  }
  return text;
}

}  // namespace nianbao::forms
