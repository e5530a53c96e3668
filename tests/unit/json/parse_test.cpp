#include <boost/test/unit_test.hpp>

#include <string>

#include "json/parse.hpp"
#include "json/print.hpp"

using nianbao::json::parse;

BOOST_AUTO_TEST_SUITE(json_parse)

BOOST_AUTO_TEST_CASE(a_repeated_key_is_refused_where_it_stands) {
  const auto result = parse("{\"甲\": 1,\n \"乙\": {\"a\": 1, \"a\": 2}}");
  BOOST_REQUIRE(!result.ok());
  BOOST_TEST(result.error().code == "json-repeated-key");
  BOOST_TEST(result.error().where.substr(0, 2) == "2:");
}

BOOST_AUTO_TEST_CASE(the_same_key_in_two_objects_is_fine) { BOOST_TEST(parse(R"([{"a": 1}, {"a": 2}])").ok()); }

BOOST_AUTO_TEST_CASE(faulty_texts_are_errors) {
  for (const char* text : {"", "{", "[1,]", "{} {}", "nul", "\"\xff\""}) {
    BOOST_TEST(!parse(text).ok(), text);
  }
  BOOST_TEST(!parse(std::string(100000, '[')).ok());
}

BOOST_AUTO_TEST_CASE(print_opens_the_outer_levels_and_reads_back) {
  const auto value = parse(R"({"b": [1, {"c": "年报"}], "a": {}})");
  BOOST_REQUIRE(value.ok());
  const std::string printed = nianbao::json::print(*value, 2);
  BOOST_TEST(printed == "{\n  \"b\": [\n    1,\n    {\"c\":\"年报\"}\n  ],\n  \"a\": {}\n}\n");
  const auto again = parse(printed);
  BOOST_REQUIRE(again.ok());
  BOOST_TEST((*again == *value));
}

BOOST_AUTO_TEST_SUITE_END()
