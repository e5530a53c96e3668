// nianbao plugins: what was found on the search path, and what is wrong with one of it.
#include <nianbao/plugin_listing.hpp>

#include "commands.hpp"

namespace nianbao::command {
namespace {

struct Outcome {
  std::string text;
  int exit_code = kDone;
};

Result<Outcome> plugins(const Arguments& arguments, const Console& console) {
  NIANBAO_TRY(const auto form, arguments.choice("as", {"text", "json"}, 0));
  NIANBAO_TRY(const auto action, action_of(arguments, {"list", "doctor"}));
  NIANBAO_TRY(const auto engine, open_engine(arguments));
  if (action == "doctor") {
    NIANBAO_CHECK(arguments.expect_inputs(2, 2));
    NIANBAO_TRY(const auto report, engine->plugins().doctor(arguments.inputs()[1]));
    return Outcome{form == 0 ? doctor_text(report, console.language) : doctor_json(report),
                   report.fault ? static_cast<int>(ErrorKind::plugin) : kDone};
  }
  NIANBAO_CHECK(arguments.expect_inputs(0, 1));
  const auto status = arguments.has("open") ? engine->plugins().open_all() : engine->plugins().status();
  return Outcome{form == 0 ? plugins_text(status, console.language) : plugins_json(status), kDone};
}

}  // namespace

int run_plugins(const Words& words, Console& console) {
  Arguments arguments(
      "plugins [list | doctor PATH|ID]",
      {"列出插件及其状态；doctor 详细检查一个插件：哪里不对、现为何、应为何、怎么办。",
       "Lists the plugins with their states; doctor examines one: what failed, found, expected, what to do."});
  arguments.option("as", "text|json", {"输出形式（默认 text）", "form of the output (default text)"})
      .flag("open", {"逐一装入后再列出状态（默认不装入）", "open every library before listing (otherwise none is)"})
      .common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto outcome = plugins(arguments, console);
  if (!outcome.ok()) {
    return fail(console, outcome.error());
  }
  const int printed = print(console, outcome->text);
  return printed != kDone ? printed : outcome->exit_code;
}

}  // namespace nianbao::command
