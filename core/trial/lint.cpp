// All that can be said of a pack without a report.
#include <algorithm>
#include <filesystem>

#include <nianbao/rule_trial.hpp>

#include "rules/selection.hpp"
#include "rules/source.hpp"

namespace nianbao {
namespace {

/// Formats that rules of a pack name and that are not there.
class UnknownFormats {
 public:
  UnknownFormats(std::string_view pack, const std::vector<const Template*>& templates) : pack_(pack) {
    for (const auto* format : templates) {
      known_.push_back(format->id);
    }
  }

  void look_at(const std::vector<std::string>& formats, const std::string& rule, const RuleOrigin& where) {
    for (const auto& format : formats) {
      if (where.pack == pack_ && std::find(known_.begin(), known_.end(), format) == known_.end()) {
        faults_.push_back({"unknown-format",
                           {rule + "：没有格式“" + format + "”", rule + ": there is no format \"" + format + "\""},
                           did_you_mean(format, known_),
                           where,
                           {}});
      }
    }
  }

  void look_at(const RuleSet& rules) {
    for (const auto& rule : rules.checks()) {
      look_at(rule.formats, rule.id, rule.origin);
    }
    for (const auto& line : rules.mappings()) {
      look_at(line.from_formats, line.id, line.origin);
      look_at(line.to_formats, line.id, line.origin);
    }
  }

  std::vector<RuleFault> take() { return std::move(faults_); }

 private:
  std::string_view pack_;
  std::vector<std::string_view> known_;
  std::vector<RuleFault> faults_;
};

void note_selection(const PackInfo& pack, std::vector<RuleFault>& notes) {
  const auto& to = pack.applies_to;
  if (to.stated && to.jurisdictions.empty() && to.years.open() && to.formats.empty()) {
    notes.push_back({"applies-to-all",
                     {"applies-to 没有写任何条件，规则包对所有年报启用",
                      "applies-to states nothing: the pack is in force for every report"},
                     {"请写 jurisdictions、years 或 formats；只在指定时启用的规则包不写 applies-to。",
                      "State jurisdictions, years or formats; a pack that is asked for by name has no applies-to."},
                     pack.origin,
                     {}});
  }
}

/// The outline of a report is read before its packs are chosen.
void note_outline(const PackInfo& pack, std::vector<RuleFault>& notes) {
  const auto path = std::filesystem::path(pack.folder) / "outline.yaml";
  std::error_code error;
  if (pack.id != kBasePack && std::filesystem::exists(path, error)) {
    notes.push_back({"idle-file",
                     {"只有 " + std::string(kBasePack) + " 的 outline.yaml 起作用",
                      "Only the outline.yaml of " + std::string(kBasePack) + " has an effect"},
                     {"请删去这个文件。", "Remove the file."},
                     {pack.id, path.string(), 1, 1},
                     {}});
  }
}

void append(std::vector<RuleFault>& all, std::vector<RuleFault> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

PackLint lint_pack(const RuleStore& store, std::string_view pack, const std::vector<const Template*>& templates) {
  PackLint lint{std::string(pack), store.lint(pack), {}};
  RuleQuery query;
  query.packs.emplace_back(pack);
  const auto& packs = store.packs();
  const auto info =
      std::find_if(packs.begin(), packs.end(), [&](const PackInfo& p) { return p.id == pack && !p.shadowed; });
  const auto rules = store.effective(query);
  if (!lint.faults.empty() || info == packs.end() || !rules) {
    return lint;
  }
  UnknownFormats formats(pack, templates);
  formats.look_at(info->applies_to.formats, info->id, info->origin);
  formats.look_at(**rules);
  append(lint.faults, formats.take());
  if (auto run = run_examples(store, pack)) {
    append(lint.faults, std::move(run->faults));
  }
  if (!lint.faults.empty()) {
    return lint;
  }
  note_selection(*info, lint.notes);
  note_outline(*info, lint.notes);
  for (auto& note : idle_rules(**rules, templates)) {
    if (note.where.pack == pack) {
      lint.notes.push_back(std::move(note));
    }
  }
  return lint;
}

}  // namespace nianbao
