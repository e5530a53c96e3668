// Bundles: folders of the search path that say in bundle.yaml what they are and what they need.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/result.hpp>
#include <nianbao/search_path.hpp>

namespace nianbao {

class PluginHost;
class RuleStore;
struct TemplateSet;

/// A bundle.yaml as read. Versions are numbers with dots between them; each means: this one or a later one.
struct BundleManifest {
  std::string id;
  std::string version;
  Message title;
  std::string needs_program;                                       ///< version of nianbao; empty: any
  std::string needs_api;                                           ///< NIANBAO_SDK_API of its libraries; empty: any
  std::vector<std::pair<std::string, std::string>> needs_bundles;  ///< id and version
};

/// One folder of the search path. A folder without bundle.yaml is used as it is and has no manifest.
struct Bundle {
  SearchRoot root;
  std::optional<BundleManifest> manifest;
  std::vector<Error> faults;  ///< why it cannot be used, all of them; kind plugin, `where` a file with its place
};

/// Reads the bundle.yaml of each folder and compares what they need with what is there. Opens nothing else.
[[nodiscard]] std::vector<Bundle> find_bundles(const std::vector<SearchRoot>& roots);

/// Whether several of them have a manifest: only such can claim the same.
[[nodiscard]] bool several_with_manifest(const std::vector<Bundle>& bundles) noexcept;
/// The plugins, formats and rule packs that two bundles with manifests have both: an Error for each, naming both
/// folders.
[[nodiscard]] std::vector<Error> claimed_twice(const std::vector<Bundle>& bundles, const PluginHost& plugins,
                                               const TemplateSet& templates, const RuleStore& rules);

/// Adds what two bundles both have to the faults of the second. Reads manifests, templates and packs; opens nothing.
void add_what_is_claimed_twice(std::vector<Bundle>& bundles);

/// All faults as one Error (kind plugin); nothing if there are none.
[[nodiscard]] Result<void> expect_no_faults(const std::vector<Error>& faults);
/// The same for the faults of all bundles.
[[nodiscard]] Result<void> expect_usable(const std::vector<Bundle>& bundles);

/// `nianbao bundle list`: the folders of the search path in order, and under one that cannot be used, why.
[[nodiscard]] std::string bundles_text(const std::vector<Bundle>& bundles, Language language);
[[nodiscard]] std::string bundles_json(const std::vector<Bundle>& bundles);

}  // namespace nianbao
