// Finds plugins, opens the ones that are needed, and says what is wrong with the others.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/plugin_manifest.hpp>
#include <nianbao/sdk/container.hpp>
#include <nianbao/sdk/format_family.hpp>
#include <nianbao/search_path.hpp>

namespace nianbao {

/// How far a plugin has come. All but `found` and `ready` have a PluginFault.
enum class PluginState {
  found,           ///< its manifest is read; nothing of it has been opened
  ready,           ///< opened and created; or templates alone, which need no opening
  bad_manifest,    ///< plugin.yaml is faulty
  duplicate_id,    ///< another plugin of that id comes first in the search path
  not_a_plugin,    ///< the library has no marker
  unreadable,      ///< the library is missing, no library, or damaged
  wrong_api,       ///< built for another version of the SDK
  wrong_abi,       ///< built with another standard library or its options
  load_failed,     ///< the system's loader refused it
  no_entry,        ///< descriptor or creating function missing
  bad_descriptor,  ///< the descriptor makes no sense
  mismatch,        ///< manifest and library say different things
  create_failed,   ///< the library could not create its object
  native_off,      ///< libraries from outside the installation are not opened here
};

/// kebab-case: `wrong-abi`.
[[nodiscard]] std::string_view to_string(PluginState state) noexcept;

/// Why a plugin cannot be used, in four parts.
struct PluginFault {
  Message what;  ///< what failed
  Message found;
  Message expected;
  Message advice;  ///< what to do

  /// The fault as an Error of kind plugin; its code is `plugin-` and the state.
  [[nodiscard]] Error error(PluginState state, const std::string& where) const;
};

/// One plugin in the listing.
struct PluginStatus {
  std::string id;      ///< of the manifest; the folder's name where that is faulty
  std::string folder;  ///< absolute
  RootOrigin origin = RootOrigin::installed;
  PluginState state = PluginState::found;
  std::optional<Manifest> manifest;  ///< none where it is faulty
  std::optional<PluginFault> fault;
};

/// A step of looking at one plugin and how it went.
struct DoctorStep {
  Message name;
  bool passed = true;
  Message detail;
};

/// Everything about one plugin folder or library file.
struct DoctorReport {
  std::string path;  ///< absolute
  PluginState state = PluginState::ready;
  std::vector<DoctorStep> steps;  ///< up to the one that failed
  std::optional<PluginFault> fault;
};

/// Whose libraries may be opened. Templates, rule packs and programs are used either way.
enum class NativePlugins {
  everywhere,
  installed_only,  ///< those that came with the program
};

/// The container a file was found to be of.
struct DetectedContainer {
  const Container* container = nullptr;
  const Manifest* manifest = nullptr;
  Certainty certainty = Certainty::none;
};

/// Reads all manifests when it is created and opens a library when it is asked for it, once.
/// Thread-safe. Plugin objects live as long as the host; libraries stay loaded until the program ends.
class PluginHost {
 public:
  /// Never fails on account of a plugin: faulty ones are listed in status().
  [[nodiscard]] static std::unique_ptr<PluginHost> create(std::vector<SearchRoot> roots,
                                                          NativePlugins native = NativePlugins::everywhere);
  ~PluginHost();
  PluginHost(const PluginHost&) = delete;
  PluginHost& operator=(const PluginHost&) = delete;

  [[nodiscard]] const std::vector<SearchRoot>& roots() const noexcept;
  [[nodiscard]] NativePlugins native() const noexcept;
  /// Manifests of the plugins that can be asked for, in order of the search path. Opens nothing.
  [[nodiscard]] std::vector<const Manifest*> manifests() const;
  /// The manifest of this id; null if there is none.
  [[nodiscard]] const Manifest* manifest(std::string_view id) const noexcept;
  /// All plugins found with what is known of them so far. Opens nothing.
  [[nodiscard]] std::vector<PluginStatus> status() const;
  /// Opens every library, then gives the status of all.
  [[nodiscard]] std::vector<PluginStatus> open_all() const;

  /// The container or family of this id, opened now if it is not yet. An exception that leaves the
  /// plugin comes back as an Error that names it.
  [[nodiscard]] Result<const Container*> container(std::string_view id) const;
  [[nodiscard]] Result<const FormatFamily*> family(std::string_view id) const;

  /// Which container these first bytes (at most 64 KiB) are. Content decides; the name breaks ties.
  [[nodiscard]] Result<DetectedContainer> detect_container(std::string_view head, std::string_view name) const;
  /// The container to write a file of this name with: by its extension, whatever its case. Opens nothing.
  [[nodiscard]] Result<const Manifest*> container_for_name(std::string_view name) const;

  /// Files of all templates, in order of the search path and of the manifests.
  [[nodiscard]] std::vector<std::string> template_files() const;

  /// Looks closely at a plugin folder, a library file or the plugin of an id. Runs the library's
  /// code if its facts are right.
  [[nodiscard]] Result<DoctorReport> doctor(const std::string& path_or_id) const;

 private:
  struct State;
  explicit PluginHost(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace nianbao
