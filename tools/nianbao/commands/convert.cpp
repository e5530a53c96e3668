// nianbao convert: a report in another format.
#include <algorithm>
#include <filesystem>

#include <nianbao/convert.hpp>
#include <nianbao/files.hpp>

#include "beside_sheets.hpp"
#include "commands.hpp"
#include "output_paths.hpp"

namespace nianbao::command {
namespace {

namespace fs = std::filesystem;

/// Where the output goes and what it is written with.
struct Target {
  std::string path;
  std::string container;
};

std::string stem_of(const std::string& input) { return input == "-" ? "report" : fs::path(input).stem().string(); }

std::string extension_of(const PluginHost& plugins, const std::string& container) {
  const auto* manifest = plugins.manifest(container);
  return manifest == nullptr || manifest->extensions.empty() ? container : manifest->extensions.front();
}

/// The container of the file an option names, by its extension.
Result<std::string> container_of_name(const PluginHost& plugins, const std::string& path, const char* option) {
  const auto manifest = plugins.container_for_name(path);
  if (!manifest.ok()) {
    return at_option(manifest.error(), option);
  }
  return (*manifest)->id;
}

/// What the options say of the output; its path is empty where it follows the input's name.
Result<Target> target_of(const Arguments& arguments, const PluginHost& plugins) {
  Target target{arguments.value("output"), arguments.value("to-container")};
  if (arguments.has("output") && arguments.has("out-dir")) {
    return Error{
        ErrorKind::usage, "usage", {"-o 与 --out-dir 只能给一个。", "Give either -o or --out-dir."}, "--out-dir", {}};
  }
  if (!target.container.empty()) {
    NIANBAO_TRY(target.container, container_named(plugins, target.container, "write", "--to-container"));
    return target;
  }
  target.container = "html";
  if (!target.path.empty() && target.path != "-") {
    NIANBAO_TRY(target.container, container_of_name(plugins, target.path, "-o"));
  }
  return target;
}

/// The output's path: as given, else input.format.extension in the directory asked for.
std::string output_path(const Arguments& arguments, const PluginHost& plugins, const Target& target,
                        std::string_view format) {
  const auto name =
      stem_of(arguments.inputs().front()) + "." + std::string(format) + "." + extension_of(plugins, target.container);
  return target.path.empty() ? (fs::path(arguments.value("out-dir")) / name).string() : target.path;
}

/// out.html → out.ledger.html; beside standard output there is none.
std::string ledger_path(const Arguments& arguments, const Target& target) {
  if (arguments.has("ledger")) {
    return arguments.value("ledger");
  }
  if (target.path == "-") {
    return {};
  }
  fs::path path(target.path);
  path.replace_extension(".ledger.html");
  return path.string();
}

Result<ConvertOptions> convert_options(const Arguments& arguments, const Engine& engine, Language language) {
  ConvertOptions options;
  NIANBAO_TRY(const auto place, arguments.choice("place", {"exact", "derived", "approximate"}, 1));
  options.place = static_cast<Fidelity>(place);
  options.place_suspect = arguments.has("place-suspect");
  options.final = arguments.has("final");
  options.language = language;
  for (const auto& format : engine.templates().templates) {
    options.templates.push_back(format.get());
  }
  return options;
}

/// Options of the container that writes. Plugins read no files: a reference document goes in as its bytes.
Result<Options> writer_options(const Arguments& arguments) {
  Options options;
  if (arguments.has("reference-doc")) {
    NIANBAO_TRY(options["reference-doc"], read_file(arguments.value("reference-doc"), Limits().input_bytes));
  }
  return options;
}

/// In html, md, json and text a draft's appendix stands inside unless something else is asked for; a final version is
/// the report alone.
Result<Appendix> appendix_of(const Arguments& arguments, const std::string& container) {
  const bool own_place = container == "html" || container == "markdown" || container == "json" || container == "text";
  const bool inside = own_place && !arguments.has("final");
  NIANBAO_TRY(const auto choice, arguments.choice("appendix", {"inside", "beside", "none"}, inside ? 0 : 1));
  return static_cast<Appendix>(choice);
}

/// All files of the call; those whose names follow the report's are empty while it has none.
OutputPaths output_paths(const Arguments& arguments, const Target& target, Appendix appendix) {
  OutputPaths paths;
  paths.report = target.path;
  if (!target.path.empty() || arguments.has("ledger")) {
    paths.ledger = ledger_path(arguments, target);
  }
  if (appendix == Appendix::beside && !target.path.empty() && target.path != "-") {
    paths.appendix = fs::path(target.path).replace_extension(".appendix.html").string();
  }
  return paths;
}

bool is_json_ledger(const std::string& path) { return path == "-" || fs::path(path).extension() == ".json"; }

class ConvertCommand {
 public:
  ConvertCommand(const Arguments& arguments, const Console& console) : arguments_(arguments), console_(console) {}

