#include "review_form.hpp"

#include <algorithm>

#include "console.hpp"
#include "report_text.hpp"

namespace nianbao::command {
namespace {

/// Findings of the rules end with their basis.
struct Parts {
  std::string problem;
  std::string basis;
};

Parts take_apart(const std::string& message, bool zh) {
  const std::string_view mark = zh ? "依据：" : " Basis: ";
  const auto at = message.rfind(mark);
  if (at == std::string::npos) {
    return {message, {}};
  }
  return {message.substr(0, at), message.substr(at + mark.size())};
}

class ReviewForm {
 public:
  explicit ReviewForm(Language language) : language_(language), zh_(language == Language::zh) {}

  Document write(const std::vector<Reviewed>& reports) {
    add_paragraph(zh_ ? "年报审核意见表" : "Review of annual reports", Role::title);
    for (const auto& reviewed : reports) {
      add_report(reviewed);
    }
    document_.number_blocks();
    return std::move(document_);
  }

 private:
  void add_report(const Reviewed& reviewed) {
    const auto& report = *reviewed.report;
    Block heading;
    const auto name = report.title.empty() ? std::string_view(reviewed.file) : report.title;
    heading.body = Heading{1, {document_.arena().store(name), {}, {}}};
    document_.blocks.push_back(std::move(heading));
    add_paragraph((zh_ ? "文件：" : "File: ") + reviewed.file, Role::body);
    add_paragraph(reviewed.summary, Role::body);
    if (report.findings.empty()) {
      add_paragraph(zh_ ? "未发现问题。" : "Nothing was found.", Role::body);
      return;
    }
    TableBuilder table;
    const std::vector<std::string> names =
        zh_ ? std::vector<std::string>{"序号", "位置", "问题", "填报数", "应核对数", "依据", "单位说明"}
            : std::vector<std::string>{"No.", "Place", "Finding", "Reported", "To be checked", "Basis", "Answer"};
    add_row(table, names, true);
    int number = 0;
    for (const auto severity : {FindingSeverity::error, FindingSeverity::doubt, FindingSeverity::note}) {
      for (const auto& finding : report.findings) {
        if (finding.severity == severity) {
          add_finding(table, ++number, finding, reviewed);
        }
      }
    }
    Block block;
    block.body = table.finish();
    document_.blocks.push_back(std::move(block));
  }

  void add_finding(TableBuilder& table, int number, const Finding& finding, const Reviewed& reviewed) {
    Finding plain;
    plain.severity = finding.severity;
    const auto parts = take_apart(finding.message.in(language_), zh_);
    plain.message = {parts.problem, parts.problem};
    add_row(table,
            {std::to_string(number), describe_place(finding.at, language_), finding_text(plain, language_),
             reported(finding, reviewed), finding.hint.in(language_), parts.basis, ""},
            false);
  }

  /// The figures the finding is about, a line each.
  [[nodiscard]] std::string reported(const Finding& finding, const Reviewed& reviewed) const {
    std::string text;
    for (const auto& one : finding.facts) {
      if (one.fact == FindingFact::npos) {
        continue;
      }
      const auto& fact = reviewed.report->facts[one.fact];
      text += text.empty() ? "" : "\n";
      text +=
          concept_name(*reviewed.concepts, fact.key).in(language_) + " " + (fact.value ? fact.value->to_string() : "—");
    }
    return text;
  }

  void add_paragraph(std::string_view text, Role role) {
    Block block;
    block.body = Paragraph{role, {document_.arena().store(text), {}, {}}};
    document_.blocks.push_back(std::move(block));
  }

  void add_row(TableBuilder& table, const std::vector<std::string>& texts, bool header) {
    table.begin_row();
    for (const auto& text : texts) {
      Cell cell;
      cell.header = header;
      cell.text.chars = document_.arena().store(text);
      table.add(std::move(cell));
    }
  }

  Language language_;
  bool zh_;
  Document document_;
};

}  // namespace

Document review_form(const std::vector<Reviewed>& reports, Language language) {
  return ReviewForm(language).write(reports);
}

}  // namespace nianbao::command
