#include <boost/test/unit_test.hpp>

#include <nianbao/sdk/text.hpp>

#include <string>

using nianbao::fold;
using nianbao::read_date;

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(ways_to_write_a_date) {
  struct Case {
    const char* text;
    const char* date;
    const char* rest;
  };
  for (const Case& c : {
           Case{"2019年2月22日发布", "2019-02-22", "发布"},
           {"2025 年 1 月 24 日", "2025-01-24", ""},
           {"2018-02-13 12:30", "2018-02-13", "12:30"},
           {"2019/2/22", "2019-02-22", ""},
           {"2019.2.22。", "2019-02-22", "。"},
           {"二〇一九年三月三十一日", "2019-03-31", ""},
           {"二○一○年四月十日", "2010-04-10", ""},
           {"二零一九年十二月", "2019-12", ""},
           {"2019年度", "2019", "度"},
           {"2019年13月", "2019", "13月"},
           {"2019年2月30日", "2019-02", "30日"},
           {"2018", "", ""},
           {"12018年", "", ""},
           {"2014-2018年", "", ""},
           {"2019-02", "", ""},
           {"0943-66-29", "", ""},
           {"①2019年", "", ""},
       }) {
    BOOST_TEST_CONTEXT(c.text) {
      const auto text = fold(c.text);
      const auto date = read_date(text, 0);
      BOOST_TEST((date ? nianbao::to_string(date->date) : "") == c.date);
      if (date) {
        BOOST_TEST(text.utf8(date->to, text.size()) == c.rest);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_date_is_found_in_text) {
  const auto text = fold("共32018件，截至2018年12月31日止");
  const auto found = nianbao::find_date(text, 0);
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(nianbao::to_string(found->date) == "2018-12-31");
  BOOST_TEST(text.utf8(found->to, text.size()) == "止");
  BOOST_TEST(!nianbao::find_date(text, found->to).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

std::string joined(const nianbao::Folded& text, const std::vector<nianbao::Span>& spans) {
  std::string result;
  for (const auto& span : spans) {
    result += text.utf8(span.from, span.to) + "|";
  }
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sentences)

BOOST_AUTO_TEST_CASE(sentences_end_at_stops) {
  for (const auto& [text, expected] : std::initializer_list<std::pair<const char*, const char*>>{
           {"甲。乙！丙", "甲。|乙!|丙|"},
           {"他说“好。”乙。", "他说\"好。\"|乙。|"},
           {"甲（乙。丙）丁。戊。", "甲(乙。丙)丁。|戊。|"},
           {"甲？！乙", "甲?!|乙|"},
           {"", ""},
       }) {
    const auto folded = fold(text);
    BOOST_TEST(joined(folded, nianbao::split_sentences(folded)) == expected);
  }
}

BOOST_AUTO_TEST_CASE(a_bracket_left_open_swallows_no_more_than_its_reach) {
  std::string text = "甲（乙";
  for (int i = 0; i < 100; ++i) {
    text += "丙丁。";
  }
  BOOST_TEST(nianbao::split_sentences(fold(text)).size() > 50U);
}

BOOST_AUTO_TEST_CASE(clauses_end_at_pauses_outside_numbers_and_brackets) {
  const auto folded = fold("受理1,234件，其中（甲，乙）3件；12:30结束：共5件。");
  BOOST_TEST(joined(folded, nianbao::split_clauses(folded, {0, folded.size()})) ==
             "受理1,234件,|其中(甲,乙)3件;|12:30结束:|共5件。|");
}

BOOST_AUTO_TEST_SUITE_END()