  Result<int> run() {
    NIANBAO_CHECK(arguments_.expect_inputs(1, 1));
    NIANBAO_TRY(engine_, open_engine(arguments_));
    NIANBAO_TRY(const auto read, read_options(arguments_, *engine_));
    NIANBAO_CHECK(take_options());
    const auto& input = arguments_.inputs().front();
    NIANBAO_TRY(const auto reports, read_input(*engine_, input, read));
    NIANBAO_TRY(const auto part, chosen_part(reports, arguments_, input));
    return convert_report(reports[part], input);
  }

 private:
  /// Whatever is wrong with the call is said before the input is read.
  Result<void> take_options() {
    NIANBAO_TRY(target_, target_of(arguments_, engine_->plugins()));
    NIANBAO_TRY(options_, convert_options(arguments_, *engine_, console_.language));
    NIANBAO_TRY(options_.appendix, appendix_of(arguments_, target_.container));
    NIANBAO_TRY(writer_options_, writer_options(arguments_));
    NIANBAO_TRY(fail_on_, arguments_.choice("fail-on", {"error", "doubt", "never"}, 2));
    const auto ledger = arguments_.value("ledger");
    if (!ledger.empty() && !is_json_ledger(ledger)) {
      NIANBAO_CHECK(container_of_name(engine_->plugins(), ledger, "--ledger"));
    }
    NIANBAO_CHECK(check_outputs(output_paths(arguments_, target_, options_.appendix), arguments_.inputs().front()));
    const auto format = engine_->find_template(to(), 0);
    return format.ok() ? Result<void>() : at_option(format.error(), "--to");
  }

  [[nodiscard]] std::string to() const { return arguments_.has("to") ? arguments_.value("to") : "current"; }

  Result<int> convert_report(const Report& report, const std::string& input) {
    NIANBAO_CHECK(strict_enough(report, arguments_, input));
    NIANBAO_TRY(const auto* format, engine_->find_template(to(), report.year));
    target_.path = output_path(arguments_, engine_->plugins(), target_, format->id);
    paths_ = output_paths(arguments_, target_, options_.appendix);
    NIANBAO_CHECK(check_outputs(paths_, input));
    NIANBAO_TRY(const auto rules, engine_->rules_for(report, arguments_.values("rules"), format->id));
    NIANBAO_TRY(const auto conversion, convert(report, *format, *rules, options_));
    console_.diagnostics(report.diagnostics);
    if (options_.final) {
      const auto obstacles = final_obstacles(conversion, report);
      if (!obstacles.empty()) {
        return refuse(obstacles);
      }
    }
    NIANBAO_TRY(const auto outputs, render(conversion, report, *rules));
    NIANBAO_CHECK(write_files(outputs));
    if (target_.path != "-") {
      console_.say(std::string(console_.text("已写出：", "written: ")) + target_.path);
    }
    console_.say(ledger_summary(conversion.ledger, console_.language));
    return verdict(report);
  }

  /// Everything that will be written, before anything is: one fault, and nothing is touched.
  Result<std::vector<OutputFile>> render(const Conversion& conversion, const Report& report, const RuleSet& rules) {
    std::vector<OutputFile> outputs;
    DiagnosticSink diagnostics;
    const Limits limits;
    const FormatContext context{limits, diagnostics, rules.vocabulary(), rules.patterns(), nullptr, console_.language};
    NIANBAO_TRY(const auto document,
                assemble(
                    conversion, [this](const Template& one) { return engine_->family_of(one); }, context, options_));
    auto options = writer_options_;
    if (!options_.final && engine_->plugins().manifest(target_.container)->can("sheets")) {
      options.merge(beside_sheets(conversion, report, rules, console_.language));
    }
    NIANBAO_TRY(auto bytes, write(document, target_.container, options));
    outputs.push_back({paths_.report, std::move(bytes)});
    if (!paths_.appendix.empty()) {
      if (const auto appendix = appendix_document(conversion, console_.language)) {
        NIANBAO_TRY(auto text, write(*appendix, "html"));
        outputs.push_back({paths_.appendix, std::move(text)});
      }
    }
    NIANBAO_CHECK(render_ledger(conversion.ledger, paths_.ledger, outputs));
    return outputs;
  }

