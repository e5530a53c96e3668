#include <nianbao/rules.hpp>

namespace nianbao {

std::string_view to_string(BasisKind kind) noexcept {
  switch (kind) {
    case BasisKind::printed:
      return "printed";
    case BasisKind::regulation:
      return "regulation";
    case BasisKind::inferred:
      break;
  }
  return "inferred";
}

std::string_view to_string(Fidelity fidelity) noexcept {
  switch (fidelity) {
    case Fidelity::exact:
      return "exact";
    case Fidelity::derived:
      return "derived";
    case Fidelity::approximate:
      break;
  }
  return "approximate";
}

const std::vector<LabelRule>& RuleSet::labels() const noexcept {
  static const std::vector<LabelRule> none;
  return none;
}

const std::vector<UnitList>& RuleSet::units() const noexcept {
  static const std::vector<UnitList> none;
  return none;
}

const RuleOrigin* RuleSet::concept_origin(std::string_view /*id*/) const noexcept { return nullptr; }
const Message* RuleSet::concept_basis(std::string_view /*id*/) const noexcept { return nullptr; }

}  // namespace nianbao
