#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include <nianbao/bundle_check.hpp>
#include <nianbao/rule_trial.hpp>

#include "bundle/layout.hpp"
#include "pipeline/extraction.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

Message in_both(const RuleFault& fault) { return {to_string(fault, Language::zh), to_string(fault, Language::en)}; }

class Checker {
 public:
  Checker(const Engine& engine, const std::string& folder) : engine_(engine) { check_.folder = folder; }

  BundleCheck run() {
    for (auto& bundle : find_bundles({{check_.folder, RootOrigin::bundle}})) {
      check_.manifest = std::move(bundle.manifest);
    }
    check_plugins();
    check_formats();
    check_packs();
    note_replaced();
    auto strays = stray_folders(check_.folder);
    std::move(strays.begin(), strays.end(), std::back_inserter(check_.faults));
    check_samples();
    if (check_.parts.empty() && !check_.manifest) {
      check_.faults.push_back({"其中没有插件、年报格式或规则包。", "There is no plugin, format or rule pack in it."});
    }
    return std::move(check_);
  }

 private:
  [[nodiscard]] bool is_inside(const std::string& path) const {
    return path.compare(0, check_.folder.size() + 1, check_.folder + "/") == 0;
  }

  /// The part of this kind and id; a new one if there is none yet.
  BundlePart& part_of(BundlePart::Kind kind, const std::string& id) {
    const auto known = std::find_if(check_.parts.begin(), check_.parts.end(),
                                    [&](const BundlePart& part) { return part.kind == kind && part.id == id; });
    if (known != check_.parts.end()) {
      return *known;
    }
    auto& part = check_.parts.emplace_back();
    part.kind = kind;
    part.id = id;
    return part;
  }

  /// The bundle's samples of this id; a sample that cannot be read is a fault.
  std::vector<Sample> samples(BundlePart& part) {
    sampled_.insert(part.id);
    auto found = samples_of(check_.folder, part.id);
    if (!found) {
      const auto& error = found.error();
      part.faults.push_back({error.where + "：" + error.message.zh, error.where + ": " + error.message.en});
      return {};
    }
    return *std::move(found);
  }

  void check_plugins() {
    for (const auto& status : engine_.plugins().status()) {
      if (!is_inside(status.folder)) {
        continue;
      }
      auto& part = part_of(BundlePart::Kind::plugin, status.id);
      const auto examined = engine_.plugins().doctor(status.folder);
      if (!examined) {
        part.faults.push_back(examined.error().message);
      } else if (examined->fault) {
        sampled_.insert(status.id);
        faulty_.push_back(status.folder + "/");
        const auto error = examined->fault->error(examined->state, status.folder);
        part.faults.push_back({error.message.zh + error.hint.zh, error.message.en + " " + error.hint.en});
      } else if (status.manifest->kind == ManifestKind::container) {
        part.conformance = container_conformance(engine_, part.id, samples(part));
      }
    }
  }

  void check_formats() {
    const auto& set = engine_.templates();
    for (const auto& fault : set.faults) {
      if (is_inside(fault.where)) {
        templates_load_ = false;
        if (was_told(fault.where)) {
          continue;
        }
        auto& part = part_of(BundlePart::Kind::format, fs::path(fault.where).parent_path().filename().string());
        part.faults.push_back({fault.where + "：" + fault.message.zh, fault.where + ": " + fault.message.en});
      }
    }
    for (const auto& format : set.templates) {
      if (is_inside(format->file)) {
        auto& part = part_of(BundlePart::Kind::format, std::string(format->id));
        part.conformance = format_conformance(engine_, part.id, samples(part));
        note_open(*format, part);
      }
    }
  }

  /// Whoever means the form in force has to say so.
  static void note_open(const Template& format, BundlePart& part) {
    if (format.in_force.from != 0 && format.in_force.to == 0 && format.applies_to.jurisdictions.empty()) {
      part.notes.push_back(
          {"没有写明适用的地区：不写--to时不会转换为它。全国的格式请写applies-to: {jurisdictions: [全国]}，本地的写地区名称。",
           "It does not say where it applies, so that nothing is converted to it without --to. For the whole country write "
           "applies-to: {jurisdictions: [全国]}, else the names of its places."});
    }
  }

  /// Whether a file lies in the folder of a plugin whose fault was told: the template it lacks, say.
  [[nodiscard]] bool was_told(const std::string& file) const {
    return std::any_of(faulty_.begin(), faulty_.end(),
                       [&](const std::string& folder) { return file.compare(0, folder.size(), folder) == 0; });
  }

