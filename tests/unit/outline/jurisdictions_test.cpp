#include <boost/test/unit_test.hpp>

#include <nianbao/jurisdictions.hpp>

#include <filesystem>
#include <fstream>
#include <string>

#include "paths.hpp"

using nianbao::Jurisdictions;

namespace {

std::string national_table() { return nianbao::test::bundle_path("rules/national/jurisdictions.tsv"); }

std::string national_zones() { return nianbao::test::bundle_path("rules/national/zones.tsv"); }

std::string temporary(const std::string& content, const char* name = "nianbao-jurisdictions-test.tsv") {
  const auto path = std::filesystem::temp_directory_path() / name;
  std::ofstream(path, std::ios::binary) << content;
  return path.string();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(jurisdictions)

BOOST_AUTO_TEST_CASE(names_lead_to_codes) {
  const Jurisdictions table(national_table());
  BOOST_REQUIRE(table.load().ok());
  struct Case {
    const char* text;
    const char* name;
    const char* code;
  };
  for (const Case& c : {
           Case{"孝义市人民政府", "孝义市", "141181"},
           {"白银市平川区人民政府办公室", "白银市平川区", "620403"},
           {"福建省福州市平潭县财政局", "福建省福州市平潭县", "350128"},
           {"湖北省仙桃市人民政府", "湖北省仙桃市", "429004"},
           {"上海市人民政府办公厅", "上海市", "310000"},
           {"福州市鼓楼区人民政府", "福州市鼓楼区", "350102"},
           {"鼓楼区人民政府", "鼓楼区", ""},
           {"江苏省鼓楼区人民政府", "江苏省鼓楼区", ""},
           {"吉林省吉林市", "吉林省吉林市", "220200"},
           {"青林省清河市", "", ""},
           {"", "", ""},
       }) {
    BOOST_TEST_CONTEXT(c.text) {
      const auto found = table.find(c.text);
      BOOST_TEST(found.name == c.name);
      BOOST_TEST(found.code == c.code);
    }
  }
  BOOST_TEST(table.name("141181") == "孝义市");
  BOOST_TEST(table.name("999999").empty());
}

BOOST_AUTO_TEST_CASE(a_missing_or_faulty_table_is_an_error_and_finds_nothing) {
  const Jurisdictions missing("/nowhere/jurisdictions.tsv");
  const auto result = missing.load();
  BOOST_REQUIRE(!result.ok());
  BOOST_TEST(result.error().code == "jurisdictions-missing");
  BOOST_TEST(missing.find("孝义市").name.empty());

  const auto path = temporary("code\tname\tparent\n999100\t清河市\t\n99\t云溪县\t999100\n");
  const Jurisdictions faulty(path);
  BOOST_REQUIRE(!faulty.load().ok());
  BOOST_TEST(faulty.load().error().where == path + ":3");
}

BOOST_AUTO_TEST_CASE(chains_are_followed_downwards_only) {
  const Jurisdictions table(
      temporary("code\tname\tparent\r\n990000\t青林省\t\r\n999100\t清河市\t990000\r\n999101\t临江区\t999100\r\n999201\t"
                "临江区\t990000\r\n"));
  BOOST_REQUIRE(table.load().ok());
  BOOST_TEST(table.find("清河市临江区人民政府").code == "999101");
  BOOST_TEST(table.find("青林省临江区").code.empty());
  BOOST_TEST(table.find("临江区清河市").name == "临江区");
}

BOOST_AUTO_TEST_CASE(what_a_name_does_not_settle_is_told_as_far_as_it_goes) {
  const Jurisdictions table(national_table());
  BOOST_TEST(table.find("鼓楼区").within.empty());
  BOOST_TEST(table.find("江苏省鼓楼区").within == "320000");
  BOOST_TEST(table.find("福州市鼓楼区").within == "350102");
}

BOOST_AUTO_TEST_CASE(zones_lie_in_a_division_and_have_no_code) {
  const Jurisdictions table(national_table(), national_zones());
  BOOST_REQUIRE(table.load().ok());
  const auto zone = table.find("西咸新区管委会");
  BOOST_TEST(zone.name == "西咸新区");
  BOOST_TEST(zone.code.empty());
  BOOST_TEST(zone.within == "610000");
  BOOST_TEST(table.find("陕西省西咸新区").within == "610000");

  const Jurisdictions faulty(temporary("code\tname\tparent\n990000\t青林省\t\n"),
                             temporary("name\twithin\n云溪新区\t99\n", "nianbao-zones-test.tsv"));
  BOOST_REQUIRE(!faulty.load().ok());
  BOOST_TEST(faulty.load().error().where.ends_with("nianbao-zones-test.tsv:2"));
  BOOST_TEST(faulty.find("青林省").name.empty());
}

BOOST_AUTO_TEST_CASE(short_names_of_cities_and_counties_tell_the_province) {
  const Jurisdictions table(national_table());
  for (const auto& [text, province] : {std::pair{"平潭综合实验区", "福建省"},
                                       {"内蒙古和林格尔新区", "内蒙古自治区"},
                                       {"天津滨海新区", "天津市"},
                                       {"张家港保税区", "江苏省"},
                                       {"朝阳经济开发区", "辽宁省"},  // the city, not a district of another
                                       {"鼓楼高新区", ""},            // a district alone
                                       {"云溪高新区", ""},
                                       {"", ""}}) {
    BOOST_TEST(table.province_by_short_name(text) == province, text);
  }
}

BOOST_AUTO_TEST_CASE(the_only_province_that_texts_name) {
  const Jurisdictions table(national_table());
  BOOST_TEST(table.only_province_in({"一、概述", "按照福建省政府信息公开办法"}) == "福建省");
  BOOST_TEST(table.only_province_in({"福建省", "赴浙江省学习"}).empty());
  BOOST_TEST(table.only_province_in({"一、概述"}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
