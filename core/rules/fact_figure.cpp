#include "rules/fact_figure.hpp"

namespace nianbao {

void take_value(const Fact& fact, std::optional<int> shift, Figure& figure) {
  const auto value = fact.value && shift ? fact.value->shifted(*shift) : std::nullopt;
  const auto step = shift ? fact.step.value_or(Decimal(1)).shifted(*shift) : std::nullopt;
  if (value && step) {
    figure.state = FigureState::known;
    figure.value = *value;
    figure.step = *step;
    figure.qualifier = fact.qualifier;
  }
}

}  // namespace nianbao
