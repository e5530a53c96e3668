// Reports in office files: the same figures whatever the file, whatever its name.
#include <algorithm>

#include "engine_support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

const std::string kReport =
    "# 清河市人民政府2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n全年主动公开政府信息816条。\n\n"
    "## 二、主动公开政府信息情况\n\n第二十条第（一）项\n\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
    "规章\t1\t0\t3\n行政规范性文件\t12\t2\t37\n\n## 三、收到和处理政府信息公开申请情况\n\n"
    "## 五、存在的主要问题及改进情况\n\n无。\n\n清河市人民政府\n2024年1月20日\n";

/// Concept, dimensions, value and status of the table's facts.
std::vector<std::string> figures(const Report& report) {
  std::vector<std::string> figures;
  for (const auto& fact : report.facts) {
    if (fact.source == Source::table) {
      std::string text(fact.key.id);
      for (const auto& dimension : fact.key.dims) {
        text += "|" + std::string(dimension.name) + "=" + std::string(dimension.member);
      }
      figures.push_back(text + "=" + (fact.value ? fact.value->to_string() : "") + "/" +
                        std::to_string(static_cast<int>(fact.status)));
    }
  }
  std::sort(figures.begin(), figures.end());
  return figures;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(office_files)

BOOST_AUTO_TEST_CASE(every_container_carries_the_same_figures) {
  const auto report = read_report(kReport, "a.md");
  const auto html = read_report(converted(report, "standard-2021", "html"), "a.html");
  BOOST_TEST(figures(html).size() > 100U);
  for (const std::string container : {"docx", "xlsx"}) {
    const auto again = read_report(converted(report, "standard-2021", container.c_str()), "a." + container);
    BOOST_TEST(again.input.container == container);
    BOOST_TEST(again.year == 2023);
    BOOST_TEST(again.issuer == html.issuer);
    BOOST_TEST(figures(again) == figures(html), boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(places_outlive_the_document) {
  const auto report = read_report(converted(read_report(kReport, "a.md"), "standard-2021", "docx"), "a.docx");
  BOOST_REQUIRE(!report.facts.empty());
  for (const auto& fact : report.facts) {
    BOOST_TEST(fact.at.part == "word/document.xml");
  }
}

BOOST_AUTO_TEST_CASE(content_decides_and_a_wrong_name_is_said) {
  const auto report = read_report(kReport, "a.md");
  const auto docx = converted(report, "standard-2021", "docx");
  const auto html = converted(report, "standard-2021", "html");
  BOOST_TEST(!has_diagnostic(read_report(docx, "年报.docx"), "container-misnamed"));
  BOOST_TEST(!has_diagnostic(read_report(docx, "-"), "container-misnamed"));
  for (const auto& [bytes, name, container] :
       {std::tuple(docx, "年报.doc", "docx"), std::tuple(docx, "年报.xlsx", "docx"),
        std::tuple(html, "年报.DOC", "html"), std::tuple(html, "年报.xls", "html"),
        std::tuple(converted(report, "standard-2021", "xlsx"), "a.et", "xlsx")}) {
    const auto again = read_report(bytes, name);
    BOOST_TEST(again.input.container == container);
    BOOST_TEST(has_diagnostic(again, "container-misnamed"), name);
  }
}

BOOST_AUTO_TEST_CASE(what_two_plugins_may_read_and_no_name_tells_is_an_error) {
  // A compound file whose directory stands beyond what is looked at.
  const auto bytes = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(70000, '\0');
  const auto result = read_reports(bytes, "-");
  BOOST_REQUIRE(!result.ok());
  BOOST_TEST(result.error().code == "container-ambiguous");
  BOOST_TEST(read_reports(bytes, "年报.doc").error().code == "doc-damaged");
}

BOOST_AUTO_TEST_CASE(what_no_plugin_reads_is_named) {
  const auto message_of = [](const std::string& bytes, const char* name) {
    const auto result = read_reports(bytes, name);
    BOOST_REQUIRE(!result.ok());
    return result.error().message.zh;
  };
  BOOST_TEST(message_of(std::string("PK\x03\x04\x14\0\0\0\0\0", 10) + std::string(16, '\0') +
                            std::string("\x05\0\0\0", 4) + "a.txt",
                        "年报.docx")
                 .find("ZIP") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
