// nianbao rules: the rule packs found.
#include "commands.hpp"

namespace nianbao::command {
namespace {

Result<std::string> rules(const Arguments& arguments, const Console& console) {
  NIANBAO_CHECK(arguments.expect_inputs(0, 1));
  NIANBAO_TRY(const auto engine, open_engine(arguments));
  std::string text;
  for (const auto& pack : engine->rules().packs()) {
    text += pack.id + " " + pack.version + "  " + pack.title.in(console.language) + "  " + pack.folder + "\n";
  }
  return text;
}

}  // namespace

int run_rules(const Words& words, Console& console) {
  Arguments arguments("rules [list]", {"列出规则包。", "Lists the rule packs."});
  arguments.common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto text = rules(arguments, console);
  return text.ok() ? print(console, *text) : fail(console, text.error());
}

}  // namespace nianbao::command
