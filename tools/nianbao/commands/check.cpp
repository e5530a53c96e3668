// nianbao check: what does not add up in a report.
#include <algorithm>

#include <nianbao/check.hpp>
#include <nianbao/draft.hpp>
#include <nianbao/files.hpp>
#include <nianbao/repair_hints.hpp>

#include "check_outputs.hpp"
#include "units.hpp"
#include "commands.hpp"

namespace nianbao::command {
namespace {

std::size_t count(const Report& report, FindingSeverity severity) {
  return static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(),
                                                [&](const Finding& finding) { return finding.severity == severity; }));
}

class CheckCommand {
 public:
  CheckCommand(const Arguments& arguments, const Console& console) : arguments_(arguments), console_(console) {}

  Result<int> run() {
    NIANBAO_CHECK(arguments_.expect_inputs(1, 1000000));
    static const std::vector<std::string> kViews = {"text", "json", "html", "docx", "xlsx"};
    NIANBAO_TRY(const auto view, arguments_.choice("as", kViews, 0));
    is_review_ = view > 1;
    NIANBAO_CHECK(check_call());
    NIANBAO_TRY(fail_on_, arguments_.choice("fail-on", {"error", "doubt", "never"}, 0));
    NIANBAO_TRY(engine_, open_engine(arguments_));
    NIANBAO_TRY(options_, read_options(arguments_, *engine_));
    NIANBAO_CHECK(read_previous());
    NIANBAO_TRY(units_, read_units(*engine_, options_, arguments_.values("units")));
    output_ = output_as(kViews[view]);
    int exit_code = kDone;
    for (const auto& path : arguments_.inputs()) {
      const auto checked = check_file(path);
      // A file that cannot be read does not keep the others from being checked.
      const int code = checked.ok() ? *checked : fail(console_, checked.error());
      exit_code = std::max(exit_code, code);
    }
    NIANBAO_CHECK(output_->end());
    return exit_code;
  }

 private:
  [[nodiscard]] std::unique_ptr<CheckOutput> output_as(const std::string& view) const {
    if (view == "text") {
      return text_output(console_);
    }
    return view == "json" ? json_output(arguments_.inputs().size())
                          : review_output(console_, *engine_, options_, view, arguments_.value("output"));
  }

  Result<void> check_call() {
    if (is_review_ && !arguments_.has("output")) {
      return Error{ErrorKind::usage, "usage", {"请用-o给出输出文件。", "Give the output file with -o."}, "-o", {}};
    }
    if (arguments_.has("annotate") && arguments_.inputs().size() != 1) {
      return Error{
          ErrorKind::usage, "usage", {"--annotate只用于一个文件。", "--annotate is for one file."}, "--annotate", {}};
    }
    return {};
  }

  Result<void> read_previous() {
    if (!arguments_.has("previous")) {
      return {};
    }
    const auto path = arguments_.value("previous");
    NIANBAO_TRY(auto reports, read_input(*engine_, path, options_));
    if (reports.size() != 1) {
      return Error{ErrorKind::usage,
                   "several-reports",
                   {"上年文件含多份年报。", "Last year's file holds more than one report."},
                   path,
                   {}};
    }
    previous_ = std::move(reports);
    return {};
  }

  Result<int> check_file(const std::string& path) {
    NIANBAO_TRY(auto reports, read_input(*engine_, path, options_));
    std::size_t from = 0;
    std::size_t to = reports.size();
    if (arguments_.has("part")) {
      NIANBAO_TRY(from, chosen_part(reports, arguments_, path));
      to = from + 1;
    }
    int exit_code = kDone;
    for (std::size_t i = from; i < to; ++i) {
      NIANBAO_CHECK(strict_enough(reports[i], arguments_, path));
      console_.diagnostics(reports[i].diagnostics);
      NIANBAO_TRY(auto outcome, check_report(reports[i]));
      NIANBAO_TRY(const int marks, look_at_file(path, reports[i]));
      exit_code = std::max({exit_code, marks, verdict(reports[i])});
      NIANBAO_CHECK(output_->add({path, std::move(reports[i]), std::move(outcome), to - from}));
    }
    return exit_code;
  }

  /// What is done with the file a report came from: a copy with comments, a search for marks of a draft.
  Result<int> look_at_file(const std::string& path, const Report& report) {
    if (arguments_.has("annotate")) {
      NIANBAO_TRY(auto bytes, annotated_copy(*engine_, options_, path, report, console_.language));
      NIANBAO_CHECK(write_and_say(console_, arguments_.value("annotate"), std::move(bytes)));
    }
    return arguments_.has("final") ? find_marks(path, report.year) : kDone;
  }

