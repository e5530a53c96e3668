// nianbao rules: the rule packs found, the rules in force, the mapping of a pair of formats.
#include <nianbao/rule_listing.hpp>

#include "commands.hpp"

namespace nianbao::command {
namespace {

class RulesCommand {
 public:
  RulesCommand(const Arguments& arguments, const Console& console) : arguments_(arguments), console_(console) {}

  Result<std::string> run() {
    NIANBAO_TRY(const auto form, arguments_.choice("as", {"text", "json"}, 0));
    json_ = form == 1;
    NIANBAO_TRY(engine_, open_engine(arguments_));
    const auto& words = arguments_.inputs();
    const std::string action = words.empty() ? "list" : words.front();
    if (action == "list") {
      NIANBAO_CHECK(arguments_.expect_inputs(0, 1));
      return list();
    }
    if (action == "show") {
      NIANBAO_CHECK(arguments_.expect_inputs(1, 1));
      return arguments_.has("from") || arguments_.has("to") ? mapping() : effective();
    }
    return Error{ErrorKind::usage, "usage", {"应为 list 或 show。", "Expected list or show."}, action, {}};
  }

 private:
  Result<std::string> list() {
    for (const auto& fault : engine_->rules().faults()) {
      console_.say(to_string(fault, console_.language));
    }
    return json_ ? packs_json(engine_->rules()) : packs_text(engine_->rules(), console_.language);
  }

  /// The rules for the report that the options describe.
  Result<std::shared_ptr<const RuleSet>> rules() {
    RuleQuery query;
    const auto jurisdiction = arguments_.value("jurisdiction");
    const bool code = !jurisdiction.empty() && jurisdiction.find_first_not_of("0123456789") == std::string::npos;
    (code ? query.jurisdiction_code : query.jurisdiction) = jurisdiction;
    NIANBAO_TRY(const auto year, arguments_.number("year", 1990, 2200));
    query.year = year.value_or(0);
    query.packs = arguments_.values("rules");
    return engine_->rules().effective(query);
  }

  Result<std::string> effective() {
    NIANBAO_TRY(const auto set, rules());
    return json_ ? rules_json(*set) : rules_text(*set, console_.language);
  }

  Result<std::string> mapping() {
    if (!arguments_.has("from") || !arguments_.has("to")) {
      return Error{
          ErrorKind::usage, "usage", {"--from 与 --to 要一起给。", "Give --from together with --to."}, "show", {}};
    }
    NIANBAO_TRY(const auto* from, engine_->find_template(arguments_.value("from"), 0));
    NIANBAO_TRY(const auto* to, engine_->find_template(arguments_.value("to"), 0));
    NIANBAO_TRY(const auto set, rules());
    std::vector<const Template*> templates;
    for (const auto& format : engine_->templates().templates) {
      templates.push_back(format.get());
    }
    const auto table = mapping_table(*set, *from, *to, templates);
    return json_ ? mapping_json(table) : mapping_text(*set, table, console_.language);
  }

  const Arguments& arguments_;
  const Console& console_;
  bool json_ = false;
  std::unique_ptr<Engine> engine_;
};

}  // namespace

int run_rules(const Words& words, Console& console) {
  Arguments arguments(
      "rules [list | show [--effective] [--from A --to B]]",
      {"列出规则包；show 显示生效的规则及其出处，或两种格式之间的对应关系。",
       "Lists the rule packs; show gives the rules in force with where each is from, or the mapping of two formats."});
  arguments.option("as", "text|json", {"输出形式（默认 text）", "form of the output (default text)"})
      .flag("effective", {"显示生效的规则（show 的默认）", "show the rules in force (what show does anyway)"})
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
  const auto text = RulesCommand(arguments, console).run();
  return text.ok() ? print(console, *text) : fail(console, text.error());
}

}  // namespace nianbao::command
