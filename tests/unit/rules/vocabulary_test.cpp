#include <boost/test/unit_test.hpp>

#include <nianbao/sdk/text.hpp>

#include "rules_support.hpp"

using namespace nianbao;

namespace {

/// value unit step fit
std::string measured(const std::string& number, const std::string& printed, const std::string& asked) {
  const auto read = read_number(fold(number), 0);
  const auto measure = test::plain_rules()->vocabulary().measure(*read, printed, asked);
  const std::string fit = measure.fit == UnitFit::same        ? "same"
                          : measure.fit == UnitFit::converted ? "converted"
                                                              : "foreign";
  return measure.value.to_string() + measure.unit + " " + measure.step.to_string() + " " + fit;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(vocabulary)

BOOST_AUTO_TEST_CASE(numbers_are_brought_to_the_unit_asked_for) {
  BOOST_TEST(measured("14.28", "亿元", "万元") == "142800万元 100 converted");
  BOOST_TEST(measured("251000", "元", "万元") == "25.1万元 0.0001 converted");
  BOOST_TEST(measured("5", "万元", "万元") == "5万元 1 same");
  BOOST_TEST(measured("5", "", "万元") == "5万元 1 same");
  BOOST_TEST(measured("5", "宗", "件") == "5件 1 same");
  BOOST_TEST(measured("3", "万件", "件") == "30000件 10000 converted");
  BOOST_TEST(measured("6", "期", "条") == "6期 1 foreign");
  BOOST_TEST(measured("6", "元", "件") == "6元 1 foreign");
}

BOOST_AUTO_TEST_CASE(units_and_names_are_known) {
  const auto& words = test::plain_rules()->vocabulary();
  BOOST_TEST(words.is_unit("件"));
  BOOST_TEST(words.is_unit("万件"));
  BOOST_TEST(words.is_unit("亿元"));
  BOOST_TEST(!words.is_unit("期"));
  BOOST_TEST(!words.is_unit(""));
  BOOST_TEST(words.member_name("applicant", "person") == "自然人");
  BOOST_TEST(words.member_name("applicant", "nobody").empty());
  BOOST_TEST(words.concept_info("in.new")->unit == "件");
  BOOST_TEST((words.concept_info("in.neww") == nullptr));
  BOOST_TEST(words.canonical_label("任意") == "任意");
}

BOOST_AUTO_TEST_CASE(the_catalog_knows_kinds_of_units) {
  const auto& catalog = test::plain_rules()->concepts();
  BOOST_TEST((catalog.unit_kind("件") == UnitKind::counter));
  BOOST_TEST((catalog.unit_kind("万元") == UnitKind::measure));
  BOOST_TEST((catalog.unit_kind("斤") == UnitKind::unknown));
  BOOST_TEST(catalog.unit_shift("亿元", "元").value() == 8);
  BOOST_TEST(catalog.unit_shift("件", "宗").value() == 0);
  BOOST_TEST(!catalog.unit_shift("件", "人"));
  BOOST_TEST(catalog.sum_of("applicant", "total").size() == 2U);
  BOOST_TEST(catalog.sum_of("applicant", "person").empty());
  BOOST_TEST((catalog.group("out.denied") != nullptr));
  BOOST_TEST(catalog.dimension("span")->absent.zh == "本年度");
}

BOOST_AUTO_TEST_SUITE_END()
