#include "rules/vocabulary.hpp"

namespace nianbao {

const ConceptInfo* RuleVocabulary::concept_info(std::string_view id) const noexcept { return catalog_->find(id); }

std::string_view RuleVocabulary::member_name(std::string_view dimension, std::string_view member) const noexcept {
  const auto* info = catalog_->dimension(dimension);
  const auto* found = info == nullptr ? nullptr : info->member(member);
  return found == nullptr ? std::string_view() : std::string_view(found->name.zh);
}

std::string_view RuleVocabulary::canonical_label(std::string_view key) const noexcept {
  const auto it = labels_.find(key);
  return it == labels_.end() ? key : std::string_view(it->second);
}

bool RuleVocabulary::is_unit(std::string_view folded) const noexcept {
  if (catalog_->units.kind(folded) != UnitKind::unknown) {
    return true;
  }
  const auto parts = multiplied(folded);
  return parts && catalog_->units.kind(parts->unit) != UnitKind::unknown;
}

Measure RuleVocabulary::measure(const Number& number, std::string_view printed, std::string_view asked) const {
  Measure measure{number.value, number.step, std::string(asked), UnitFit::same};
  if (printed.empty() || printed == asked) {
    return measure;
  }
  auto shift = catalog_->units.shift(printed, asked);
  if (!shift) {
    if (const auto parts = multiplied(printed)) {
      shift = parts->unit.empty() ? std::optional(0) : catalog_->units.shift(parts->unit, asked);
      shift = shift ? std::optional(*shift + parts->exponent) : std::nullopt;
    }
  }
  const auto value = shift ? number.value.shifted(*shift) : std::nullopt;
  const auto step = shift ? number.step.shifted(*shift) : std::nullopt;
  if (!value || !step) {
    measure.unit = std::string(printed);
    measure.fit = UnitFit::foreign;
    return measure;
  }
  measure.value = *value;
  measure.step = *step;
  measure.fit = *shift == 0 ? UnitFit::same : UnitFit::converted;
  return measure;
}

}  // namespace nianbao
