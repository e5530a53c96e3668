#include <nianbao/report_json.hpp>

#include "sample_report.hpp"
#include "schema_support.hpp"

using nianbao::test::faults;

namespace {

boost::json::value report_value(const nianbao::Report& report) {
  return *nianbao::json::parse(nianbao::report_to_json(report));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_schema)

BOOST_AUTO_TEST_CASE(reports_are_as_their_schema_says) {
  BOOST_TEST(faults(report_value(nianbao::test::sample_report()), "nianbao-report-1.schema.json") == "");
  BOOST_TEST(faults(report_value(nianbao::Report{}), "nianbao-report-1.schema.json") == "");
}

BOOST_AUTO_TEST_CASE(the_schema_refuses_what_is_not_a_report) {
  auto value = report_value(nianbao::test::sample_report());
  value.at("report").at("facts").at(0).as_object()["value"] = 1428;
  BOOST_TEST(faults(value, "nianbao-report-1.schema.json") != "");
}

BOOST_AUTO_TEST_SUITE_END()
