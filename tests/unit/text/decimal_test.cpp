#include <boost/test/unit_test.hpp>

#include <nianbao/sdk/decimal.hpp>

#include <string>

using nianbao::Decimal;

namespace {

Decimal number(const char* text) {
  const auto value = Decimal::parse(text);
  BOOST_REQUIRE_MESSAGE(value, text);
  return *value;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decimal)

BOOST_AUTO_TEST_CASE(text_round_trip_is_shortest) {
  for (const auto& [given, shortest] : {std::pair{"0", "0"},
                                        {"-0", "0"},
                                        {"007", "7"},
                                        {"429.385756", "429.385756"},
                                        {"0.050", "0.05"},
                                        {"-197", "-197"},
                                        {"+19", "19"},
                                        {"100", "100"}}) {
    BOOST_TEST(number(given).to_string() == shortest);
  }
}

BOOST_AUTO_TEST_CASE(everything_else_is_refused) {
  for (const char* text : {"", "-", "+", ".", "1.", ".5", "1e3", " 1", "1 ", "1,000", "--1", "1.2.3", "１"}) {
    BOOST_TEST(!Decimal::parse(text).has_value(), text);
  }
  BOOST_TEST(!Decimal::parse(std::string(500, '9')).has_value());
}

BOOST_AUTO_TEST_CASE(arithmetic_is_exact) {
  BOOST_TEST((*Decimal::add(number("0.1"), number("0.2")) == number("0.3")));
  BOOST_TEST((*Decimal::subtract(number("1"), number("0.999999")) == number("0.000001")));
  BOOST_TEST((*Decimal::multiply(number("14.28"), number("10000")) == number("142800")));
  BOOST_TEST((*number("251000").shifted(-4) == number("25.1")));
  BOOST_TEST(!Decimal::multiply(number("999999999999999999999"), number("999999999999999999999")).has_value());
}

BOOST_AUTO_TEST_CASE(order_holds_even_where_scales_cannot_be_aligned) {
  const Decimal tiny = number("0.00000000000000000000000000000001");
  const Decimal huge = number("99999999999999999999999999999999999");
  BOOST_TEST((tiny < huge));
  BOOST_TEST((huge > tiny));
  BOOST_TEST((huge.negated() < tiny));
  BOOST_TEST((number("1.50") == number("1.5")));
}

BOOST_AUTO_TEST_SUITE_END()
