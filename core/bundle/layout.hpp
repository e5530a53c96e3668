// What lies in a bundle's folder where nothing reads it.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/message.hpp>

namespace nianbao {

/// The names in a folder, sorted, hidden ones left out; empty where there is no such folder.
[[nodiscard]] std::vector<std::string> names_in(const std::string& folder);

/// Folders of plugins, formats and packs that are passed over: in a folder of another name (`rule/`), or with files but
/// no plugin.yaml or pack.yaml in it. A message for each.
[[nodiscard]] std::vector<Message> stray_folders(const std::string& bundle);

}  // namespace nianbao
