#include <boost/test/unit_test.hpp>

#include <nianbao/document_json.hpp>

using namespace nianbao;

namespace {

Document sample() {
  Document document;
  auto& arena = document.arena();
  document.input = {"清河.txt", "text", "UTF-8", 120, ""};
  document.properties.push_back({arena.store("索引号"), arena.store("1-2019"), {}});
  document.blocks.push_back({Heading{1, {arena.store("一、概述"), {}, {}}}, {}});
  document.blocks.push_back({Paragraph{Role::body, {arena.store("主动公开12条"), {{4, 6, MarkKind::strong}}, {}}}, {}});
  TableBuilder builder;
  builder.begin_row();
  Cell label;
  label.text.chars = arena.store("规章");
  label.colspan = 2;
  builder.add(label);
  builder.begin_row();
  Cell value;
  value.text.chars = arena.store("0");
  builder.add(value);
  document.blocks.push_back({builder.finish(), {}});
  document.blocks.push_back({List{true, {{Block{Lines{{arena.store("甲\n乙"), {}, {}}}, {}}}}}, {}});
  document.blocks.push_back({Image{arena.store("image1.png"), {}}, {}});
  document.number_blocks();
  return document;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_json)

BOOST_AUTO_TEST_CASE(every_kind_of_block_survives_the_round_trip_byte_for_byte) {
  const Document document = sample();
  const std::string text = document_to_json(document);
  auto again = document_from_json(text);
  BOOST_REQUIRE(again.ok());
  BOOST_TEST(equal(document, *again));
  BOOST_TEST(document_to_json(*again) == text);
  BOOST_TEST(again->blocks[2].as<Table>()->cells.back().missing);
}

BOOST_AUTO_TEST_CASE(a_fault_names_its_path) {
  const auto result = document_from_json(
      R"({"schema": "nianbao-document/1", "blocks": [{"type": "paragraph", "text": "a"}, {"type": "poem"}]})");
  BOOST_REQUIRE(!result.ok());
  BOOST_TEST(result.error().where == "blocks[1].type");
}

BOOST_AUTO_TEST_CASE(cells_must_tile_the_grid) {
  const auto table = [](const std::string& cells) {
    return R"({"schema": "nianbao-document/1", "blocks": [{"type": "table", "rows": 1, "columns": 2, "cells": [)" +
           cells + "]}]}";
  };
  const std::string left = R"({"row": 1, "column": 1, "text": "a"})";
  BOOST_TEST(!document_from_json(table(left)).ok());
  BOOST_TEST(!document_from_json(table(left + "," + left)).ok());
  BOOST_TEST(!document_from_json(table(R"({"row": 1, "column": 2, "colspan": 9, "text": ""})")).ok());
  BOOST_TEST(document_from_json(table(R"({"row": 1, "column": 1, "colspan": 2, "text": ""})")).ok());
  BOOST_TEST(
      !document_from_json(
           R"({"schema": "nianbao-document/1", "blocks": [{"type": "table", "rows": 1000000, "columns": 1000000, "cells": []}]})")
           .ok());
}

BOOST_AUTO_TEST_SUITE_END()
