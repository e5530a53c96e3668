// nianbao inspect: what a file is and what it holds.
#include <algorithm>
#include <set>
#include <utility>

#include <nianbao/document_json.hpp>
#include <nianbao/files.hpp>
#include <nianbao/report_json.hpp>
#include <nianbao/telling.hpp>
#include <nianbao/tidy_csv.hpp>

#include "beside_sheets.hpp"
#include "commands.hpp"
#include "report_text.hpp"

namespace nianbao::command {
namespace {

enum class View { text, json, csv, sentences };

Result<std::string> document_view(const Engine& engine, const std::string& path, const ReadOptions& options,
                                  const Console& console) {
  NIANBAO_TRY(auto bytes, read_file(path, options.limits.input_bytes));
  const auto digest = sha256(bytes);
  DiagnosticSink diagnostics;
  auto read = engine.read_document(std::move(bytes), path, options, diagnostics);
  if (!read.ok()) {
    return in_input(std::move(read).error(), path);
  }
  auto document = std::move(read).value();
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

/// Each concept once, in both languages.
std::pair<std::string, std::string> names_of(const Report& report, const std::vector<std::uint32_t>& facts,
                                             const RuleSet& rules) {
  std::set<std::string_view> seen;
  std::pair<std::string, std::string> names;
  for (const auto fact : facts) {
    const auto id = report.facts[fact].key.id;
    const auto* info = rules.vocabulary().concept_info(id);
    if (info != nullptr && seen.insert(id).second) {
      names.first += (names.first.empty() ? "" : "、") + std::string(info->name);
      names.second += (names.second.empty() ? "" : ", ") + std::string(info->name_en);
    }
  }
  return names;
}

/// What no sentence says is said beside the text.
Result<std::string> sentences_view(const Engine& engine, const Report& report, const RuleSet& rules,
                                   const Console& console) {
  const auto& templates = engine.templates().templates;
  const auto prose =
      std::find_if(templates.begin(), templates.end(), [](const auto& one) { return one->forms.empty(); });
  if (prose == templates.end()) {
    return Error{ErrorKind::plugin,
                 "no-format-of-text",
                 {"没有纯文字的年报格式", "There is no format of text alone"},
                 {},
                 {"请检查安装，或用 --bundle 指明", "Check the installation, or name a bundle with --bundle"}};
  }
  const auto telling = tell_figures(report, rules, **prose);
  if (!telling.untold.empty()) {
    const auto count = std::to_string(telling.untold.size());
    const auto [zh, en] = names_of(report, telling.untold, rules);
    Diagnostic untold;
    untold.code = "untold";
    untold.message = {count + "个数据没有相应的文字写法，未写入：" + zh + "。",
                      count + " figures have no wording and are left out: " + en + "."};
    untold.facts = telling.untold;
    console.diagnostics({untold});
  }
  return telling.text;
}

Result<std::string> report_view(const Engine& engine, const Report& report, const Arguments& arguments, View view,
                                const Console& console, bool first) {
  if (view == View::json) {
    return report_to_json(report);
  }
  NIANBAO_TRY(const auto rules, engine.rules_for(report, arguments.values("rules")));
  if (view == View::text) {
    return (first ? "" : "\n") + report_text(report, *rules, engine, console.language);
  }
  if (view == View::sentences) {
    NIANBAO_TRY(auto text, sentences_view(engine, report, *rules, console));
    return (first ? "" : "\n") + std::move(text);
  }
  const auto columns = dimension_columns(*rules);
  return (first ? tidy_csv_header(columns) : std::string{}) + tidy_csv_rows(report, columns);
}

Result<std::string> inspect(const Arguments& arguments, const Console& console) {
  NIANBAO_CHECK(arguments.expect_inputs(1, 1));
  NIANBAO_TRY(const auto chosen, arguments.choice("as", {"text", "json", "csv", "sentences"}, 0));
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
    NIANBAO_TRY(const auto one, report_view(*engine, reports[part], arguments, view, console, text.empty()));
    text += one;
  }
  return text;
}

}  // namespace

int run_inspect(const Words& words, Console& console) {
  Arguments arguments(
      "inspect INPUT [--as text|json|csv|sentences] [--document]",
      {"显示文件是什么、有哪些数据、每个数据在原文何处。INPUT 为“-”时从标准输入读取。",
       "Shows what a file is, what figures it holds and where each stands. INPUT may be - for standard input."});
  arguments
      .option("as", "text|json|csv|sentences",
              {"输出形式（默认 text）；sentences：把数据写成文字",
               "form of the output (default text); sentences: the figures told in words"})
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
