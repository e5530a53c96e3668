// pack.yaml, and which files a pack has.
#include <algorithm>
#include <array>
#include <filesystem>
#include <future>

#include "rules/load.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kSmallFile = 4096;  // not worth a thread

struct KnownFile {
  std::string_view name;
  SourcePtr Pack::*source;  // null: read by others
};
constexpr std::array<KnownFile, 10> kFiles{{{"pack.yaml", nullptr},
                                            {"concepts.yaml", &Pack::concepts},
                                            {"vocabulary.yaml", &Pack::vocabulary},
                                            {"sections.yaml", &Pack::sections},
                                            {"narrative.yaml", &Pack::narrative},
                                            {"units.yaml", &Pack::units},
                                            {"outline.yaml", nullptr},
                                            {"prose.yaml", &Pack::prose},
                                            {"checks.yaml", &Pack::checks},
                                            {"mappings.yaml", &Pack::mappings}}};

void refuse_unknown_file(const PackInfo& info, const fs::path& path, RuleFaults& faults) {
  const auto name = path.filename().string();
  if (!std::string_view(name).ends_with(".yaml") || std::string_view(name).ends_with(".examples.yaml") ||
      std::any_of(kFiles.begin(), kFiles.end(), [&](const KnownFile& file) { return file.name == name; })) {
    return;
  }
  std::vector<std::string_view> known;
  for (const auto& file : kFiles) {
    known.push_back(file.name);
  }
  SourceFile file;
  file.pack = info.id;
  file.path = path.string();
  faults.add(file, {0, 0}, "unknown-file", {"规则包没有这个文件：" + name, "A rule pack has no file " + name},
             did_you_mean(name, known));
}

void read_jurisdictions(Item& applies, PackInfo& info) {
  for (auto& word : applies.words("jurisdictions")) {
    const bool code = !word.text.empty() &&
                      std::all_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (code && word.text.size() != 2 && word.text.size() != 4 && word.text.size() != 6) {
      applies.fault(
          "jurisdictions", "bad-code",
          {"行政区划代码“" + word.text + "”应为2、4或6位", "Code \"" + word.text + "\" must have 2, 4 or 6 digits"},
          {"见 GB/T 2260。", "See GB/T 2260."});
    }
    info.applies_to.jurisdictions.push_back(std::move(word.text));
  }
}

/// Reads the files side by side: parsing YAML is most of the time a pack takes.
void read_sources(Pack& pack, const std::vector<fs::path>& paths, RuleFaults& faults) {
  using Read = std::pair<SourcePtr, std::vector<RuleFault>>;
  std::vector<std::pair<SourcePtr Pack::*, std::future<Read>>> reading;
  for (const auto& file : kFiles) {
    const auto path = fs::path(pack.info.folder) / file.name;
    if (file.source == nullptr || std::find(paths.begin(), paths.end(), path) == paths.end()) {
      continue;
    }
    std::error_code error;
    const bool small = fs::file_size(path, error) < kSmallFile || error;
    const auto policy = small ? std::launch::deferred : std::launch::async | std::launch::deferred;
    reading.emplace_back(file.source, std::async(policy, [id = pack.info.id, name = path.string()]() -> Read {
                           RuleFaults found;
                           auto source = read_source(id, name, found);
                           return {std::move(source), found.take()};
                         }));
  }
  for (auto& [source, future] : reading) {
    auto [file, found] = future.get();
    pack.*source = std::move(file);
    faults.append(std::move(found));
  }
}

}  // namespace

std::optional<PackInfo> load_pack_info(const std::string& folder, RuleFaults& faults) {
  const fs::path path(folder);
  const auto name = path.filename().string();
  RuleFaults found;
  const auto source = read_source(name, (path / "pack.yaml").string(), found);
  PackInfo info;
  if (source != nullptr && source->root != nullptr) {
    auto item = whole_file(*source, found);
    info.id = item.text("id");
    info.version = item.text("version");
    info.title = item.message("title");
    info.extends = item.text("extends");
    info.folder = folder;
    info.origin = item.origin();
    if (!info.id.empty() && info.id != name) {
      item.fault("id", "id-not-folder",
                 {"id“" + info.id + "”与文件夹名“" + name + "”不同",
                  "Id \"" + info.id + "\" is not the folder's name \"" + name + "\""});
    }
    if (auto applies = item.mapping("applies-to")) {
      read_jurisdictions(*applies, info);
      info.applies_to.years = applies->years("years");
      info.applies_to.formats = applies->texts("formats");
      info.applies_to.stated = true;
      applies->refuse_unknown_keys();
    }
    item.refuse_unknown_keys();
  }
  if (found.empty()) {
    return info;
  }
  faults.append(found.take());
  return std::nullopt;
}

std::shared_ptr<const Pack> load_pack(const PackInfo& info) {
  auto pack = std::make_shared<Pack>();
  pack->info = info;
  RuleFaults faults;
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator it(info.folder, error), end; !error && it != end; it.increment(error)) {
    paths.push_back(it->path());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    refuse_unknown_file(info, path, faults);
  }
  read_sources(*pack, paths, faults);
  pack->faults = faults.take();
  return pack;
}

}  // namespace nianbao
