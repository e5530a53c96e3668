// nianbao rules: the rule packs found, the rules in force, the mapping of a pair of formats.
#include <nianbao/jurisdictions.hpp>
#include <nianbao/rule_listing.hpp>
#include <nianbao/rule_trial.hpp>

#include "commands.hpp"

namespace nianbao::command {
namespace {

class RulesCommand {
 public:
  RulesCommand(const Arguments& arguments, const Console& console) : arguments_(arguments), console_(console) {}

  /// The text to print; `clean()` then says whether what was tried out is right.
  Result<std::string> run() {
    NIANBAO_TRY(const auto form, arguments_.choice("as", {"text", "json"}, 0));
    json_ = form == 1;
    NIANBAO_TRY(const auto action, action_of(arguments_, {"list", "show", "lint", "test", "explain"}));
    NIANBAO_TRY(engine_, open_engine(arguments_));
    if (action == "list") {
      NIANBAO_CHECK(arguments_.expect_inputs(0, 1));
      return list();
    }
    if (action == "lint") {
      return lint();
    }
    if (action == "test") {
      return test();
    }
    if (action == "explain") {
      NIANBAO_CHECK(arguments_.expect_inputs(2, 2));
      return explain(arguments_.inputs()[1]);
    }
    NIANBAO_CHECK(arguments_.expect_inputs(1, 1));
    return arguments_.has("from") || arguments_.has("to") ? mapping() : effective();
  }

  [[nodiscard]] bool clean() const noexcept { return clean_; }

 private:
  Result<std::string> list() {
    for (const auto& fault : engine_->rules().faults()) {
      console_.say(to_string(fault, console_.language));
    }
    return json_ ? packs_json(engine_->rules()) : packs_text(engine_->rules(), console_.language);
  }

  /// The rules for the report that the options describe. `place`: where such reports are from if no option says.
  Result<std::shared_ptr<const RuleSet>> rules(std::string_view place = {}) {
    const auto asked = arguments_.has("jurisdiction") ? arguments_.value("jurisdiction") : std::string(place);
    std::string name;
    RuleQuery query;
    if (asked.find_first_not_of("0123456789") == std::string::npos) {
      query.jurisdiction_code = asked;
    } else {
      name = with_province(asked);
      query.jurisdiction = name;
    }
    if (arguments_.has("jurisdiction")) {
      if (const auto known = engine_->expect_jurisdiction(asked); !known.ok()) {
        return at_option(known.error(), "--jurisdiction");
      }
    }
    NIANBAO_TRY(const auto year, arguments_.number("year", 1990, 2200));
    query.year = year.value_or(0);
    query.packs = arguments_.values("rules");
    return engine_->rules().effective(query);
  }

  /// A zone, which has no code, lies in the province of the city or county whose short name its own begins with.
  [[nodiscard]] std::string with_province(const std::string& name) const {
    const auto divisions = engine_->rules().divisions();
    const auto province =
        divisions->find(name).name.empty() ? divisions->province_by_short_name(name) : std::string_view();
    return std::string(province) + name;
  }

  Result<std::string> effective() {
    NIANBAO_TRY(const auto set, rules());
    return json_ ? rules_json(*set) : rules_text(*set, console_.language);
  }

  /// The packs named, or all that are used.
  [[nodiscard]] std::vector<std::string> chosen_packs() const {
    std::vector<std::string> packs(arguments_.inputs().begin() + 1, arguments_.inputs().end());
    for (const auto& pack : engine_->rules().packs()) {
      if (arguments_.inputs().size() == 1 && !pack.shadowed) {
        packs.push_back(pack.id);
      }
    }
    return packs;
  }

  [[nodiscard]] std::vector<const Template*> templates() const {
    std::vector<const Template*> templates;
    for (const auto& format : engine_->templates().templates) {
      templates.push_back(format.get());
    }
    return templates;
  }

  Result<std::shared_ptr<const RuleSet>> rules_with(const std::string& pack) {
    RuleQuery query;
    query.packs.push_back(pack);
    return engine_->rules().effective(query);
  }

  Result<std::string> lint() {
    std::vector<RuleFault> unusable;
    if (arguments_.inputs().size() == 1) {
      unusable = engine_->rules().faults();
    }
    std::vector<PackLint> packs;
    for (const auto& pack : chosen_packs()) {
      packs.push_back(lint_pack(engine_->rules(), pack, templates()));
      clean_ = clean_ && packs.back().faults.empty();
    }
    clean_ = clean_ && unusable.empty();
    return json_ ? lint_json(unusable, packs) : lint_text(unusable, packs, console_.language);
  }

  Result<std::string> test() {
    const bool coverage = arguments_.has("coverage");
    if (coverage || arguments_.has("mutate")) {
      if (json_) {
        return Error{ErrorKind::usage,
                     "usage",
                     {"--coverage 和 --mutate 没有 json 形式。", "--coverage and --mutate have no JSON form."},
                     "--as",
                     {}};
      }
      return coverage ? coverages() : mutations();
    }
    std::string text;
    std::vector<std::pair<std::string, ExampleRun>> runs;
    for (const auto& pack : chosen_packs()) {
      NIANBAO_TRY(auto run, run_examples(engine_->rules(), pack));
      clean_ = clean_ && run.clean();
      text += examples_text(run, console_.language);
      runs.emplace_back(pack, std::move(run));
    }
    return json_ ? examples_json(runs) : text;
  }

