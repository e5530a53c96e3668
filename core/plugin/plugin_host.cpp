#include <nianbao/plugin_host.hpp>

#include <algorithm>
#include <filesystem>
#include <mutex>

#include "plugin/detection.hpp"
#include "plugin/doctor.hpp"
#include "plugin/guard.hpp"
#include "plugin/host_state.hpp"
#include "plugin/load_faults.hpp"
#include "process/process_container.hpp"
#include "process/process_family.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;
using plugin::Entry;

constexpr const char* kManifestName = "plugin.yaml";

/// Folders below this one that have a manifest, by name. Anything else is quietly passed over.
std::vector<fs::path> plugin_folders(const fs::path& parent) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (fs::is_regular_file(it->path() / kManifestName, ignored)) {
      folders.push_back(it->path());
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

Entry read_entry(const fs::path& folder, RootOrigin origin) {
  Entry entry;
  entry.folder = folder.string();
  entry.origin = origin;
  const auto file = (folder / kManifestName).string();
  auto manifest = read_manifest(file);
  if (!manifest) {
    entry.id = folder.filename().string();
    entry.fail(plugin::bad_manifest(file, manifest.error()));
    return entry;
  }
  entry.manifest = std::make_unique<const Manifest>(*std::move(manifest));
  entry.id = entry.manifest->id;
  if (entry.manifest->kind == ManifestKind::format) {
    entry.state = PluginState::ready;
  }
  return entry;
}

bool is_foreign_library(const Entry& entry) {
  return entry.manifest != nullptr && !entry.manifest->library.empty() && entry.origin != RootOrigin::installed;
}

/// Why there is no usable plugin of this id and kind: its folder is there but faulty, or it is not
/// there at all.
Error unknown(const std::vector<Entry>& entries, std::string_view id, const char* zh_kind, const char* en_kind,
              const std::string& known) {
  const std::string name(id);
  for (const auto& entry : entries) {
    if (entry.id == id && entry.state == PluginState::bad_manifest) {
      return entry.fault->error(entry.state, entry.folder);
    }
  }
  return {
      ErrorKind::plugin,
      "plugin-unknown",
      {std::string("没有") + zh_kind + "“" + name + "”。", std::string("There is no ") + en_kind + " `" + name + "`."},
      "",
      {"已有：" + known + "。用nianbao plugins list查看全部插件。",
       "Known: " + known + ". See all plugins with `nianbao plugins list`."}};
}

PluginStatus status_of(const Entry& entry) {
  PluginStatus status{entry.id, entry.folder, entry.origin, entry.state, std::nullopt, entry.fault};
  if (entry.manifest) {
    status.manifest = *entry.manifest;
  }
  return status;
}

}  // namespace

namespace plugin {

void Entry::fail(LoadFailure failure) {
  state = failure.state;
  fault = std::move(failure.fault);
}

void Entry::open() {
  if (state != PluginState::found) {
    return;
  }
  if (manifest->library.empty()) {
    open_program();
    return;
  }
  auto outcome = load_plugin(manifest->library_path(), manifest.get());
  if (outcome.failure) {
    fail(*std::move(outcome.failure));
    return;
  }
  plugin = std::move(outcome.plugin);
  state = PluginState::ready;
}

void Entry::open_program() {
  auto found = process::find_program(*manifest);
  if (!found.fault.empty()) {
    fail(no_program(*manifest, found));
    return;
  }
  if (manifest->kind == ManifestKind::container) {
    plugin.container = guard(process::make_container(*manifest, std::move(found.spec)), manifest->id);
  } else {
    plugin.family = guard(process::make_family(*manifest, std::move(found.spec)), manifest->id);
  }
  state = PluginState::ready;
}

}  // namespace plugin

Entry* PluginHost::State::find(std::string_view id) noexcept {
  const auto it =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.usable() && e.id == id; });
  return it == entries.end() ? nullptr : &*it;
}

