#include "check_outputs.hpp"

#include <algorithm>
#include <deque>
#include <vector>

#include <nianbao/files.hpp>
#include <nianbao/report_json.hpp>

#include "report_text.hpp"
#include "review_form.hpp"

namespace nianbao::command {
namespace {

std::string checked_text(const CheckedReport& checked, Language language) {
  const std::string title(checked.report.title);
  std::string text = checked.file + (title.empty() ? "" : "  " + title) + "\n";
  text += summary(checked.outcome.tally).in(language) + "\n";
  for (const auto& remark : checked.outcome.remarks) {
    text += remark.in(language) + "\n";
  }
  for (const auto severity : {FindingSeverity::error, FindingSeverity::doubt, FindingSeverity::note}) {
    for (const auto& line : finding_lines(checked.report.findings, severity, language)) {
      text += line + "\n";
    }
  }
  return text;
}

class TextOutput final : public CheckOutput {
 public:
  explicit TextOutput(const Console& console) : console_(console) {}

  Result<void> add(CheckedReport checked) override { return write_file("-", checked_text(checked, console_.language)); }
  Result<void> end() override { return {}; }

 private:
  const Console& console_;
};

class JsonOutput final : public CheckOutput {
 public:
  explicit JsonOutput(std::size_t inputs) : inputs_(inputs) {}

  Result<void> add(CheckedReport checked) override {
    auto object = checked_report_to_json(checked.report, checked.outcome);
    if (inputs_ == 1 && checked.reports_of_file == 1) {
      return write_file("-", object);
    }
    object.pop_back();  // the line break
    const std::string before = open_ ? ",\n" : "[\n";
    open_ = true;
    return write_file("-", before + object);
  }

  Result<void> end() override {
    if (open_) {
      return write_file("-", "\n]\n");
    }
    // Several files, none of which could be read: still one JSON.
    return inputs_ > 1 ? write_file("-", "[]\n") : Result<void>();
  }

 private:
  std::size_t inputs_;
  bool open_ = false;
};

class ReviewOutput final : public CheckOutput {
 public:
  ReviewOutput(const Console& console, const Engine& engine, const ReadOptions& options, std::string container,
               std::string path)
      : console_(console),
        engine_(engine),
        options_(options),
        container_(std::move(container)),
        path_(std::move(path)) {}

  Result<void> add(CheckedReport checked) override {
    NIANBAO_TRY(auto rules, engine_.rules_for(checked.report, options_.packs));
    rules_.push_back(std::move(rules));
    checked_.push_back(std::move(checked));
    return {};
  }

  Result<void> end() override {
    std::vector<Reviewed> reviewed;
    for (std::size_t i = 0; i < checked_.size(); ++i) {
      const auto& checked = checked_[i];
      reviewed.push_back({checked.file, &checked.report, &rules_[i]->concepts(),
                          summary(checked.outcome.tally).in(console_.language)});
    }
    DiagnosticSink diagnostics;
    NIANBAO_TRY(auto bytes, engine_.write_document(review_form(reviewed, console_.language), container_, {},
                                                   diagnostics, console_.language));
    return write_and_say(console_, path_, std::move(bytes));
  }

 private:
  const Console& console_;
  const Engine& engine_;
  const ReadOptions& options_;
  std::string container_;
  std::string path_;
  std::deque<CheckedReport> checked_;
  std::vector<std::shared_ptr<const RuleSet>> rules_;
};

/// A line for each finding: where it stands and what it says, as the docx container wants them.
std::string remarks_of(const Report& report, Language language) {
  std::string lines;
  for (const auto& finding : report.findings) {
    auto text = finding_text(finding, language);
    std::replace(text.begin(), text.end(), '\n', ' ');
    lines += std::to_string(finding.at.block) + "\t" + std::to_string(finding.at.row) + "\t" +
             std::to_string(finding.at.column) + "\t" + text + "\n";
  }
  return lines;
}

}  // namespace

std::unique_ptr<CheckOutput> text_output(const Console& console) { return std::make_unique<TextOutput>(console); }

std::unique_ptr<CheckOutput> json_output(std::size_t inputs) { return std::make_unique<JsonOutput>(inputs); }

std::unique_ptr<CheckOutput> review_output(const Console& console, const Engine& engine, const ReadOptions& options,
                                           std::string container, std::string path) {
  return std::make_unique<ReviewOutput>(console, engine, options, std::move(container), std::move(path));
}

Result<std::string> annotated_copy(const Engine& engine, const ReadOptions& options, const std::string& path,
                                   const Report& report, Language language) {
  if (report.input.container != "docx") {
    return Error{ErrorKind::usage,
                 "not-docx",
                 {"只能在docx文件里加批注，这个文件是" + report.input.container + "。",
                  "Comments are put into docx files only; this is " + report.input.container + "."},
                 path,
                 {"请改用 --as docx 输出审核意见表。", "Write a review form with --as docx instead."}};
  }
  Options writing;
  NIANBAO_TRY(writing["annotate"], read_file(path, options.limits.input_bytes));
  writing["remarks"] = remarks_of(report, language);
  DiagnosticSink diagnostics;
  return engine.write_document(Document(), "docx", writing, diagnostics, language);
}

Result<void> write_and_say(const Console& console, const std::string& path, std::string bytes) {
  NIANBAO_CHECK(write_files({{path, std::move(bytes)}}));
  console.say(std::string(console.text("已写出：", "written: ")) + path);
  return {};
}

}  // namespace nianbao::command
