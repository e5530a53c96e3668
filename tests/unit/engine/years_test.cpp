// Figures told of another year than the report's own.
#include "engine_support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

/// The figures of a 2016 report: `9800@2015?`, ? for suspect.
std::string figures(const std::string& text) {
  ReadOptions options;
  options.year = 2016;
  const auto reports = read_reports(text, "a.txt", options);
  BOOST_REQUIRE(reports.ok());
  std::string all;
  for (const auto& fact : reports->front().facts) {
    all += all.empty() ? "" : " ";
    all += fact.value ? fact.value->to_string() : "";
    all += fact.year ? "@" + std::to_string(*fact.year) : "";
    all += fact.reading == Reading::suspect ? "?" : "";
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(years)

BOOST_AUTO_TEST_CASE(a_figure_of_another_year_carries_it) {
  BOOST_TEST(figures("2015年主动公开政府信息9800条。") == "9800@2015?");
  BOOST_TEST(figures("2016年主动公开政府信息9900条。") == "9900");
  BOOST_TEST(figures("2016年主动公开政府信息9900条，2015年主动公开政府信息9800条。") == "9900 9800@2015");
}

BOOST_AUTO_TEST_CASE(a_paragraph_that_names_no_year_is_of_the_reports_own) {
  const std::string last_year = "2015年主动公开政府信息9800条。\n\n";
  BOOST_TEST(figures(last_year + "全年收到政府信息公开申请12件。") == "9800@2015? 12");
  BOOST_TEST(figures("2008年5月1日，《条例》施行。\n\n全年收到政府信息公开申请12件。") == "12");
}

BOOST_AUTO_TEST_SUITE_END()
