#include "support.hpp"

#include <boost/test/unit_test.hpp>

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string code_of(std::string bytes) {
  Call call;
  const auto result = call.read("json", std::move(bytes));
  return result.ok() ? std::string() : result.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_container)

BOOST_AUTO_TEST_CASE(writes_and_reads_the_same_document) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const auto document = generate(seed, true);
    const auto bytes = write("json", document);
    const auto again = read("json", bytes);
    BOOST_TEST(equal(document, again), "seed " << seed);
    BOOST_TEST(write("json", again) == bytes);
  }
}

BOOST_AUTO_TEST_CASE(puts_cells_in_order) {
  const auto document =
      read("json", R"({"schema": "nianbao-document/1", "blocks": [{"type": "table", "rows": 1, "columns": 2,
      "cells": [{"row": 1, "column": 2, "text": "b"}, {"row": 1, "column": 1, "text": "a"}]}]})");
  BOOST_TEST(sketch(document) == "t 1x2 / a|b\n");
}

BOOST_AUTO_TEST_CASE(tells_a_report_from_a_document) {
  BOOST_TEST(code_of(R"({"schema": "nianbao-report/1", "report": {}})") == "json-is-report");
  BOOST_TEST(code_of(R"({"schema": "other"})") != "");
  BOOST_TEST(code_of("{") != "");
  BOOST_TEST(code_of("") == "input-empty");
  std::string deep(100000, '[');
  BOOST_TEST(code_of("{\"a\":" + deep) != "");
}

BOOST_AUTO_TEST_CASE(probes_by_schema) {
  const auto& json = container("json");
  BOOST_TEST((json.probe("\xEF\xBB\xBF {\n \"schema\" : \"nianbao-document/1\"", "a.txt") == Certainty::certain));
  BOOST_TEST((json.probe("{\"schema\": \"nianbao-report/1\"", "a") == Certainty::certain));
  BOOST_TEST((json.probe("{\"a\": 1}", "a") == Certainty::likely));
  BOOST_TEST((json.probe("{甲}", "a.json") == Certainty::none));
}

BOOST_AUTO_TEST_CASE(survives_mutated_json) {
  std::mt19937 random(13);
  const auto seed = write("json", generate(3, true));
  for (int round = 0; round < 1500; ++round) {
    Call call;
    auto document = call.read("json", mutate(seed, random));
    if (document.ok()) {
      BOOST_TEST(!write("html", *document).empty());
      BOOST_TEST(!write("text", *document).empty());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
