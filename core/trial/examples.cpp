// Running *.examples.yaml.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <nianbao/rule_trial.hpp>

#include "rules/item.hpp"
#include "trial/example_figures.hpp"
#include "trial/pattern_example.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExampleEnd = ".examples.yaml";

std::vector<std::string> example_files(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const auto name = it->path().filename().string();
    if (name.size() > kExampleEnd.size() &&
        name.compare(name.size() - kExampleEnd.size(), std::string::npos, kExampleEnd) == 0) {
      paths.push_back(it->path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// The rule with this id, written with or without its pack.
template <typename Rule>
const Rule* rule_named(const std::vector<Rule>& rules, std::string_view name) {
  const auto it = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) {
    const std::string_view id = rule.id;
    return id == name || id.substr(id.find('/') + 1) == name;
  });
  return it == rules.end() ? nullptr : &*it;
}

Message expected(const std::string& wanted, const std::string& got) {
  return {"应为" + wanted + "，实为" + got, "expected " + wanted + ", got " + got};
}

class ExampleRunner {
 public:
  ExampleRunner(const RuleSet& rules, RuleFaults& faults, ExampleRun& run)
      : rules_(rules), faults_(faults), run_(run) {}

  void read(const SourceFile& file) {
    auto whole = whole_file(file, faults_);
    const auto* list = whole.node("examples");
    whole.refuse_unknown_keys();
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
      Item item(*list->items[i], file);
      item.report_to(faults_);
      one(item);
      item.refuse_unknown_keys();
    }
  }

  /// Checks, patterns and mapping lines of the pack that no example shows holding, or failing.
  void list_missing(std::string_view pack) {
    for (const auto& rule : rules_.checks()) {
      missing(rule.id, rule.origin, pack);
    }
    for (const auto& pattern : rules_.prose().patterns) {
      missing(pattern.id, pattern.origin, pack);
    }
    for (const auto& line : rules_.mappings()) {
      if (line.from != nullptr) {
        missing(line.id, line.origin, pack);
      }
    }
  }

 private:
  void one(Item& item) {
    const auto name = item.text("rule");
    if (const auto* check = rule_named(rules_.checks(), name)) {
      example_of(*check, item);
    } else if (const auto* line = rule_named(rules_.mappings(), name)) {
      example_of(*line, item);
    } else if (const auto* pattern = rule_named(rules_.prose().patterns, name)) {
      example_of(*pattern, item);
    } else if (!name.empty()) {
      unknown(item, name);
    }
  }

  void unknown(Item& item, const std::string& name) {
    std::vector<std::string_view> known;
    const auto add = [&](const auto& rules) {
      for (const auto& rule : rules) {
        known.push_back(std::string_view(rule.id).substr(rule.id.find('/') + 1));
      }
    };
    add(rules_.checks());
    add(rules_.mappings());
    add(rules_.prose().patterns);
    for (const auto* key : {"passes", "fails", "gives", "from", "text", "facts", "year", "section"}) {
      static_cast<void>(item.node(key));
    }
    item.fault("rule", "unknown-rule", {"没有规则“" + name + "”", "There is no rule \"" + name + "\""},
               did_you_mean(name, known));
  }

  void example_of(const CheckRule& rule, Item& item) {
    const bool passes = item.has("passes");
    const auto* figures = item.node(passes ? "passes" : "fails");
    if (figures == nullptr || !figures->is_mapping()) {
      item.fault("rule", "no-figures",
                 {"审核规则的例子要写 passes 或 fails", "An example of a check has passes or fails"});
      return;
    }
    Arena arena;
    const ExampleFigures source(*figures, item.file(), rules_.concepts(), arena, faults_);
    std::size_t held = 0;
    std::size_t broken = 0;
    for (const auto& round : rounds_of(rule.each, rule.concepts, rules_.concepts(), source)) {
      if (rule.when != nullptr && !rule.when->evaluate(source, round).truth.value_or(false)) {
        continue;
      }
      const auto truth = rule.assertion->evaluate(source, round, {Totals::stated_only, rule.tolerance}).truth;
      held += truth == std::optional(true) ? 1 : 0;
      broken += truth == std::optional(false) ? 1 : 0;
    }
    const bool right = passes ? held > 0 && broken == 0 : broken > 0;
    const char* got = broken > 0 ? "不成立" : held > 0 ? "成立" : "无法核对";
    const char* got_en = broken > 0 ? "fails" : held > 0 ? "holds" : "not assessable";
    record(rule.id, item, passes, right,
           {std::string("应") + (passes ? "成立" : "不成立") + "，实为" + got,
            std::string("should ") + (passes ? "hold" : "fail") + ", but: " + got_en});
  }

  void example_of(const MappingRule& line, Item& item) {
    const auto wanted = item.text("gives");
    const auto* figures = item.node("from");
    if (!item.has("gives") || figures == nullptr || !figures->is_mapping()) {
      item.fault("rule", "no-figures",
                 {"对应关系的例子要写 from 和 gives", "An example of a mapping line has from and gives"});
      return;
    }
    Arena arena;
    const ExampleFigures source(*figures, item.file(), rules_.concepts(), arena, faults_);
    std::string given = "none";
    for (const auto& round : rounds_of(line.each, {}, rules_.concepts(), source)) {
      const bool holds = line.when == nullptr || line.when->evaluate(source, round).truth.value_or(false);
      const auto value = holds && line.from != nullptr
                             ? line.from->evaluate(source, round, {Totals::computed, {}}).value
                             : std::nullopt;
      given = value ? value->to_string() : given;
    }
    record(line.id, item, wanted != "none", given == wanted, expected(wanted, given));
  }

  void example_of(const ProsePattern& pattern, Item& item) {
    const auto outcome = run_pattern_example(pattern, item, rules_);
    if (outcome) {
      record(pattern.id, item, outcome->passing, outcome->holds, outcome->fault);
    }
  }

  void record(const std::string& rule, const Item& item, bool passing, bool holds, Message fault) {
    run_.outcomes.push_back({rule, item.origin(), holds, holds ? Message{} : std::move(fault)});
    (passing ? passing_ : failing_).insert(rule);
  }

  void missing(const std::string& id, const RuleOrigin& origin, std::string_view pack) {
    if (origin.pack != pack) {
      return;
    }
    for (const bool passing : {true, false}) {
      if ((passing ? passing_ : failing_).count(id) == 0) {
        run_.missing.push_back({id, origin, passing});
      }
    }
  }

  const RuleSet& rules_;
  RuleFaults& faults_;
  ExampleRun& run_;
  std::set<std::string> passing_;
  std::set<std::string> failing_;
};

}  // namespace

