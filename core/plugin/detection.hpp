// Which container a file is of: content decides, the name breaks ties.
#pragma once

#include <optional>
#include <string_view>

#include <nianbao/plugin_host.hpp>

namespace nianbao::plugin {

[[nodiscard]] Result<DetectedContainer> detect_container(const PluginHost& host, std::string_view head,
                                                         std::string_view name);
/// What to say of a file whose name is of another type than its content: a docx file named .doc. None
/// where the name fits, or is of no type that documents have.
[[nodiscard]] std::optional<Message> misnamed(const PluginHost& host, const Manifest& content, std::string_view name);
[[nodiscard]] Result<const Manifest*> container_for_name(const PluginHost& host, std::string_view name);

}  // namespace nianbao::plugin
