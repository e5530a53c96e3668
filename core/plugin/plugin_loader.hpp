// Opens one plugin library, step by step, and says at which step it failed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nianbao/plugin_host.hpp>
#include <nianbao/sdk/plugin.hpp>

#include "plugin/load_faults.hpp"
#include "plugin/shared_library.hpp"

namespace nianbao::plugin {

/// What a library gave: one of the two objects.
struct LoadedPlugin {
  std::unique_ptr<Container> container;
  std::unique_ptr<FormatFamily> family;
};

/// How the opening went. `plugin` is filled if there is no failure.
struct LoadOutcome {
  LoadedPlugin plugin;
  std::optional<LoadFailure> failure;
  std::vector<DoctorStep> steps;
};

/// Opens the library. No code of the file runs before its facts are known to be right. `manifest` may
/// be null: then nothing is compared with it.
[[nodiscard]] LoadOutcome load_plugin(const std::string& path, const Manifest* manifest);

}  // namespace nianbao::plugin