  Result<std::string> coverages() {
    std::string text;
    for (const auto& pack : chosen_packs()) {
      NIANBAO_TRY(const auto set, rules_with(pack));
      text += coverage_text(rule_coverage(*set, templates()), console_.language);
    }
    return text;
  }

  Result<std::string> mutations() {
    std::string text;
    for (const auto& pack : chosen_packs()) {
      NIANBAO_TRY(const auto set, rules_with(pack));
      text += mutation_text(mutations_of(set), console_.language);
    }
    return text;
  }

  [[nodiscard]] std::vector<MutationRun> mutations_of(const std::shared_ptr<const RuleSet>& set) const {
    constexpr std::uint32_t seed = 2021;
    std::vector<MutationRun> runs;
    for (const auto* format : templates()) {
      if (!format->forms.empty()) {
        auto of_format = mutate_reports(set, *format, templates(), seed);
        std::move(of_format.begin(), of_format.end(), std::back_inserter(runs));
      }
    }
    return runs;
  }

  Result<std::string> explain(const std::string& rule) {
    NIANBAO_TRY(const auto set, rules());
    auto text = rule_in_words(*set, rule, console_.language);
    if (text.empty()) {
      text = own_check_in_words(rule, console_.language);
    }
    if (text.empty()) {
      auto hint = rule_like(*set, rule);
      return Error{ErrorKind::usage,
                   "unknown-rule",
                   {"生效的规则中没有“" + rule + "”。", "No rule in force is called \"" + rule + "\"."},
                   rule,
                   hint.empty() ? Message{"用 nianbao rules show 查看；别的规则包用 --rules 启用。",
                                          "See nianbao rules show; --rules brings a further pack into force."}
                                : hint};
    }
    const auto examples = examples_of(engine_->rules(), rule);
    return examples.empty() ? text : text + std::string(console_.text("例子：", "examples:")) + "\n" + examples;
  }

  Result<std::string> mapping() {
    if (!arguments_.has("from") || !arguments_.has("to")) {
      return Error{
          ErrorKind::usage, "usage", {"--from 与 --to 要一起给。", "Give --from together with --to."}, "show", {}};
    }
    NIANBAO_TRY(const auto* from, engine_->find_template(arguments_.value("from"), 0));
    NIANBAO_TRY(const auto* to, engine_->find_template(arguments_.value("to"), 0));
    const auto& places =
        from->applies_to.jurisdictions.empty() ? to->applies_to.jurisdictions : from->applies_to.jurisdictions;
    NIANBAO_TRY(const auto set, rules(places.empty() ? std::string_view() : places.front()));
    const auto table = mapping_table(*set, *from, *to, templates());
    return json_ ? mapping_json(table) : mapping_text(*set, table, console_.language);
  }

  const Arguments& arguments_;
  const Console& console_;
  bool json_ = false;
  bool clean_ = true;
  std::unique_ptr<Engine> engine_;
};

}  // namespace

int run_rules(const Words& words, Console& console) {
  Arguments arguments(
      "rules [list | show [--effective] [--from A --to B] | lint [PACK…] | test [PACK…] | explain RULE]",
      {"列出规则包；show 显示生效的规则及其出处，或两种格式之间的对应关系；lint 检查规则包的写法；test 运行例子；"
       "explain 说明一条规则。",
       "Lists the rule packs; show gives the rules in force with where each is from, or the mapping of two formats; "
       "lint looks for faults, test runs the examples, explain puts a rule into words."});
  arguments.option("as", "text|json", {"输出形式（默认 text）", "form of the output (default text)"})
      .flag("effective", {"显示生效的规则（show 的默认）", "show the rules in force (what show does anyway)"})
      .flag("coverage", {"test：列出没有规则核对的单元格", "test: list the cells no rule checks"})
      .flag("mutate",
            {"test：逐个改错数字，看能查出多少", "test: change one digit at a time and see how many are caught"})
      .option("from", "FORMAT", {"原格式", "format to convert from"})
      .option("to", "FORMAT", {"目标格式", "format to convert to"})
      .option("jurisdiction", "NAME|CODE", {"哪个行政区划的规则", "for which jurisdiction"})
      .option("year", "YEAR", {"哪个年度的规则", "for which year"})
      .list("rules", "PACK", {"另外启用的规则包（可多次）", "a further rule pack (several are possible)"})
      .common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  RulesCommand rules(arguments, console);
  const auto text = rules.run();
  if (!text) {
    return fail(console, text.error());
  }
  const int printed = print(console, *text);
  return printed == kDone && !rules.clean() ? static_cast<int>(ErrorKind::rules) : printed;
}

}  // namespace nianbao::command
