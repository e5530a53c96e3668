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

}  // namespace

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
