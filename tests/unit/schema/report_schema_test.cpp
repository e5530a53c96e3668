#include <boost/test/unit_test.hpp>

#include <boost/json/value.hpp>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <sstream>

#include <nianbao/report_json.hpp>

#include "json/parse.hpp"
#include "sample_report.hpp"

namespace {

boost::json::value load(const std::string& path) {
  std::ifstream file(path);
  BOOST_REQUIRE_MESSAGE(file, path);
  std::ostringstream text;
  text << file.rdbuf();
  auto value = nianbao::json::parse(text.str());
  BOOST_REQUIRE_MESSAGE(value.ok(), path);
  return *value;
}

/// The faults of the value under the schema, a line each.
std::string faults(const boost::json::value& value, const std::string& schema_file) {
  const auto document = load(NIANBAO_SCHEMAS "/" + schema_file);
  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(valijson::adapters::BoostJsonAdapter(document), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  validator.validate(schema, valijson::adapters::BoostJsonAdapter(value), &results);
  std::string text;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const auto& part : error.context) {
      text += part;
    }
    text += ": " + error.description + "\n";
  }
  return text;
}

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
