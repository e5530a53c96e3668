// nianbao bundle: the bundles of the search path, and whether one is as it should be.
#include <nianbao/bundle_check.hpp>

#include "commands.hpp"

namespace nianbao::command {
namespace {

class BundleCommand {
 public:
  BundleCommand(const Arguments& arguments, const Console& console) : arguments_(arguments), console_(console) {}

  /// The text to print; exit_code() then says what came of it.
  Result<std::string> run() {
    NIANBAO_TRY(const auto form, arguments_.choice("as", {"text", "json"}, 0));
    json_ = form == 1;
    NIANBAO_TRY(const auto action, action_of(arguments_, {"list", "check"}));
    if (action == "check") {
      NIANBAO_CHECK(arguments_.expect_inputs(2, 2));
      return check(arguments_.inputs()[1]);
    }
    NIANBAO_CHECK(arguments_.expect_inputs(0, 1));
    return list();
  }

  [[nodiscard]] int exit_code() const noexcept { return exit_code_; }

 private:
  /// Lists also what an Engine would refuse.
  Result<std::string> list() {
    NIANBAO_TRY(const auto roots, search_path(search_path_parts(arguments_.values("bundle"))));
    auto bundles = find_bundles(roots);
    add_what_is_claimed_twice(bundles);
    return json_ ? bundles_json(bundles) : bundles_text(bundles, console_.language);
  }

  /// The bundle comes first on the search path, before those it may need.
  Result<std::string> check(const std::string& folder) {
    auto folders = arguments_.values("bundle");
    folders.insert(folders.begin(), folder);
    NIANBAO_TRY(const auto engine, open_engine(arguments_, std::move(folders)));
    const auto outcome = check_bundle(*engine, engine->plugins().roots().front().folder);
    exit_code_ = outcome.clean() ? kDone : static_cast<int>(outcome.worst());
    return json_ ? bundle_check_json(outcome) : bundle_check_text(outcome, console_.language);
  }

  const Arguments& arguments_;
  const Console& console_;
  bool json_ = false;
  int exit_code_ = kDone;
};

}  // namespace

int run_bundle(const Words& words, Console& console) {
  Arguments arguments(
      "bundle [list | check DIR]",
      {"列出扩展包；check 检查整个扩展包：装入插件、检查规则包的写法、运行例子，并用样本逐项试用文件类型和年报格式。",
       "Lists the bundles; check tries out a whole one: opens its plugins, lints its packs, runs their examples, and "
       "tests "
       "containers and formats with its samples."});
  arguments.option("as", "text|json", {"输出形式（默认 text）", "form of the output (default text)"}).common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  BundleCommand bundle(arguments, console);
  const auto text = bundle.run();
  if (!text.ok()) {
    return fail(console, text.error());
  }
  const int printed = print(console, *text);
  return printed == kDone ? bundle.exit_code() : printed;
}

}  // namespace nianbao::command