  /// What the bundle has in place of another's is meant, or a name taken without knowing.
  void note_replaced() {
    const auto note = [this](BundlePart::Kind kind, const std::string& id, const std::string& first,
                             const std::string& second) {
      if (is_inside(first) && !is_inside(second)) {
        part_of(kind, id).notes.push_back(
            {"代替相同标识的" + second + "。", "It takes the place of " + second + ", which has the same id."});
      }
    };
    for (const auto& status : engine_.plugins().status()) {
      if (status.state == PluginState::duplicate_id) {
        note(BundlePart::Kind::plugin, status.id, engine_.plugins().manifest(status.id)->folder, status.folder);
      }
    }
    for (const auto& format : engine_.templates().doubles) {
      note(BundlePart::Kind::format, format.id, format.first, format.second);
    }
    for (const auto& pack : engine_.rules().packs()) {
      if (pack.shadowed) {
        note(BundlePart::Kind::pack, pack.id, shown_pack(pack.id).folder, pack.folder);
      }
    }
  }

  /// The pack of this id that is used.
  [[nodiscard]] const PackInfo& shown_pack(const std::string& id) const {
    const auto& packs = engine_.rules().packs();
    return *std::find_if(packs.begin(), packs.end(), [&](const PackInfo& one) { return one.id == id; });
  }

  void check_packs() {
    for (const auto& fault : engine_.rules().faults()) {
      if (is_inside(fault.where.file)) {
        part_of(BundlePart::Kind::pack, fault.where.pack).faults.push_back(in_both(fault));
      }
    }
    for (const auto& pack : engine_.rules().packs()) {
      if (is_inside(pack.folder) && !pack.shadowed) {
        check_pack(part_of(BundlePart::Kind::pack, pack.id));
      }
    }
  }

  void check_pack(BundlePart& part) const {
    const auto lint = lint_pack(engine_.rules(), part.id, all_templates(engine_));
    for (const auto& fault : lint.faults) {
      part.faults.push_back(in_both(fault));
    }
    for (const auto& note : lint.notes) {
      part.notes.push_back(in_both(note));
    }
    if (!lint.faults.empty()) {
      return;  // its rules cannot be used
    }
    const auto examples = run_examples(engine_.rules(), part.id);
    if (!examples) {
      part.faults.push_back(examples.error().message);
      return;
    }
    for (const auto& outcome : examples->outcomes) {
      if (!outcome.holds) {
        const auto where = outcome.where.file + ":" + std::to_string(outcome.where.line);
        part.faults.push_back({where + "：" + outcome.rule + "：" + outcome.fault.zh,
                               where + ": " + outcome.rule + ": " + outcome.fault.en});
      }
    }
    for (const auto& missing : examples->missing) {
      part.faults.push_back({missing.rule + (missing.passing ? "：缺成立的例子" : "：缺不成立的例子"),
                             missing.rule + (missing.passing ? ": no passing example" : ": no failing example")});
    }
  }

  /// A folder of samples that belongs to nothing is a misspelt one. Of a template that does not load the id is not
  /// known.
  void check_samples() {
    for (const auto& name : names_in(check_.folder + "/samples")) {
      if (sampled_.count(name) == 0 && templates_load_) {
        check_.faults.push_back({"samples/" + name + "：没有这个标识的文件类型或年报格式。",
                                 "samples/" + name + ": there is no container or format of this id."});
      }
    }
  }

  const Engine& engine_;
  BundleCheck check_;
  std::set<std::string> sampled_;    // ids whose samples were looked for
  std::vector<std::string> faulty_;  // folders of plugins that cannot be used, with a slash
  bool templates_load_ = true;
};

}  // namespace

bool BundleCheck::clean() const noexcept {
  return faults.empty() && std::all_of(parts.begin(), parts.end(), [](const BundlePart& part) { return part.clean(); });
}

ErrorKind BundleCheck::worst() const noexcept {
  const bool plugin = std::any_of(parts.begin(), parts.end(), [](const BundlePart& part) {
    return part.kind == BundlePart::Kind::plugin && !part.clean();
  });
  return plugin || !faults.empty() ? ErrorKind::plugin : ErrorKind::rules;
}

BundleCheck check_bundle(const Engine& engine, const std::string& folder) { return Checker(engine, folder).run(); }

}  // namespace nianbao
