#include <boost/test/unit_test.hpp>

#include <nianbao/jurisdictions.hpp>

#include <filesystem>
#include <fstream>
#include <string>

#include "paths.hpp"

using nianbao::Jurisdictions;

namespace {

std::string national_table() { return nianbao::test::bundle_path("rules/national/jurisdictions.tsv"); }

std::string temporary(const std::string& content) {
  const auto path = std::filesystem::temp_directory_path() / "nianbao-jurisdictions-test.tsv";
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

BOOST_AUTO_TEST_SUITE_END()
