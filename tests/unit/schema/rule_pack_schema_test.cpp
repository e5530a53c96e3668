// The schemas that editors use fit the packs of this repository, and refuse what the loader refuses.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "paths.hpp"
#include "schema_support.hpp"
#include "yaml/node.hpp"

using nianbao::test::faults;
namespace fs = std::filesystem;

namespace {

/// YAML as an editor sees it: plain true, false and numbers have their own types.
boost::json::value value_of(const nianbao::yaml::Node& node) {
  if (node.is_mapping()) {
    boost::json::object object;
    for (const auto& entry : node.entries) {
      object[entry.key] = value_of(*entry.value);
    }
    return object;
  }
  if (node.is_sequence()) {
    boost::json::array array;
    for (const auto& item : node.items) {
      array.push_back(value_of(*item));
    }
    return array;
  }
  if (node.text == "true" || node.text == "false") {
    return node.text == "true";
  }
  return boost::json::value(node.text);
}

boost::json::value read(const std::string& text) {
  nianbao::yaml::Faults found("test");
  const auto node = nianbao::yaml::read(text, found);
  BOOST_REQUIRE(node != nullptr);
  return value_of(*node);
}

/// checks.yaml → checks.schema.json; *.examples.yaml → examples.schema.json
std::string schema_of(const fs::path& file) {
  const auto name = file.stem().string();
  return (fs::path(name).extension() == ".examples" ? "examples" : name) + ".schema.json";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_pack_schemas)

BOOST_AUTO_TEST_CASE(every_file_of_every_pack_is_as_its_schema_says) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(nianbao::test::source_path("rules"))) {
    if (entry.path().extension() == ".yaml") {
      std::ifstream stream(entry.path());
      const std::string text{std::istreambuf_iterator<char>(stream), {}};
      BOOST_TEST(faults(read(text), schema_of(entry.path())) == "", entry.path().string());
      ++files;
    }
  }
  BOOST_TEST(files >= 15U);
}

BOOST_AUTO_TEST_CASE(schemas_refuse_what_the_loader_refuses) {
  const auto refused = [](const char* schema, const char* text) { return !faults(read(text), schema).empty(); };
  BOOST_TEST(refused("pack.schema.json", "title: x"));
  BOOST_TEST(refused("pack.schema.json", "{id: a, version: b, applies-to: {years: soon}}"));
  BOOST_TEST(refused("checks.schema.json", "checks: [{id: a, assert: x}]"));
  BOOST_TEST(refused("checks.schema.json", "checks: [{id: a, assert: x, basis: y, severty: doubt}]"));
  BOOST_TEST(refused("checks.schema.json", "checks: [{id: a, assert: x, basis: y, severity: bad}]"));
  BOOST_TEST(refused("checks.schema.json", "checks: [{disable: a, assert: x}]"));
  BOOST_TEST(refused("mappings.schema.json", "mappings: [{from: x}]"));
  BOOST_TEST(refused("concepts.schema.json", "concepts: {Bad: [a, b, []]}"));
  BOOST_TEST(refused("concepts.schema.json", "concepts: {a.b: [a, b]}"));
  BOOST_TEST(refused("units.schema.json", "measures: {money: {a: 7}}"));
  BOOST_TEST(refused("sections.schema.json", "sections: [{id: a, kind: nothing}]"));
  BOOST_TEST(refused("prose.schema.json", "patterns: [{id: a}]"));
  BOOST_TEST(!refused("checks.schema.json", "{basis: y, checks: [{id: a, assert: x}]}"));
  BOOST_TEST(!refused("checks.schema.json", "checks: [{override: a, lock: true}, {disable: b, reason: c}]"));
}

BOOST_AUTO_TEST_SUITE_END()
