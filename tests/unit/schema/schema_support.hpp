// Values held against a JSON Schema of the repository.
#pragma once

#include <boost/test/unit_test.hpp>

#include <boost/json/value.hpp>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <sstream>
#include <string>

#include "json/parse.hpp"
#include "paths.hpp"

namespace nianbao::test {

inline boost::json::value load(const std::string& path) {
  std::ifstream file(path);
  BOOST_REQUIRE_MESSAGE(file, path);
  std::ostringstream text;
  text << file.rdbuf();
  auto value = json::parse(text.str());
  BOOST_REQUIRE_MESSAGE(value.ok(), path);
  return *value;
}

/// The faults of the value under the schema, a line each.
inline std::string faults(const boost::json::value& value, const std::string& schema_file) {
  const auto document = load(source_path("rules/schema/" + schema_file));
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

}  // namespace nianbao::test
