// nianbao containers: the file types that can be read and written.
#include <nianbao/plugin_listing.hpp>

#include "commands.hpp"

namespace nianbao::command {
namespace {

Result<std::string> containers(const Arguments& arguments, const Console& console) {
  NIANBAO_CHECK(arguments.expect_inputs(0, 1));
  NIANBAO_CHECK(action_of(arguments, {"list"}));
  NIANBAO_TRY(const auto form, arguments.choice("as", {"text", "json"}, 0));
  NIANBAO_TRY(const auto engine, open_engine(arguments));
  return form == 0 ? containers_text(engine->plugins(), console.language) : containers_json(engine->plugins());
}

}  // namespace

int run_containers(const Words& words, Console& console) {
  Arguments arguments("containers [list]",
                      {"列出可以读写的文件类型。", "Lists the containers that can be read and written."});
  arguments.option("as", "text|json", {"输出形式（默认 text）", "form of the output (default text)"}).common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto text = containers(arguments, console);
  return text.ok() ? print(console, *text) : fail(console, text.error());
}

}  // namespace nianbao::command
