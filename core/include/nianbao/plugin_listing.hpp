// Plugins, containers and formats as text for people and as JSON for scripts.
#pragma once

#include <string>
#include <vector>

#include <nianbao/plugin_host.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// `nianbao plugins list`: one line a plugin, and under a plugin that cannot be used, why.
[[nodiscard]] std::string plugins_text(const std::vector<PluginStatus>& plugins, Language language);
[[nodiscard]] std::string plugins_json(const std::vector<PluginStatus>& plugins);

/// `nianbao plugins doctor PATH`: the steps, and the fault in its four parts.
[[nodiscard]] std::string doctor_text(const DoctorReport& report, Language language);
[[nodiscard]] std::string doctor_json(const DoctorReport& report);

/// `nianbao containers list`: what can be read and written. Opens nothing.
[[nodiscard]] std::string containers_text(const PluginHost& host, Language language);
[[nodiscard]] std::string containers_json(const PluginHost& host);

/// `nianbao formats list`.
[[nodiscard]] std::string formats_text(const std::vector<const Template*>& formats, Language language);
[[nodiscard]] std::string formats_json(const std::vector<const Template*>& formats);

}  // namespace nianbao