bool ExampleRun::clean() const noexcept {
  return faults.empty() && missing.empty() &&
         std::all_of(outcomes.begin(), outcomes.end(), [](const ExampleOutcome& outcome) { return outcome.holds; });
}

Result<ExampleRun> run_examples(const RuleStore& store, std::string_view pack) {
  RuleQuery query;
  query.packs.emplace_back(pack);
  NIANBAO_TRY(const auto rules, store.effective(query));
  const auto& packs = store.packs();
  const auto info =
      std::find_if(packs.begin(), packs.end(), [&](const PackInfo& p) { return p.id == pack && !p.shadowed; });
  ExampleRun run;
  RuleFaults faults;
  ExampleRunner runner(*rules, faults, run);
  for (const auto& path : example_files(info->folder)) {
    const auto file = read_source(info->id, path, faults);
    if (file != nullptr && file->root != nullptr) {
      runner.read(*file);
    }
  }
  runner.list_missing(pack);
  run.faults = faults.take();
  return run;
}

std::string examples_of(const RuleStore& store, std::string_view rule) {
  const auto slash = rule.find('/');
  const auto name = slash == std::string_view::npos ? rule : rule.substr(slash + 1);
  std::string text;
  for (const auto& pack : store.packs()) {
    if (pack.shadowed || (slash != std::string_view::npos && rule.substr(0, slash) != pack.id)) {
      continue;
    }
    RuleFaults faults;
    for (const auto& path : example_files(pack.folder)) {
      const auto file = read_source(pack.id, path, faults);
      const auto* list = file != nullptr && file->root != nullptr ? file->root->find("examples") : nullptr;
      for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
        const auto* id = list->items[i]->find("rule");
        const auto end = i + 1 < list->items.size() ? list->items[i + 1]->at.line
                                                    : static_cast<std::uint32_t>(file->lines.size() + 1);
        for (auto line = list->items[i]->at.line; id != nullptr && id->text == name && line < end; ++line) {
          text += std::string(file->line(line)) + "\n";
        }
      }
    }
  }
  return text;
}

}  // namespace nianbao
