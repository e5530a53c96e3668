// Which bundles fit: what each needs, and that no two claim the same.
#include <algorithm>
#include <filesystem>

#include <nianbao/bundle.hpp>
#include <nianbao/plugin_host.hpp>
#include <nianbao/rule_store.hpp>
#include <nianbao/sdk/plugin.hpp>
#include <nianbao/template_loader.hpp>

#include "bundle/layout.hpp"
#include "bundle/manifest.hpp"
#include "bundle/version.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;
using bundle::Version;

bool reaches(const std::string& version, const std::string& needed) {
  const auto has = Version::parse(version);
  const auto least = Version::parse(needed);
  return !has || !least || !(*has < *least);  // what is no version was told where it stands
}

/// "bundle x needs y, there is z".
Error unmet(const Bundle& bundle, const Message& needed, const Message& found, Message advice) {
  const auto& id = bundle.manifest->id;
  return {ErrorKind::plugin,
          "bundle-needs",
          {"扩展包“" + id + "”需要" + needed.zh + "，" + found.zh + "。",
           "Bundle `" + id + "` needs " + needed.en + "; " + found.en + "."},
          bundle::manifest_file(bundle.root.folder),
          std::move(advice)};
}

void compare_with_program(Bundle& bundle) {
  const std::string version = NIANBAO_VERSION;
  const auto api = std::to_string(NIANBAO_SDK_API);
  const auto& manifest = *bundle.manifest;
  if (!manifest.needs_program.empty() && !reaches(version, manifest.needs_program)) {
    bundle.faults.push_back(
        unmet(bundle,
              {"nianbao " + manifest.needs_program + "或更新的版本", "nianbao " + manifest.needs_program + " or later"},
              {"本机为" + version, "this is " + version},
              {"请升级nianbao，或换用适合本版本的扩展包。", "Update nianbao, or take the bundle for this version."}));
  }
  if (!manifest.needs_api.empty() && manifest.needs_api != api) {
    bundle.faults.push_back(unmet(bundle, {"SDK接口版本" + manifest.needs_api, "SDK api " + manifest.needs_api},
                                  {"本机为" + api, "this is " + api},
                                  {"请用本机的SDK重新编译其插件（见docs/plugins.zh-CN.md）。",
                                   "Rebuild its plugins with the SDK of this installation (see docs/plugins.md)."}));
  }
}

void compare_with_others(Bundle& bundle, const std::vector<Bundle>& all) {
  for (const auto& [id, version] : bundle.manifest->needs_bundles) {
    const auto other = std::find_if(all.begin(), all.end(),
                                    [id = id](const Bundle& one) { return one.manifest && one.manifest->id == id; });
    const Message needed{"扩展包“" + id + "”" + version + "或更新的版本",
                         "bundle `" + id + "` " + version + " or later"};
    if (other == all.end()) {
      bundle.faults.push_back(unmet(bundle, needed, {"搜索路径中没有", "there is none on the search path"},
                                    {"请用--bundle或NIANBAO_PATH加上它。", "Add it with --bundle or NIANBAO_PATH."}));
    } else if (!reaches(other->manifest->version, version)) {
      const auto& found = other->manifest->version;
      bundle.faults.push_back(unmet(bundle, needed,
                                    {other->root.folder + "为" + found, other->root.folder + " is " + found},
                                    {"请换上更新的版本。", "Take a later version of it."}));
    }
  }
}

Error same_id(const Message& what, const std::string& id, const std::string& first, const std::string& second) {
  return {ErrorKind::plugin,
          "bundle-same-id",
          {"两个扩展包都有" + what.zh + "“" + id + "”：" + first + "与" + second + "。",
           "Two bundles have " + what.en + " `" + id + "`: " + first + " and " + second + "."},
          second,
          {"请只保留其中之一，或为其中之一换一个标识。", "Keep one of them, or give one another id."}};
}

void compare_ids(std::vector<Bundle>& bundles) {
  for (auto second = bundles.begin(); second != bundles.end(); ++second) {
    const auto first = std::find_if(bundles.begin(), second, [&](const Bundle& one) {
      return one.manifest && second->manifest && one.manifest->id == second->manifest->id;
    });
    if (first != second && !first->manifest->id.empty()) {
      second->faults.push_back(
          same_id({"标识", "the id"}, first->manifest->id, first->root.folder, second->root.folder));
    }
  }
}

/// The folder of the bundle with a manifest that holds this path; empty if it lies in none.
std::string bundle_of(const std::vector<Bundle>& bundles, const std::string& path) {
  for (const auto& bundle : bundles) {
    if (bundle.manifest && path.compare(0, bundle.root.folder.size() + 1, bundle.root.folder + "/") == 0) {
      return bundle.root.folder;
    }
  }
  return {};
}

