#include "output_paths.hpp"

#include <array>
#include <filesystem>

#include <nianbao/sdk/message.hpp>

namespace nianbao::command {
namespace {

namespace fs = std::filesystem;

struct Output {
  const std::string* path;
  Message name;
};

/// The same place whatever way it is written, also where no file stands there yet.
bool same_place(const std::string& a, const std::string& b) {
  if (a == "-" || b == "-") {
    return a == b;
  }
  std::error_code error;
  if (fs::equivalent(a, b, error)) {
    return fs::is_regular_file(a, error);
  }
  const auto whole_a = fs::weakly_canonical(fs::absolute(a), error);
  const auto whole_b = fs::weakly_canonical(fs::absolute(b), error);
  return !fs::exists(whole_a, error) && whole_a == whole_b;
}

Error is_input(const std::string& path) {
  return {ErrorKind::usage,
          "output-is-input",
          {"输出文件就是输入文件。", "The output would replace the input."},
          path,
          {"请另取文件名。", "Choose another name."}};
}

Error is_output(const Output& one, const Output& other) {
  const bool stdout_both = *one.path == "-";
  return {ErrorKind::usage,
          "output-is-output",
          {one.name.zh + "和" + other.name.zh + (stdout_both ? "都要写到标准输出。" : "要写到同一个文件。"),
           "The " + one.name.en + " and the " + other.name.en +
               (stdout_both ? " would both go to standard output." : " would go to one file.")},
          *one.path,
          {"请给其中一个另取文件名。", "Choose another name for one of them."}};
}

}  // namespace

Result<void> check_outputs(const OutputPaths& paths, const std::string& input) {
  const std::array<Output, 3> outputs{{{&paths.report, {"年报", "report"}},
                                       {&paths.ledger, {"转换对照表（--ledger）", "ledger (--ledger)"}},
                                       {&paths.appendix, {"附录", "appendix"}}}};
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    const auto& path = *outputs[i].path;
    if (path.empty()) {
      continue;
    }
    if (path != "-" && input != "-" && same_place(path, input)) {
      return is_input(path);
    }
    for (std::size_t j = i + 1; j < outputs.size(); ++j) {
      if (!outputs[j].path->empty() && same_place(path, *outputs[j].path)) {
        return is_output(outputs[i], outputs[j]);
      }
    }
  }
  return {};
}

}  // namespace nianbao::command
