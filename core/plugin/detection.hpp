// Which container a file is of: content decides, the name breaks ties.
#pragma once

#include <string_view>

#include <nianbao/plugin_host.hpp>

namespace nianbao::plugin {

[[nodiscard]] Result<DetectedContainer> detect_container(const PluginHost& host, std::string_view head,
                                                         std::string_view name);
[[nodiscard]] Result<const Manifest*> container_for_name(const PluginHost& host, std::string_view name);

}  // namespace nianbao::plugin
