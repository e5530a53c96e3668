#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <nianbao/tidy_csv.hpp>

#include "paths.hpp"

using namespace nianbao;

namespace {

/// What stands in backticks in the first column of a page's tables.
std::vector<std::string> documented_columns(const std::string& page) {
  constexpr std::string_view kStart = "| `";
  std::vector<std::string> names;
  std::ifstream file(test::source_path("docs/" + page));
  for (std::string line; std::getline(file, line);) {
    if (line.compare(0, kStart.size(), kStart) == 0) {
      names.push_back(line.substr(kStart.size(), line.find('`', kStart.size()) - kStart.size()));
    }
  }
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tidy_csv)

BOOST_AUTO_TEST_CASE(every_row_has_the_columns_of_the_header_and_loses_no_dimension) {
  Report report;
  report.issuer = "清河市人民政府";
  report.year = 2019;
  report.format = "standard-2019";
  Form form;
  form.id = "table-2";
  form.format = "standard-2019";
  form.scope = Scope::area;
  report.forms.push_back(form);
  Fact fact;
  fact.key = {"normative.made", {{"district", "云溪"}, {"instance", "2"}}};
  fact.value = Decimal{22};
  fact.unit = "件";
  fact.text = "22（其中\"修订\",16件）";
  fact.form = 0;
  fact.at.line = 7;
  report.facts.push_back(fact);
  const std::vector<std::string_view> dimensions{"applicant", "channel"};
  BOOST_TEST(
      tidy_csv_header(dimensions) ==
      "reporting_unit,year,format,form,scope,instance,concept,applicant,channel,value,unit,step,status,qualifier,"
      "reading,source,text,note,place\r\n");
  BOOST_TEST(tidy_csv_rows(report, dimensions) ==
             "清河市人民政府,2019,standard-2019,table-2,area,2,normative.made{district=云溪},,,22,件,,reported,,direct,"
             "table,\"22（其中\"\"修订\"\",16件）\",,line=7\r\n");
}

BOOST_AUTO_TEST_CASE(a_figure_of_another_year_stands_under_that_year) {
  Report report;
  report.year = 2019;
  report.format = "prose";
  Fact fact;
  fact.key = {"disclosure.total", {}};
  fact.year = 2018;
  fact.source = Source::prose;
  report.facts.push_back(fact);
  BOOST_TEST(tidy_csv_rows(report, {}) == ",2018,prose,,,,disclosure.total,,,,reported,,direct,prose,,,\r\n");
}

BOOST_AUTO_TEST_CASE(the_pages_name_the_columns_of_the_header) {
  const std::vector<std::string_view> dimensions{"applicant", "channel", "route", "span"};
  for (const char* page : {"tidy-csv.md", "tidy-csv.zh-CN.md"}) {
    std::string header;
    for (const auto& name : documented_columns(page)) {
      header += (header.empty() ? "" : ",") + name;
    }
    BOOST_TEST(header + "\r\n" == tidy_csv_header(dimensions), page);
  }
}

BOOST_AUTO_TEST_SUITE_END()
