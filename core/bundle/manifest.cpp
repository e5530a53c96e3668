#include "bundle/manifest.hpp"

#include <filesystem>

#include "bundle/version.hpp"
#include "rules/item.hpp"

namespace nianbao::bundle {
namespace {

namespace fs = std::filesystem;

Error as_error(const RuleFault& fault) {
  auto where = fault.where.file;
  if (fault.where.line != 0) {
    where += ":" + std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column);
  }
  return {ErrorKind::plugin, "bundle-bad-manifest", fault.message, where, fault.hint};
}

void expect_version(Item& item, std::string_view key, const std::string& version) {
  if (!version.empty() && !Version::parse(version)) {
    item.fault(key, "bad-version", {"“" + version + "”不是版本号", "\"" + version + "\" is no version"},
               {"写作用点分开的数字：\"1.0\"。", "Write numbers with dots between them: \"1.0\"."});
  }
}

std::string version_of(Item& item, std::string_view key) {
  auto version = item.text(key);
  expect_version(item, key, version);
  return version;
}

std::string id_of(Item& item) {
  auto id = item.text("id");
  if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
    item.fault("id", "bad-id",
               {"标识“" + id + "”只能用小写字母、数字和连字符",
                "Id \"" + id + "\" is to be of lower-case letters, digits and hyphens"});
  }
  return id;
}

void read_needs(Item& needs, BundleManifest& manifest) {
  manifest.needs_program = version_of(needs, "nianbao");
  manifest.needs_api = version_of(needs, "sdk-api");
  for (auto& [id, version] : needs.pairs("bundles")) {
    expect_version(needs, "bundles", version.text);
    manifest.needs_bundles.emplace_back(std::move(id.text), std::move(version.text));
  }
}

}  // namespace

std::string manifest_file(const std::string& folder) { return (fs::path(folder) / "bundle.yaml").string(); }

void read_manifest(Bundle& bundle) {
  const auto file = manifest_file(bundle.root.folder);
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(file, ignored))) {  // a link that leads nowhere is a fault
    return;
  }
  RuleFaults faults;
  const auto source = read_source({}, file, faults);
  auto& manifest = bundle.manifest.emplace();
  if (source != nullptr && source->root != nullptr) {
    auto item = whole_file(*source, faults);
    manifest.id = id_of(item);
    manifest.version = version_of(item, "version");
    manifest.title = item.message("title");
    if (auto needs = item.mapping("needs")) {
      read_needs(*needs, manifest);
    }
  }
  faults.sort();
  for (const auto& fault : faults.all()) {
    bundle.faults.push_back(as_error(fault));
  }
}

}  // namespace nianbao::bundle