std::string PluginHost::State::ids(ManifestKind kind) const {
  std::string ids;
  for (const auto& entry : entries) {
    if (entry.usable() && entry.manifest->kind == kind) {
      ids += (ids.empty() ? "" : ", ") + entry.id;
    }
  }
  return ids.empty() ? "-" : ids;
}

PluginHost::PluginHost(std::unique_ptr<State> state) : state_(std::move(state)) {}
PluginHost::~PluginHost() = default;

std::unique_ptr<PluginHost> PluginHost::create(std::vector<SearchRoot> roots, NativePlugins native) {
  auto state = std::make_unique<State>();
  for (const auto& root : roots) {
    for (const char* kind : {"plugins", "formats"}) {
      for (const auto& folder : plugin_folders(fs::path(root.folder) / kind)) {
        auto entry = read_entry(folder, root.origin);
        const auto* first = entry.usable() ? state->find(entry.id) : nullptr;
        if (first != nullptr) {
          entry.first_of_its_id = false;
          entry.fail(plugin::duplicate_id(*entry.manifest, first->folder));
        } else if (native == NativePlugins::installed_only && is_foreign_library(entry)) {
          entry.fail(plugin::native_off(entry.id, entry.manifest->library_path()));
        }
        state->entries.push_back(std::move(entry));
      }
    }
  }
  state->roots = std::move(roots);
  state->native = native;
  return std::unique_ptr<PluginHost>(new PluginHost(std::move(state)));
}

const std::vector<SearchRoot>& PluginHost::roots() const noexcept { return state_->roots; }
NativePlugins PluginHost::native() const noexcept { return state_->native; }

std::vector<const Manifest*> PluginHost::manifests() const {
  std::vector<const Manifest*> manifests;
  for (const auto& entry : state_->entries) {
    if (entry.usable()) {
      manifests.push_back(entry.manifest.get());
    }
  }
  return manifests;
}

const Manifest* PluginHost::manifest(std::string_view id) const noexcept {
  const auto* entry = state_->find(id);
  return entry == nullptr ? nullptr : entry->manifest.get();
}

std::vector<PluginStatus> PluginHost::status() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<PluginStatus> all;
  for (const auto& entry : state_->entries) {
    all.push_back(status_of(entry));
  }
  return all;
}

std::vector<PluginStatus> PluginHost::open_all() const {
  {
    const std::lock_guard lock(state_->mutex);
    for (auto& entry : state_->entries) {
      entry.open();
    }
  }
  return status();
}

Result<const Container*> PluginHost::container(std::string_view id) const {
  const std::lock_guard lock(state_->mutex);
  auto* entry = state_->find(id);
  if (entry == nullptr || entry->manifest->kind != ManifestKind::container) {
    return unknown(state_->entries, id, "文件类型", "container", state_->ids(ManifestKind::container));
  }
  entry->open();
  if (entry->fault) {
    return entry->fault->error(entry->state, entry->folder);
  }
  return entry->plugin.container.get();
}

Result<const FormatFamily*> PluginHost::family(std::string_view id) const {
  const std::lock_guard lock(state_->mutex);
  auto* entry = state_->find(id);
  if (entry == nullptr || entry->manifest->kind != ManifestKind::family) {
    return unknown(state_->entries, id, "表式", "family", state_->ids(ManifestKind::family));
  }
  entry->open();
  if (entry->fault) {
    return entry->fault->error(entry->state, entry->folder);
  }
  return entry->plugin.family.get();
}

std::vector<std::string> PluginHost::template_files() const {
  std::vector<std::string> files;
  for (const auto* manifest : manifests()) {
    for (auto& path : manifest->template_paths()) {
      files.push_back(std::move(path));
    }
  }
  return files;
}

Result<DetectedContainer> PluginHost::detect_container(std::string_view head, std::string_view name) const {
  return plugin::detect_container(*this, head, name);
}

Result<const Manifest*> PluginHost::container_for_name(std::string_view name) const {
  return plugin::container_for_name(*this, name);
}

Result<DoctorReport> PluginHost::doctor(const std::string& path_or_id) const {
  return plugin::examine(*this, path_or_id);
}

}  // namespace nianbao
