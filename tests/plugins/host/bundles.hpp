// Hosts over the bundles the tests build.
#pragma once

#include <fstream>
#include <memory>
#include <nianbao/plugin_host.hpp>
#include <string>

#include "paths.hpp"

namespace nianbao::test {

inline const std::string kMinimal = build_path("tests/plugins/minimal/bundle");

/// A host over these folders alone.
inline std::unique_ptr<PluginHost> host_over(const std::vector<std::string>& folders) {
  std::vector<SearchRoot> roots;
  for (const auto& folder : folders) {
    roots.push_back({folder, RootOrigin::bundle});
  }
  return PluginHost::create(std::move(roots));
}

/// True if a file whose path has this part is mapped into the process.
inline bool is_mapped(const std::string& part) {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    if (line.find(part) != std::string::npos) {
      return true;
    }
  }
  return false;
}

/// What a call of a container needs, with defaults.
struct CallContext {
  Limits limits;
  DiagnosticSink diagnostics;
  Options options;
  Context context{limits, diagnostics, options};
};

}  // namespace nianbao::test
