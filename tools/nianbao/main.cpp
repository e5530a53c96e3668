// nianbao: converts Chinese government-information-disclosure annual reports between formats.
#include <array>
#include <csignal>
#include <exception>
#include <iostream>

#include "commands.hpp"

namespace {

using namespace nianbao;
using namespace nianbao::command;

struct Command {
  std::string_view name;
  int (*run)(const Words&, Console&);
  Message summary;
};

const std::array<Command, 11>& commands() {
  static const std::array<Command, 11> all{{
      {"convert", run_convert, {"把年报转换为另一种格式", "convert a report to another format"}},
      {"inspect", run_inspect, {"显示文件是什么、有哪些数据", "show what a file is and what it holds"}},
      {"check", run_check, {"审核年报数据", "check a report's figures"}},
      {"draft", run_draft, {"由上年年报起草今年的年报", "begin this year's report from last year's"}},
      {"formats", run_formats, {"列出年报格式", "list the report formats"}},
      {"containers", run_containers, {"列出文件类型", "list the containers"}},
      {"concepts", run_concepts, {"列出指标", "list the concepts"}},
      {"plugins", run_plugins, {"列出并检查插件", "list and examine plugins"}},
      {"rules", run_rules, {"列出并显示规则包", "list and show rule packs"}},
      {"bundle", run_bundle, {"列出并检查扩展包", "list and check bundles"}},
      {"new", run_new, {"新建扩展包、规则包、年报格式或文件类型", "begin a bundle, rule pack, format or container"}},
  }};
  return all;
}

std::string usage(Language language) {
  std::string text =
      language == Language::zh ? "用法：nianbao <命令> [选项] …\n\n" : "Usage: nianbao <command> [options] …\n\n";
  for (const auto& command : commands()) {
    text += "  " + std::string(command.name) + std::string(12 - command.name.size(), ' ') +
            command.summary.in(language) + "\n";
  }
  text += language == Language::zh ? "\n每个命令的选项：nianbao <命令> --help\n"
                                   : "\nThe options of a command: nianbao <command> --help\n";
  return text;
}

int run(const Words& words, Console& console) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    const int printed = print(console, usage(console.language));
    return words.empty() ? static_cast<int>(ErrorKind::usage) : printed;
  }
  if (words[0] == "--version") {
    return print(console, "nianbao " NIANBAO_VERSION "\n");
  }
  for (const auto& command : commands()) {
    if (command.name == words[0]) {
      return command.run(Words(words.begin() + 1, words.end()), console);
    }
  }
  return fail(console, {ErrorKind::usage,
                        "unknown-command",
                        {"没有命令“" + words[0] + "”。", "There is no command \"" + words[0] + "\"."},
                        "",
                        {"用 nianbao --help 列出命令。", "nianbao --help lists the commands."}});
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an output error, not a death
  nianbao::command::Console console;
  console.language = language_of_locale();
  try {
    return run(Words(argv + 1, argv + argc), console);
  } catch (const std::exception& error) {
    const std::string what = error.what();
    return fail(console, {ErrorKind::internal,
                          "internal",
                          {"程序内部错误：" + what, "Internal error: " + what},
                          "",
                          {"请把这条信息和输入文件一并反馈。", "Please report this message with the input."}});
  }
}
