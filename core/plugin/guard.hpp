// Calls into a plugin object: an exception that leaves it becomes an Error that names the plugin.
#pragma once

#include <memory>
#include <string>

#include <nianbao/sdk/container.hpp>
#include <nianbao/sdk/format_family.hpp>

namespace nianbao::plugin {

/// Wraps a plugin's object; the wrapper owns it and forwards every call.
[[nodiscard]] std::unique_ptr<Container> guard(std::unique_ptr<Container> container, std::string id);
[[nodiscard]] std::unique_ptr<FormatFamily> guard(std::unique_ptr<FormatFamily> family, std::string id);

}  // namespace nianbao::plugin