  /// What a finished report may not have: said line by line.
  Result<int> find_marks(const std::string& path, int year) {
    NIANBAO_TRY(auto bytes, read_file(path, options_.limits.input_bytes));
    DiagnosticSink ignored;
    NIANBAO_TRY(const auto document, engine_->read_document(std::move(bytes), path, options_, ignored));
    const auto marks = draft_marks(document, year);
    for (const auto& mark : marks) {
      console_.error({ErrorKind::usage, "not-final", mark.message, describe_place(mark.at, console_.language), {}});
    }
    return marks.empty() ? kDone : kFindings;
  }

  /// Reading a report checks it already; with last year's report the checks run anew.
  Result<CheckOutcome> check_report(Report& report) {
    NIANBAO_TRY(const auto others, other_reports(report));
    NIANBAO_TRY(auto outcome, engine_->check(report, others, options_.packs));
    if (arguments_.has("hints") || is_review_) {
      NIANBAO_CHECK(add_hints(report, outcome.findings));
    }
    replace_findings(report, outcome.findings);
    return outcome;
  }

  Result<OtherReports> other_reports(const Report& report) const {
    OtherReports others;
    others.previous = previous_.empty() ? nullptr : &previous_.front();
    NIANBAO_TRY(others.units, units_of(report, units_));
    return others;
  }

  Result<void> add_hints(const Report& report, std::vector<Finding>& findings) const {
    NIANBAO_TRY(const auto rules, engine_->rules_for(report, options_.packs));
    CheckOptions options;
    for (const auto& format : engine_->templates().templates) {
      options.templates.push_back(format.get());
    }
    add_repair_hints(report, *rules, options, findings);
    return {};
  }

  /// Findings of the reading stay; those of the checks are replaced by what was found now.
  static void replace_findings(Report& report, const std::vector<Finding>& findings) {
    report.findings.erase(std::remove_if(report.findings.begin(), report.findings.end(),
                                         [](const Finding& f) { return f.rule.rfind("extract/", 0) != 0; }),
                          report.findings.end());
    report.findings.insert(report.findings.end(), findings.begin(), findings.end());
  }

  [[nodiscard]] int verdict(const Report& report) const {
    const bool errors = count(report, FindingSeverity::error) != 0;
    const bool doubts = count(report, FindingSeverity::doubt) != 0;
    return (fail_on_ == 0 && errors) || (fail_on_ == 1 && (errors || doubts)) ? kFindings : kDone;
  }

  const Arguments& arguments_;
  const Console& console_;
  std::size_t fail_on_ = 0;
  bool is_review_ = false;
  ReadOptions options_;
  std::unique_ptr<Engine> engine_;
  std::vector<Report> previous_;
  std::vector<Report> units_;
  std::unique_ptr<CheckOutput> output_;
};

}  // namespace

int run_check(const Words& words, Console& console) {
  Arguments arguments(
      "check FILE… [--previous LAST]",
      {"审核年报：勾稽关系、文字与表格是否一致、占比、与上年衔接。先说明共核对了多少项。",
       "Checks reports: sums, prose against tables, shares, last year's report. Says first what was checked."});
  arguments
      .option("as", "text|json|html|docx|xlsx",
              {"输出形式（默认 text；docx、xlsx、html 为审核意见表，写入 -o）",
               "form of the output (default text; docx, xlsx, html: a review form, written to -o)"})
      .option("output,o", "FILE", {"审核意见表的文件名", "the file of the review form"})
      .option("annotate", "OUT.docx",
              {"把问题作为批注写入docx文件的副本", "write a copy of the docx file with the findings as comments"})
      .option("previous", "FILE", {"上年年报", "last year's report"})
      .list("units", "FILE|DIR",
            {"所属单位的年报或其目录，供汇总核对（可多次）",
             "reports of the units below, or their directory, for rules on their sums (several are possible)"})
      .flag("final",
            {"还有草稿标记或上年年度时不通过", "fail while a draft's mark or last year's year is left in the file"})
      .flag("hints", {"给出使勾稽关系成立的修改建议（供参考）", "propose corrections that would make the sums hold"})
      .option("fail-on", "error|doubt|never",
              {"出现何种问题时退出码为1（默认 error）", "findings for which the exit code is 1 (default error)"})
      .reading()
      .common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto result = CheckCommand(arguments, console).run();
  return result.ok() ? *result : fail(console, result.error());
}

}  // namespace nianbao::command
