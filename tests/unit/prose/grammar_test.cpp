#include <boost/test/unit_test.hpp>

#include "prose/pattern_grammar.hpp"

#include <string>

using nianbao::prose::parse_pattern;
namespace ast = nianbao::prose::ast;

BOOST_AUTO_TEST_SUITE(pattern_grammar)

BOOST_AUTO_TEST_CASE(reads_every_element) {
  const auto parsed = parse_pattern(U"^ <receive>+8 ..12,# [了|过] (申请|) {n:case?}+ !(引) $ | \\(");
  BOOST_REQUIRE(parsed.ok);
  BOOST_REQUIRE_EQUAL(parsed.pattern.size(), 2U);
  const auto& items = parsed.pattern[0];
  BOOST_REQUIRE_EQUAL(items.size(), 8U);
  BOOST_CHECK(std::holds_alternative<ast::ClauseStart>(items[0].value));
  const auto& words = std::get<ast::Words>(items[1].value);
  BOOST_CHECK(words.name == U"receive" && words.list && words.filler == 8);
  const auto& gap = std::get<ast::Gap>(items[2].value);
  BOOST_CHECK(gap.most == 12 && gap.over_clauses && gap.over_numbers);
  BOOST_CHECK_EQUAL(std::get<ast::Optional>(items[3].value).alternatives.size(), 2U);
  BOOST_CHECK(std::get<ast::Group>(items[4].value).alternatives[1].empty());
  const auto& slot = std::get<ast::Slot>(items[5].value);
  BOOST_CHECK(slot.name == U"n" && slot.unit == U"case" && slot.bare && slot.list);
  BOOST_CHECK(std::holds_alternative<ast::Not>(items[6].value));
  BOOST_CHECK(std::holds_alternative<ast::ClauseEnd>(items[7].value));
  BOOST_CHECK(std::get<ast::Literal>(parsed.pattern[1][0].value).text == U"(");
}

BOOST_AUTO_TEST_CASE(knows_where_each_element_stands) {
  const auto parsed = parse_pattern(U"收到 ..8 <x>");
  BOOST_REQUIRE(parsed.ok);
  BOOST_CHECK_EQUAL(parsed.pattern[0][1].position, 3U);
  BOOST_CHECK_EQUAL(parsed.pattern[0][2].position, 7U);
}

BOOST_AUTO_TEST_CASE(says_where_a_text_is_no_pattern) {
  const auto fault_at = [](std::u32string_view text) {
    const auto parsed = parse_pattern(text);
    BOOST_CHECK(!parsed.ok && !parsed.fault.message.zh.empty());
    return parsed.fault.position;
  };
  BOOST_CHECK_EQUAL(fault_at(U"收到 <receive"), 11U);
  BOOST_CHECK_EQUAL(fault_at(U"a)b"), 1U);
  BOOST_CHECK_EQUAL(fault_at(U"[收到"), 3U);
  BOOST_CHECK_EQUAL(fault_at(U"收到 . 申请"), 4U);
  BOOST_CHECK_EQUAL(fault_at(U"收到 <Receive>"), 4U);
  BOOST_CHECK_EQUAL(fault_at(U"收到 !申请"), 4U);
  BOOST_CHECK_EQUAL(fault_at(U"+"), 0U);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_too_long_or_too_deep) {
  BOOST_CHECK(!parse_pattern(std::u32string(100000, U'[')).ok);
  BOOST_CHECK(!parse_pattern(std::u32string(2001, U'一')).ok);
  BOOST_CHECK(parse_pattern(std::u32string(2000, U'一')).ok);
}

BOOST_AUTO_TEST_SUITE_END()
