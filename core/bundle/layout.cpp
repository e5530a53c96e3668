#include "bundle/layout.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// A folder of a bundle and the file that makes a folder in it a part.
struct Place {
  std::string_view folder;
  std::string_view manifest;
};
constexpr std::array<Place, 3> kPlaces{
    {{"plugins", "plugin.yaml"}, {"formats", "plugin.yaml"}, {"rules", "pack.yaml"}}};

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

/// Parts in a folder that is none of the three.
void find_parts_elsewhere(const std::string& bundle, const std::string& name, std::vector<Message>& faults) {
  for (const auto& part : names_in(bundle + "/" + name)) {
    const auto path = name + "/" + part;
    for (const auto& [folder, manifest] : {kPlaces[1], kPlaces[2]}) {
      if (is_file(fs::path(bundle) / path / manifest)) {
        const auto belongs = folder == "rules" ? std::string("rules/") : std::string("plugins/, formats/");
        faults.push_back(
            {path + "：含" + std::string(manifest) + "，但不会被读取；应放在" + belongs + "之下。",
             path + ": it has a " + std::string(manifest) + " but is not read; it belongs into " + belongs + "."});
      }
    }
  }
}

void find_parts_without_manifest(const std::string& bundle, const Place& place, std::vector<Message>& faults) {
  const std::string manifest(place.manifest);
  for (const auto& part : names_in(bundle + "/" + std::string(place.folder))) {
    const auto path = std::string(place.folder) + "/" + part;
    if (!is_file(fs::path(bundle) / path / manifest) && !names_in(bundle + "/" + path).empty()) {
      faults.push_back({path + "：没有" + manifest + "，其中的文件不会被读取。",
                        path + ": there is no " + manifest + " in it, and its files are not read."});
    }
  }
}

/// Why a folder cannot be looked into; none if it can. What is no folder can.
std::error_code fault_of(const fs::path& path) {
  std::error_code error;
  const auto type = fs::status(path, error).type();
  if (type == fs::file_type::directory) {
    error.clear();
    const fs::directory_iterator looked_into(path, error);
  }
  return error;
}

Error unreadable(const fs::path& path, const std::error_code& reason) {
  const bool denied = reason == std::errc::permission_denied;
  return {ErrorKind::plugin,
          "bundle-unreadable",
          {denied ? "无法读取：没有权限。" : "无法读取：链接指向的文件夹不存在，或绕回自身。",
           denied ? "It cannot be read: permission denied."
                  : "It cannot be read: a link that leads nowhere, or to itself."},
          path.string(),
          {"请检查它的权限或链接；其中的内容不会被读取。",
           "Check its permissions or the link: what is in it is not read."}};
}

}  // namespace

std::vector<Error> unreadable_folders(const std::string& bundle) {
  std::vector<Error> faults;
  const auto look_into = [&](const fs::path& path) {
    if (const auto reason = fault_of(path)) {
      faults.push_back(unreadable(path, reason));
    }
  };
  look_into(bundle);
  for (const auto& place : kPlaces) {
    const auto path = fs::path(bundle) / place.folder;
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path, ignored))) {
      look_into(path);
      for (const auto& part : names_in(path.string())) {
        look_into(path / part);
      }
    }
  }
  return faults;
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    auto name = it->path().filename().string();
    if (name.front() != '.') {
      names.push_back(std::move(name));
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<Message> stray_folders(const std::string& bundle) {
  std::vector<Message> faults;
  for (const auto& name : names_in(bundle)) {
    const auto* const place =
        std::find_if(kPlaces.begin(), kPlaces.end(), [&](const Place& one) { return one.folder == name; });
    if (place == kPlaces.end()) {
      find_parts_elsewhere(bundle, name, faults);
    } else {
      find_parts_without_manifest(bundle, *place, faults);
    }
  }
  return faults;
}

}  // namespace nianbao
