// What a PluginHost knows of each plugin.
#pragma once

#include <mutex>

#include <nianbao/plugin_host.hpp>

#include "plugin/plugin_loader.hpp"

namespace nianbao {

namespace plugin {

/// One plugin folder of the search path.
struct Entry {
  std::string id;
  std::string folder;
  RootOrigin origin = RootOrigin::installed;
  PluginState state = PluginState::found;
  std::unique_ptr<const Manifest> manifest;  ///< null if it is faulty
  bool first_of_its_id = true;
  std::optional<PluginFault> fault;
  LoadedPlugin plugin;

  /// True if the plugin can be asked for. Does not change once the host is created.
  [[nodiscard]] bool usable() const noexcept { return manifest != nullptr && first_of_its_id; }
  void fail(LoadFailure failure);
  /// Opens the library, or finds the program, unless that has been tried.
  void open();

 private:
  void open_program();
};

}  // namespace plugin

struct PluginHost::State {
  std::vector<SearchRoot> roots;
  NativePlugins native = NativePlugins::everywhere;
  std::vector<plugin::Entry> entries;  ///< neither grows nor shrinks once the host is created
  std::mutex mutex;                    ///< guards state, fault and plugin of the entries

  [[nodiscard]] plugin::Entry* find(std::string_view id) noexcept;
  /// Ids of the usable plugins of a kind, for messages.
  [[nodiscard]] std::string ids(ManifestKind kind) const;
};

}  // namespace nianbao
