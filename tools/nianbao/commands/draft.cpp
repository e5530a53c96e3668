// nianbao draft: this year's report begun from last year's.
#include <filesystem>

#include <nianbao/draft.hpp>
#include <nianbao/files.hpp>

#include "commands.hpp"

namespace nianbao::command {
namespace {

Result<std::string> rendered(const Engine& engine, const Conversion& conversion, const RuleSet& rules,
                             const ConvertOptions& options, std::string_view container) {
  DiagnosticSink diagnostics;
  const Limits limits;
  const FormatContext context{limits, diagnostics, rules.vocabulary(), rules.patterns(), nullptr, options.language};
  NIANBAO_TRY(const auto document,
              assemble(
                  conversion, [&](const Template& one) { return engine.family_of(one); }, context, options));
  return engine.write_document(document, container, {}, diagnostics, options.language);
}

Result<int> write_draft(const Arguments& arguments, const Console& console) {
  NIANBAO_CHECK(arguments.expect_inputs(1, 1));
  NIANBAO_TRY(const auto year, arguments.number("year", 1990, 2200));
  const auto path = arguments.value("output");
  if (!year || path.empty()) {
    return Error{
        ErrorKind::usage,
        "usage",
        {"请给出--year（今年的年度）和-o（输出文件）。", "Give --year (this year's) and -o (the output file)."},
        year ? "-o" : "--year",
        {}};
  }
  NIANBAO_TRY(const auto engine, open_engine(arguments));
  NIANBAO_TRY(auto read, read_options(arguments, *engine));
  read.year = 0;  // the option is this year's
  const auto manifest = engine->plugins().container_for_name(path);
  if (!manifest.ok()) {
    return at_option(manifest.error(), "-o");
  }
  const auto& input = arguments.inputs().front();
  NIANBAO_TRY(const auto reports, read_input(*engine, input, read));
  NIANBAO_TRY(const auto part, chosen_part(reports, arguments, input));
  const auto& last = reports[part];
  NIANBAO_CHECK(strict_enough(last, arguments, input));
  console.diagnostics(last.diagnostics);
  NIANBAO_TRY(const auto* format, engine->find_template("current", *year));
  NIANBAO_TRY(const auto rules, engine->rules_for(last, arguments.values("rules")));
  ConvertOptions options;
  options.language = console.language;
  options.appendix = Appendix::none;
  for (const auto& one : engine->templates().templates) {
    options.templates.push_back(one.get());
  }
  NIANBAO_TRY(const auto conversion, draft(last, *format, *rules, *year, options));
  NIANBAO_TRY(auto bytes, rendered(*engine, conversion, *rules, options, (*manifest)->id));
  NIANBAO_CHECK(write_files({{path, std::move(bytes)}}));
  const auto filled = std::to_string(conversion.ledger.filled());
  console.say(Message{"已写出：" + path + "（由上年结转" + filled + "个数据）",
                      "written: " + path + " (" + filled + " figures carried over)"});
  return kDone;
}

}  // namespace

int run_draft(const Words& words, Console& console) {
  Arguments arguments("draft LAST --year YEAR -o FILE",
                      {"由上年年报起草今年的年报：标题、章节、机构和联系方式保留，数据清空，上年结转数自动填入。",
                       "Begins this year's report from last year's: title, sections, issuer and contact stay, figures "
                       "are emptied, those carried over are filled in."});
  arguments.option("output,o", "FILE", {"输出文件", "output file"}).reading().common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto result = write_draft(arguments, console);
  return result.ok() ? *result : fail(console, result.error());
}

}  // namespace nianbao::command
