#include <boost/test/unit_test.hpp>

#include <nianbao/finding_identity.hpp>
#include <nianbao/report_json.hpp>

#include "sample_report.hpp"

using namespace nianbao;
using nianbao::test::sample_report;


BOOST_AUTO_TEST_SUITE(report_json)

BOOST_AUTO_TEST_CASE(report_to_json_and_back_is_byte_equal) {
  const std::string text = report_to_json(sample_report());
  auto again = report_from_json(text);
  BOOST_REQUIRE_MESSAGE(again.ok(), (again.ok() ? "" : again.error().message.en));
  BOOST_TEST(report_to_json(*again) == text);
  BOOST_TEST(again->facts[1].form == 1U);
  BOOST_TEST(looks_like_report_json(text));
}

BOOST_AUTO_TEST_CASE(an_empty_report_has_nulls_and_no_invented_values) {
  const std::string text = report_to_json(Report{});
  BOOST_TEST(text.find("\"year\": null") != std::string::npos);
  BOOST_TEST(text.find("\"signoff\": null") != std::string::npos);
  auto again = report_from_json(text);
  BOOST_REQUIRE(again.ok());
  BOOST_TEST(report_to_json(*again) == text);
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_an_error_with_its_path) {
  const auto where = [](std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    BOOST_REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const auto result = report_from_json(text);
    BOOST_REQUIRE(!result.ok());
    return result.error().where;
  };
  const std::string text = report_to_json(sample_report());
  BOOST_TEST(where(text, "\"142800\"", "142800") == "report.facts[0].value");
  BOOST_TEST(where(text, "\"suspect\"", "\"sure\"") == "report.facts[0].reading");
  BOOST_TEST(where(text, "\"2020-01-31\"", "\"31.1.2020\"") == "report.published");
  BOOST_TEST(where(text, "\"of\":[\"f1\"]", "\"of\":[\"f9\"]") == "report.claims");
}

BOOST_AUTO_TEST_CASE(a_finding_keeps_its_id_and_changes_its_fingerprint_with_the_figure) {
  Report report = sample_report();
  const auto id = finding_id(report.findings[0], report);
  const auto fingerprint = finding_fingerprint(report.findings[0], report);
  report.facts[0].value = Decimal{5};
  BOOST_TEST(finding_id(report.findings[0], report) == id);
  BOOST_TEST(finding_fingerprint(report.findings[0], report) != fingerprint);
  report.facts[0].source = Source::prose;
  BOOST_TEST(finding_id(report.findings[0], report) != id);
}

BOOST_AUTO_TEST_SUITE_END()
