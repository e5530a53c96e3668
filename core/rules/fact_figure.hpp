// The value of a fact as a figure that rules and mappings ask for.
#pragma once

#include <optional>

#include <nianbao/expression.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao {

/// Makes the figure known where the fact has a value that can be brought to the unit asked for. `shift` is the power of
/// ten to that unit; none if there is no way.
void take_value(const Fact& fact, std::optional<int> shift, Figure& figure);

}  // namespace nianbao
