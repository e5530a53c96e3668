// Reading of bundle.yaml.
#pragma once

#include <nianbao/bundle.hpp>

namespace nianbao::bundle {

/// Path of the manifest in a folder.
[[nodiscard]] std::string manifest_file(const std::string& folder);

/// Reads the bundle.yaml of the bundle's folder, if there is one, and adds its faults. A faulty one is kept as far as
/// it could be read.
void read_manifest(Bundle& bundle);

}  // namespace nianbao::bundle