  Result<void> render_ledger(const Ledger& ledger, const std::string& path, std::vector<OutputFile>& outputs) {
    if (path.empty()) {
      return {};
    }
    if (is_json_ledger(path)) {
      outputs.push_back({path, ledger_json(ledger)});
      return {};
    }
    NIANBAO_TRY(const auto container, container_of_name(engine_->plugins(), path, "--ledger"));
    NIANBAO_TRY(auto bytes, write(ledger_document(ledger, console_.language), container));
    outputs.push_back({path, std::move(bytes)});
    return {};
  }

  Result<std::string> write(const Document& document, std::string_view container, const Options& options = {}) {
    DiagnosticSink diagnostics;
    auto bytes = engine_->write_document(document, container, options, diagnostics, console_.language);
    console_.diagnostics(diagnostics.all());
    return bytes;
  }

  int refuse(const std::vector<FinalObstacle>& obstacles) {
    console_.error({ErrorKind::usage,
                    "not-final",
                    {"不能生成定稿，还有" + std::to_string(obstacles.size()) + "处待处理：",
                     "It cannot be final yet; " + std::to_string(obstacles.size()) + " things stand in the way:"},
                    "--final",
                    {}});
    for (const auto& obstacle : obstacles) {
      console_.error({ErrorKind::usage, "not-final", obstacle.message, "", {}});
    }
    return kFindings;
  }

  [[nodiscard]] int verdict(const Report& report) const {
    const bool findings = std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
      return static_cast<std::size_t>(finding.severity) <= fail_on_;
    });
    return fail_on_ < 2 && findings ? kFindings : kDone;
  }

  const Arguments& arguments_;
  const Console& console_;
  std::unique_ptr<Engine> engine_;
  Target target_;
  OutputPaths paths_;
  ConvertOptions options_;
  std::size_t fail_on_ = 2;  // never
  Options writer_options_;
};

}  // namespace

int run_convert(const Words& words, Console& console) {
  Arguments arguments(
      "convert INPUT [--to FORMAT|current] [-o FILE | --out-dir DIR]",
      {"把年报转换为另一种格式。每个数据的去向、每个单元格的来源写入转换对照表。",
       "Converts a report to another format. The ledger says where every figure went and where every cell came from."});
  arguments
      .option("to", "FORMAT|current",
              {"目标格式（默认 current，即现行格式）", "target format (default current: the one in force)"})
      .option("to-container", "NAME",
              {"输出文件类型（默认依文件名）", "container of the output (default: by its name)"})
      .option("output,o", "FILE", {"输出文件；“-”为标准输出", "output file; - is standard output"})
      .option("out-dir", "DIR", {"输出目录，文件名自动确定", "output directory; the name follows the input's"})
      .option("ledger", "FILE",
              {"转换对照表：类型依扩展名，html、xlsx、docx、md、json等（默认在输出文件旁）",
               "the ledger, by its extension: html, xlsx, docx, md, json … (default: beside the output)"})
      .option("place", "exact|derived|approximate",
              {"填入哪些对应程度的数据（默认 derived）", "which fidelity may fill cells (default derived)"})
      .flag("place-suspect", {"也填入待核实的数据", "fill in suspect figures too"})
      .option("appendix", "inside|beside|none", {"未能填入的数据列在何处", "where figures without a cell are listed"})
      .option("reference-doc", "FILE",
              {"docx：样式和页面取自这个docx文件", "docx: styles and page are those of this docx file"})
      .flag("final", {"生成定稿：不留标记；仍有问题时拒绝", "write it clean; refuse while something is open"})
      .option("fail-on", "error|doubt|never",
              {"出现何种问题时退出码为1（默认 never）", "findings for which the exit code is 1 (default never)"})
      .reading()
      .common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto result = ConvertCommand(arguments, console).run();
  return result.ok() ? *result : fail(console, result.error());
}

}  // namespace nianbao::command
