// What lies in a bundle's folder where nothing reads it.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao {

/// The names in a folder, sorted, hidden ones left out; empty where there is no such folder.
[[nodiscard]] std::vector<std::string> names_in(const std::string& folder);

/// Folders of plugins, formats and packs that are passed over: in a folder of another name (`rule/`), or with files but
/// no plugin.yaml or pack.yaml in it. A message for each.
[[nodiscard]] std::vector<Message> stray_folders(const std::string& bundle);

/// The bundle's folder, its three places and what lies in them, where it cannot be looked into: an Error (kind plugin)
/// for each, with the system's reason. What is in such a folder would be missing without a word.
[[nodiscard]] std::vector<Error> unreadable_folders(const std::string& bundle);

}  // namespace nianbao
