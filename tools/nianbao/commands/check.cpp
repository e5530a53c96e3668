// nianbao check: what does not add up in a report.
#include <algorithm>

#include <nianbao/check.hpp>
#include <nianbao/repair_hints.hpp>
#include <nianbao/report_json.hpp>

#include "commands.hpp"
#include "report_text.hpp"

namespace nianbao::command {
namespace {

/// What checking one report said.
struct Checked {
  std::string file;
  const Report* report = nullptr;
  CheckOutcome outcome;
};

std::size_t count(const Report& report, FindingSeverity severity) {
  return static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(),
                                                [&](const Finding& finding) { return finding.severity == severity; }));
}

std::string heading(const Checked& checked) {
  const std::string title(checked.report->title);
  return checked.file + (title.empty() ? "" : "  " + title) + "\n";
}

std::string bracketed(const std::string& place, Language language) {
  return language == Language::zh ? "（" + place + "）" : " (" + place + ")";
}

std::string checked_text(const Checked& checked, Language language) {
  std::string text = heading(checked) + summary(checked.outcome.tally).in(language) + "\n";
  for (const auto& remark : checked.outcome.remarks) {
    text += remark.in(language) + "\n";
  }
  for (const auto severity : {FindingSeverity::error, FindingSeverity::doubt, FindingSeverity::note}) {
    for (const auto& finding : checked.report->findings) {
      if (finding.severity == severity) {
        const auto place = describe_place(finding.at, language);
        text += finding_text(finding, language) + (place.empty() ? "" : bracketed(place, language)) + "\n";
      }
    }
  }
  return text;
}

class CheckCommand {
 public:
  CheckCommand(const Arguments& arguments, const Console& console) : arguments_(arguments), console_(console) {}

  Result<int> run() {
    NIANBAO_CHECK(arguments_.expect_inputs(1, 1000000));
    NIANBAO_TRY(const auto form, arguments_.choice("as", {"text", "json"}, 0));
    NIANBAO_TRY(fail_on_, arguments_.choice("fail-on", {"error", "doubt", "never"}, 0));
    NIANBAO_TRY(engine_, open_engine(arguments_));
    NIANBAO_TRY(options_, read_options(arguments_, *engine_));
    NIANBAO_CHECK(read_previous());
    json_ = form == 1;
    int exit_code = kDone;
    for (const auto& path : arguments_.inputs()) {
      const auto checked = check_file(path);
      // A file that cannot be read does not keep the others from being checked.
      const int code = checked.ok() ? *checked : fail(console_, checked.error());
      exit_code = std::max(exit_code, code);
    }
    return std::max(exit_code, end_list());
  }

 private:
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
      NIANBAO_TRY(const auto outcome, check_report(reports[i]));
      const auto data = json_ ? listed(checked_report_to_json(reports[i], outcome), to - from)
                              : checked_text({path, &reports[i], outcome}, console_.language);
      exit_code = std::max({exit_code, print(console_, data), verdict(reports[i])});
    }
    return exit_code;
  }

  /// One report is an object of its own; of several files, or a file with several reports, all are elements of one
  /// array.
  std::string listed(std::string object, std::size_t reports_of_file) {
    if (arguments_.inputs().size() == 1 && reports_of_file == 1) {
      return object;
    }
    object.pop_back();  // the line break
    const std::string before = list_open_ ? ",\n" : "[\n";
    list_open_ = true;
    return before + object;
  }

  [[nodiscard]] int end_list() const {
    if (list_open_) {
      return print(console_, "\n]\n");
    }
    // Several files, none of which could be read: still one JSON.
    return json_ && arguments_.inputs().size() > 1 ? print(console_, "[]\n") : kDone;
  }

  /// Reading a report checks it already; with last year's report the checks run anew.
  Result<CheckOutcome> check_report(Report& report) {
    NIANBAO_TRY(auto outcome, engine_->check(report, previous_.empty() ? nullptr : &previous_.front(), options_.packs));
    if (arguments_.has("hints")) {
      NIANBAO_CHECK(add_hints(report, outcome.findings));
    }
    replace_findings(report, outcome.findings);
    return outcome;
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
  bool json_ = false;
  bool list_open_ = false;
  ReadOptions options_;
  std::unique_ptr<Engine> engine_;
  std::vector<Report> previous_;
};

}  // namespace

int run_check(const Words& words, Console& console) {
  Arguments arguments(
      "check FILE… [--previous LAST]",
      {"审核年报：勾稽关系、文字与表格是否一致、占比、与上年衔接。先说明共核对了多少项。",
       "Checks reports: sums, prose against tables, shares, last year's report. Says first what was checked."});
  arguments.option("as", "text|json", {"输出形式（默认 text）", "form of the output (default text)"})
      .option("previous", "FILE", {"上年年报", "last year's report"})
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
