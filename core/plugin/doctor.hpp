// A close look at one plugin.
#pragma once

#include <string>

#include <nianbao/plugin_host.hpp>

namespace nianbao::plugin {

/// `path_or_id`: a plugin folder, its plugin.yaml, a library file, or the id of a plugin of the host.
[[nodiscard]] Result<DoctorReport> examine(const PluginHost& host, const std::string& path_or_id);

}  // namespace nianbao::plugin
