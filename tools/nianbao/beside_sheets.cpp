#include "beside_sheets.hpp"

#include <nianbao/check.hpp>
#include <nianbao/document_json.hpp>
#include <nianbao/tidy_csv.hpp>

#include "console.hpp"

namespace nianbao::command {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    out += c == '"' ? "\"\"" : std::string_view(&c, 1);
  }
  return out + "\"";
}

std::string findings_csv(const std::vector<Finding>& findings, Language language) {
  const bool zh = language == Language::zh;
  std::string csv = zh ? "级别,问题,位置,修改建议,规则\r\n" : "severity,finding,place,hint,rule\r\n";
  for (const auto& finding : findings) {
    csv += quoted(severity_name(finding.severity).in(language)) + "," + quoted(finding.message.in(language)) + "," +
           quoted(describe_place(finding.at, language)) + "," + quoted(finding.hint.in(language)) + "," +
           quoted(finding.rule) + "\r\n";
  }
  return csv;
}

}  // namespace

std::vector<std::string_view> dimension_columns(const RuleSet& rules) {
  std::vector<std::string_view> names;
  for (const auto& dimension : rules.concepts().dimensions()) {
    if (dimension.name != "instance") {
      names.push_back(dimension.name);
    }
  }
  return names;
}

Options beside_sheets(const Conversion& conversion, const Report& source, const RuleSet& rules, Language language) {
  const bool zh = language == Language::zh;
  const auto columns = dimension_columns(rules);
  Options options;
  options[zh ? "sheet:数据" : "sheet:Facts"] = tidy_csv_header(columns) + tidy_csv_rows(conversion.report, columns);
  options[zh ? "sheet:审核问题" : "sheet:Findings"] = findings_csv(source.findings, language);
  options[zh ? "sheet:转换对照表" : "sheet:Ledger"] = document_to_json(ledger_document(conversion.ledger, language));
  return options;
}

}  // namespace nianbao::command
