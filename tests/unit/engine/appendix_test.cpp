// A converted file read again: the appendix of a conversion is an account of it, no part of the report.
#include "engine_support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

// A figure without a place in the current format, and one that has it.
constexpr const char* kOldTable =
    "清河市2018年政府信息公开工作年度报告\n\n一、概述\n\n本年无其他情况。\n\n"
    "指标名称\t计量单位\t统计数\n"
    "一、主动公开情况\t——\t——\n"
    "（一）主动公开政府信息数\t条\t14\n"
    "其中：主动公开规范性文件数\t条\t3\n"
    "三、依申请公开情况\t——\t——\n"
    "（一）收到申请数\t件\t7\n"
    "（二）申请办结数\t件\t7\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(appendix)

BOOST_AUTO_TEST_CASE(it_is_left_out_and_said_to_be) {
  const auto report = read_report(kOldTable);
  for (const auto language : {Language::zh, Language::en}) {
    ConvertOptions options;
    options.language = language;
    for (const char* container : {"html", "markdown", "text", "json"}) {
      const auto bytes = converted(report, "standard-2021", container, options);
      const auto again = read_report(bytes, std::string("out.") + container);
      BOOST_TEST(again.format == "standard-2021");
      BOOST_TEST(has_diagnostic(again, "own-appendix"), container);
      for (const auto& form : again.forms) {
        BOOST_TEST(form.format == "standard-2021", container << ": " << form.id << " of " << form.format);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_figure_with_its_own_unit_gets_no_other) {
  const auto report = read_report(std::string(kOldTable) +
                                  "七、机构建设和保障经费情况\t——\t——\n"
                                  "（四）政府信息公开专项经费\t万元\t1.28（亿元）\n");
  const auto page = converted(report, "standard-2021", "markdown");
  const auto at = page.find("1.28（亿元）");
  BOOST_REQUIRE(at != std::string::npos);
  BOOST_TEST(page.substr(at, page.find('\n', at) - at).find("万元") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_words_elsewhere_stay) {
  const auto report =
      read_report("清河市2018年政府信息公开工作年度报告\n\n一、概述\n\n附录　未填入表格的数据\n\n共收到申请7件。\n");
  BOOST_TEST(!has_diagnostic(report, "own-appendix"));
}

BOOST_AUTO_TEST_SUITE_END()
