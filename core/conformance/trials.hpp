// Trials that a plugin may not survive.
#pragma once

#include <functional>
#include <vector>

#include "conformance/steps.hpp"

namespace nianbao::conformance {

/// One attempt; its name says with what, for people.
struct Trial {
  Message name;
  std::function<Fault()> run;
};

/// Runs the trials one after the other up to the first fault.
[[nodiscard]] Fault first_fault(const std::vector<Trial>& trials);

/// The same in a child process, whose death or silence is a fault of the trial at hand. `seconds` for each trial.
[[nodiscard]] Fault first_fault_in_child(const std::vector<Trial>& trials, int seconds);

}  // namespace nianbao::conformance
