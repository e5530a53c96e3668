// nianbao bundle: the bundles of the search path, and whether one is as it should be.
#include <nianbao/bundle.hpp>

#include "commands.hpp"

namespace nianbao::command {
namespace {

/// Lists also what an Engine would refuse.
Result<std::string> list(const Arguments& arguments, const Console& console, bool json) {
  NIANBAO_CHECK(arguments.expect_inputs(0, 1));
  NIANBAO_TRY(const auto roots, search_path(search_path_parts(arguments.values("bundle"))));
  const auto bundles = find_bundles(roots);
  return json ? bundles_json(bundles) : bundles_text(bundles, console.language);
}

Result<std::string> bundle(const Arguments& arguments, const Console& console) {
  NIANBAO_TRY(const auto form, arguments.choice("as", {"text", "json"}, 0));
  NIANBAO_CHECK(action_of(arguments, {"list"}));
  return list(arguments, console, form == 1);
}

}  // namespace

int run_bundle(const Words& words, Console& console) {
  Arguments arguments("bundle [list]",
                      {"列出扩展包：标识、版本、来源，以及不可用的原因。",
                       "Lists the bundles: id, version, where they are from, and why one cannot be used."});
  arguments.option("as", "text|json", {"输出形式（默认 text）", "form of the output (default text)"}).common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto text = bundle(arguments, console);
  return text.ok() ? print(console, *text) : fail(console, text.error());
}

}  // namespace nianbao::command
