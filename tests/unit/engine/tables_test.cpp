// Tables of a report: what of them must be found, and what is said of those that are not.
#include "engine_support.hpp"

#include <algorithm>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const std::string kTitle = "清河市2023年政府信息公开工作年度报告\n\n";
const std::string kTable2 =
    "二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t3"
    "\n"
    "行政规范性文件\t2\t0\t8\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t28\n\n";

Report read(const std::string& text) {
  auto reports = read_reports(text, "a.txt", {});
  BOOST_REQUIRE(reports.ok());
  return std::move(reports->front());
}

bool names(const Finding& finding, std::string_view concept_id) {
  return std::any_of(finding.facts.begin(), finding.facts.end(),
                     [&](const FindingFact& fact) { return fact.key.id == concept_id; });
}

/// How many findings of the report's shape name the concept.
auto count_naming(const Report& report, std::string_view concept_id) {
  return std::count_if(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.kind == FindingKind::structure && names(finding, concept_id);
  });
}

/// The figure as read; empty if there is none.
std::string value(const Report& report, std::string_view concept_id, std::string_view dimension,
                  std::string_view member) {
  for (const auto& fact : report.facts) {
    if (fact.key.id == concept_id && fact.key.dims.get(dimension) == member && fact.value) {
      return fact.value->to_string();
    }
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tables)

BOOST_AUTO_TEST_CASE(a_prescribed_table_that_is_not_found_is_told_with_all_its_cells) {
  const auto report = read(kTitle + kTable2 + "三、收到和处理政府信息公开申请情况\n\n见附件。\n");
  BOOST_TEST(count_naming(report, "request.received") == 1);
  BOOST_TEST(count_naming(report, "dispute.upheld") == 1);
  for (const auto& finding : report.findings) {
    BOOST_TEST(finding.at.line != 0U);
    if (names(finding, "request.received")) {
      BOOST_TEST(finding.at.line == 13U);
    }
  }
}

BOOST_AUTO_TEST_CASE(of_an_excerpt_no_table_is_expected) {
  BOOST_TEST(count_naming(read(kTable2), "request.received") == 0);
}

BOOST_AUTO_TEST_CASE(a_missing_row_is_told_with_all_its_cells) {
  const auto report = read(kTitle +
                           "二、主动公开政府信息情况\n\n第二十条第（一）项\n"
                           "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t3\n\n");
  BOOST_TEST(count_naming(report, "normative.made") == 1);
  BOOST_TEST(count_naming(report, "normative.in_force") == 1);
}

BOOST_AUTO_TEST_CASE(a_unit_may_be_glued_to_its_label) {
  const auto report = read(
      "福建省云溪县2012年政府信息公开工作年度报告\n\n"
      "指标名称 计量单位 年度\n主动公开文件数条 367\n其中：1.政府网站公开数条 300\n2.政府公报公开数条 67\n"
      "受理依申请公开信息总数条 49\n其中：1.当面申请数条 9\n2.传真申请数条 8\n3.电子邮件申请数条 10\n"
      "2.网上申请数条 7\n5.信函申请数条 9\n6.其他形式申请数条 6\n对申请的答复总数条 49\n");
  for (const auto* id : {"fujian.request.email", "fujian.request.other", "reply.total"}) {
    const auto there = std::any_of(report.facts.begin(), report.facts.end(),
                                   [&](const Fact& fact) { return fact.key.id == id && fact.value.has_value(); });
    BOOST_TEST(there, id);
  }
}

BOOST_AUTO_TEST_CASE(the_only_row_of_a_form_may_be_one_run_of_digits) {
  const auto report = read(kTitle + kTable2 +
                           "四、政府信息公开行政复议、行政诉讼情况\n\n行政复议行政诉讼\n"
                           "结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉\n"
                           "结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计\n"
                           "12100130100110001\n");
  BOOST_TEST(value(report, "dispute.upheld", "route", "reconsideration") == "12");
  BOOST_TEST(value(report, "dispute.total", "route", "reconsideration") == "13");
}

BOOST_AUTO_TEST_CASE(a_sign_begins_a_figure_inside_a_run) {
  const auto report = read(
      "清河市2019年政府信息公开工作年度报告\n\n第二十条第（六）项\n"
      "信息内容上一年项目数量本年增/减处理决定数量\n行政处罚13-812\n行政强制23-230\n");
  BOOST_TEST(value(report, "coercion.items_change", "", "") == "-23");
}

BOOST_AUTO_TEST_SUITE_END()
