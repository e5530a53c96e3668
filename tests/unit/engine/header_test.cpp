// What the header of a report says, through the engine to the reader.
#include <algorithm>

#include "engine_support.hpp"

using namespace nianbao;
using namespace nianbao::test;

BOOST_AUTO_TEST_SUITE(header)

BOOST_AUTO_TEST_CASE(what_was_not_found_is_said) {
  const auto report = read_report("一、概述\n\n全年主动公开政府信息12条。\n");
  BOOST_TEST(has_diagnostic(report, "title-missing"));
  BOOST_TEST(has_diagnostic(report, "year-unknown"));
}

BOOST_AUTO_TEST_CASE(the_date_under_the_signature_is_kept_beside_that_of_the_page) {
  const auto report = read_report(
      "索引号：014000/2018-1\n发布日期：2018年2月13日\n清河市人民政府2017年政府信息公开工作年度报告\n\n"
      "一、概述\n\n全年主动公开政府信息12条。\n\n清河市人民政府\n\n2018年2月8日\n");
  BOOST_TEST(to_string(report.published) == "2018-02-13");
  BOOST_TEST(to_string(report.signed_on) == "2018-02-08");
  const auto page = converted(report, "standard-2021", "text", {});
  BOOST_TEST(page.find("2018年2月8日") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_page_s_date_signs_nothing) {
  const auto report = read_report(
      "发布日期：2018年2月13日\n清河市人民政府2017年政府信息公开工作年度报告\n\n"
      "一、概述\n\n全年主动公开政府信息12条。\n");
  BOOST_TEST(report.signed_on.empty());
  BOOST_TEST(converted(report, "standard-2021", "text", {}).find("2018年2月13日") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_date_of_filling_in_goes_into_the_ledger) {
  const auto report = read_report(
      "清河市2018年政府信息公开工作年度报告\n\n一、概述\n\n全年主动公开政府信息12条。\n\n"
      "单位负责人：张三　审核人：李四　填报人：王五\n联系电话：0999-1234567　填报日期：2019年2月26日\n");
  BOOST_TEST(to_string(report.signoff.date) == "2019-02-26");
  ConvertOptions options;
  const auto conversion = conversion_of(report, "standard-2021", options);
  const auto& omissions = conversion.ledger.omissions;
  BOOST_TEST(std::any_of(omissions.begin(), omissions.end(),
                         [](const LedgerOmission& omission) { return omission.text == "填报日期：2019-02-26"; }));
}

BOOST_AUTO_TEST_SUITE_END()
