#include <algorithm>
#include <filesystem>

#include <nianbao/bundle_check.hpp>
#include <nianbao/rule_trial.hpp>

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

  BundlePart& add(BundlePart::Kind kind, std::string id) {
    auto& part = check_.parts.emplace_back();
    part.kind = kind;
    part.id = std::move(id);
    return part;
  }

  /// The bundle's samples of this id; a sample that cannot be read is a fault.
  std::vector<Sample> samples(BundlePart& part) const {
    auto found = samples_of(check_.folder, part.id);
    if (!found) {
      part.faults.push_back(found.error().message);
      return {};
    }
    return *std::move(found);
  }

  void check_plugins() {
    for (const auto& status : engine_.plugins().status()) {
      if (!is_inside(status.folder)) {
        continue;
      }
      auto& part = add(BundlePart::Kind::plugin, status.id);
      const auto examined = engine_.plugins().doctor(status.folder);
      if (!examined) {
        part.faults.push_back(examined.error().message);
      } else if (examined->fault) {
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
        auto& part = add(BundlePart::Kind::format, fs::path(fault.where).parent_path().filename().string());
        part.faults.push_back({fault.where + "：" + fault.message.zh, fault.where + ": " + fault.message.en});
      }
    }
    for (const auto& format : set.templates) {
      if (is_inside(format->file)) {
        auto& part = add(BundlePart::Kind::format, std::string(format->id));
        part.conformance = format_conformance(engine_, part.id, samples(part));
      }
    }
  }

  void check_packs() {
    for (const auto& fault : engine_.rules().faults()) {
      if (is_inside(fault.where.file)) {
        add(BundlePart::Kind::pack, fault.where.pack).faults.push_back(in_both(fault));
      }
    }
    for (const auto& pack : engine_.rules().packs()) {
      if (is_inside(pack.folder) && !pack.shadowed) {
        check_pack(add(BundlePart::Kind::pack, pack.id));
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

  /// A folder of samples that belongs to nothing is a misspelt one.
  void check_samples() {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(fs::path(check_.folder) / "samples", error), end; !error && it != end;
         it.increment(error)) {
      names.push_back(it->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    for (const auto& name : names) {
      const auto& parts = check_.parts;
      if (std::none_of(parts.begin(), parts.end(), [&](const BundlePart& part) { return part.id == name; })) {
        check_.faults.push_back({"samples/" + name + "：没有这个标识的插件或年报格式。",
                                 "samples/" + name + ": there is no plugin or format of this id."});
      }
    }
  }

  const Engine& engine_;
  BundleCheck check_;
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