/// Adds a fault if both lie in bundles, and not in the same one.
void add_claim(const std::vector<Bundle>& bundles, const Message& what, const std::string& id, const std::string& first,
               const std::string& second, std::vector<Error>& faults) {
  const auto one = bundle_of(bundles, first);
  const auto other = bundle_of(bundles, second);
  if (!one.empty() && !other.empty() && one != other) {
    faults.push_back(same_id(what, id, one, other));
  }
}

/// What is wrong and what to do, in one line.
Message with_hint(const Error& fault) {
  const auto joined = [](const std::string& text, const std::string& stop, const std::string& hint) {
    const bool ended = text.size() >= stop.size() && text.compare(text.size() - stop.size(), stop.size(), stop) == 0;
    return hint.empty() ? text : text + (ended ? "" : stop) + (stop == "." ? " " : "") + hint;
  };
  return {joined(fault.message.zh, "。", fault.hint.zh), joined(fault.message.en, ".", fault.hint.en)};
}

}  // namespace

std::vector<Bundle> find_bundles(const std::vector<SearchRoot>& roots) {
  std::vector<Bundle> bundles;
  for (const auto& root : roots) {
    bundles.push_back({root, std::nullopt, unreadable_folders(root.folder)});
    bundle::read_manifest(bundles.back());
  }
  for (auto& bundle : bundles) {
    if (bundle.manifest && bundle.faults.empty()) {
      compare_with_program(bundle);
      compare_with_others(bundle, bundles);
    }
  }
  compare_ids(bundles);
  return bundles;
}

bool several_with_manifest(const std::vector<Bundle>& bundles) noexcept {
  return std::count_if(bundles.begin(), bundles.end(),
                       [](const Bundle& bundle) { return bundle.manifest.has_value(); }) > 1;
}

std::vector<Error> claimed_twice(const std::vector<Bundle>& bundles, const PluginHost& plugins,
                                 const TemplateSet& templates, const RuleStore& rules) {
  std::vector<Error> faults;
  for (const auto& plugin : plugins.status()) {
    if (plugin.state == PluginState::duplicate_id) {
      const auto& first = plugins.manifest(plugin.id)->folder;
      add_claim(bundles, {"插件", "the plugin"}, plugin.id, first, plugin.folder, faults);
    }
  }
  for (const auto& format : templates.doubles) {
    add_claim(bundles, {"年报格式", "the format"}, format.id, format.first, format.second, faults);
  }
  const auto& packs = rules.packs();
  for (const auto& pack : packs) {
    if (pack.shadowed) {
      const auto first =
          std::find_if(packs.begin(), packs.end(), [&](const PackInfo& one) { return one.id == pack.id; });
      add_claim(bundles, {"规则包", "the rule pack"}, pack.id, first->folder, pack.folder, faults);
    }
  }
  return faults;
}

void add_what_is_claimed_twice(std::vector<Bundle>& bundles) {
  if (!several_with_manifest(bundles)) {
    return;
  }
  std::vector<SearchRoot> roots;
  std::vector<std::string> rule_folders;
  for (const auto& bundle : bundles) {
    roots.push_back(bundle.root);
    rule_folders.push_back(bundle.root.folder + "/rules");
  }
  const auto plugins = PluginHost::create(std::move(roots));
  const auto templates = load_template_files(plugins->template_files());
  const auto rules = RuleStore::load(rule_folders);
  for (auto& fault : claimed_twice(bundles, *plugins, templates, *rules)) {
    const auto second = std::find_if(bundles.begin(), bundles.end(),
                                     [&](const Bundle& bundle) { return bundle.root.folder == fault.where; });
    if (second != bundles.end()) {
      second->faults.push_back(std::move(fault));
    }
  }
}

Result<void> expect_no_faults(const std::vector<Error>& faults) {
  if (faults.empty()) {
    return {};
  }
  Error all = faults.front();
  const bool one_hint =
      std::all_of(faults.begin(), faults.end(), [&](const Error& one) { return one.hint == all.hint; });
  all.message = one_hint ? all.message : with_hint(all);
  for (auto fault = faults.begin() + 1; fault != faults.end(); ++fault) {
    const auto more = one_hint ? fault->message : with_hint(*fault);
    all.message.zh += "\n" + fault->where + "：" + more.zh;
    all.message.en += "\n" + fault->where + ": " + more.en;
  }
  all.hint = one_hint ? all.hint : Message{};
  return all;
}

Result<void> expect_usable(const std::vector<Bundle>& bundles) {
  std::vector<Error> faults;
  for (const auto& bundle : bundles) {
    faults.insert(faults.end(), bundle.faults.begin(), bundle.faults.end());
  }
  return expect_no_faults(faults);
}

}  // namespace nianbao
