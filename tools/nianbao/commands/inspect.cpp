// nianbao inspect: what a file is and what it holds.
#include <nianbao/document_json.hpp>
#include <nianbao/files.hpp>
#include <nianbao/report_json.hpp>
#include <nianbao/tidy_csv.hpp>

#include "beside_sheets.hpp"
#include "commands.hpp"
#include "report_text.hpp"

namespace nianbao::command {
namespace {

enum class View { text, json, csv };

Result<std::string> document_view(const Engine& engine, const std::string& path, const ReadOptions& options,
                                  const Console& console) {
  NIANBAO_TRY(auto bytes, read_file(path, options.limits.input_bytes));
  const auto digest = sha256(bytes);
  DiagnosticSink diagnostics;
  NIANBAO_TRY(auto document, engine.read_document(std::move(bytes), path, options, diagnostics));
  document.input.sha256 = digest;
  console.diagnostics(diagnostics.all());
  return document_to_json(document);
}

/// Without --part, every report of the file is shown; JSON holds one report and asks for --part.
Result<std::vector<std::size_t>> shown_parts(const std::vector<Report>& reports, const Arguments& arguments,
                                             const std::string& path, View view) {
  std::vector<std::size_t> parts;
  if (view == View::json || arguments.has("part")) {
    NIANBAO_TRY(const auto part, chosen_part(reports, arguments, path));
    parts.push_back(part);
    return parts;
  }
  for (std::size_t i = 0; i < reports.size(); ++i) {
    parts.push_back(i);
  }
  return parts;
}

Result<std::string> report_view(const Engine& engine, const Report& report, const Arguments& arguments, View view,
                                Language language, bool first) {
  if (view == View::json) {
    return report_to_json(report);
  }
  NIANBAO_TRY(const auto rules, engine.rules_for(report, arguments.values("rules")));
  if (view == View::text) {
    return (first ? "" : "\n") + report_text(report, *rules, engine, language);
  }
  const auto columns = dimension_columns(*rules);
  return (first ? tidy_csv_header(columns) : std::string{}) + tidy_csv_rows(report, columns);
}

Result<std::string> inspect(const Arguments& arguments, const Console& console) {
  NIANBAO_CHECK(arguments.expect_inputs(1, 1));
  NIANBAO_TRY(const auto chosen, arguments.choice("as", {"text", "json", "csv"}, 0));
  const auto view = static_cast<View>(chosen);
  NIANBAO_TRY(const auto engine, open_engine(arguments));
  NIANBAO_TRY(const auto options, read_options(arguments, *engine));
  const auto& path = arguments.inputs().front();
  if (arguments.has("document")) {
    return document_view(*engine, path, options, console);
  }
  NIANBAO_TRY(const auto reports, read_input(*engine, path, options));
  NIANBAO_TRY(const auto parts, shown_parts(reports, arguments, path, view));
  std::string text;
  for (const auto part : parts) {
    NIANBAO_CHECK(strict_enough(reports[part], arguments, path));
    console.diagnostics(reports[part].diagnostics);
    NIANBAO_TRY(const auto one, report_view(*engine, reports[part], arguments, view, console.language, text.empty()));
    text += one;
  }
  return text;
}

}  // namespace

int run_inspect(const Words& words, Console& console) {
  Arguments arguments(
      "inspect INPUT [--as text|json|csv] [--document]",
      {"显示文件是什么、有哪些数据、每个数据在原文何处。INPUT 为“-”时从标准输入读取。",
       "Shows what a file is, what figures it holds and where each stands. INPUT may be - for standard input."});
  arguments.option("as", "text|json|csv", {"输出形式（默认 text）", "form of the output (default text)"})
      .flag("document", {"显示读入的文档而不是年报（JSON）", "show the Document instead of the report (JSON)"})
      .reading()
      .common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto text = inspect(arguments, console);
  return text.ok() ? print(console, *text) : fail(console, text.error());
}

}  // namespace nianbao::command
