// What a pack may not do unnoticed.
#include <boost/test/unit_test.hpp>

#include "three_packs.hpp"

using namespace nianbao;
using nianbao::test::ThreePacks;

namespace {

std::string refused(const std::string& file, const std::string& text) {
  ThreePacks folder;
  folder.write("province/" + file, text);
  return folder.codes("province");
}

std::string in_force(const ThreePacks& folder, const RuleQuery& query) {
  const auto rules = folder.store()->effective(query);
  std::string text;
  for (const auto& pack : rules.ok() ? rules.value()->packs() : std::vector<Report::Pack>{}) {
    text += (text.empty() ? "" : " ") + pack.id;
  }
  return rules.ok() ? text : rules.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(strict_packs)

BOOST_AUTO_TEST_CASE(a_faulty_pack_yaml_stops_every_use_of_rules) {
  ThreePacks folder;
  folder.write("other/pack.yaml", "id: other\n");
  BOOST_TEST(in_force(folder, {}) == "rule-pack-faults");
}

BOOST_AUTO_TEST_CASE(places_named_are_as_particular_as_their_codes) {
  ThreePacks folder;
  folder.write("national/jurisdictions.tsv", "code\tname\tparent\n910000\t青林省\t\n910100\t清河市\t910000\n");
  folder.write("city/pack.yaml",
               "id: city\nversion: \"3.0\"\ntitle: 清河市\nextends: national\n"
               "applies-to: {jurisdictions: [清河市]}\n");
  folder.write("new/pack.yaml",
               "id: new\nversion: \"1\"\ntitle: 云溪县\nextends: national\n"
               "applies-to: {jurisdictions: [云溪县]}\n");
  RuleQuery query;
  query.jurisdiction = "清河市";
  BOOST_TEST(in_force(folder, query) == "national province city");
  query.jurisdiction = "青林省云溪县";
  BOOST_TEST(in_force(folder, query) == "national province new");
}

BOOST_AUTO_TEST_CASE(part_of_a_places_name_is_a_fault) {
  ThreePacks folder;
  folder.write("national/jurisdictions.tsv", "code\tname\tparent\n910000\t青林省\t\n910100\t清河市\t910000\n");
  folder.write("city/pack.yaml",
               "id: city\nversion: \"3.0\"\ntitle: 清河市\nextends: national\n"
               "applies-to: {jurisdictions: [清河, \"9199\", \"9101\"]}\n");
  const auto faults = folder.store()->lint("city");
  BOOST_TEST_REQUIRE(faults.size() == 2U);
  BOOST_TEST(faults[0].hint.en == "Did you mean 清河市?");
  BOOST_TEST(faults[1].message.en == "There is no jurisdiction \"9199\"");
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_none) {
  BOOST_TEST(refused("checks.yaml", "checks:\n  - {override: first, assert: ''}\n") == "province:2 missing-key");
  BOOST_TEST(refused("checks.yaml", "checks:\n  - {override: first, basis: ''}\n") == "province:2 missing-key");
  BOOST_TEST(refused("checks.yaml", "checks:\n  - {override: first, severity: ''}\n") == "province:2 unknown-choice");
}

BOOST_AUTO_TEST_CASE(an_amount_goes_into_no_count) {
  BOOST_TEST(refused("mappings.yaml", "mappings:\n  - {to: money.fee, from: in.new}\n") == "province:2 unit-mismatch");
  BOOST_TEST(refused("mappings.yaml", "mappings:\n  - {to: money.fee, from: money.small}\n") ==
             "province:2 unit-mismatch");
  BOOST_TEST(refused("mappings.yaml", "mappings:\n  - {to: in.old, from: texts.made}\n") == "");
  BOOST_TEST(refused("prose.yaml", "patterns:\n  - {id: a, pattern: 收到, concept: in.new, unit: 万元}\n") ==
             "province:2 unit-mismatch");
}

BOOST_AUTO_TEST_CASE(a_unit_keeps_its_factor) {
  BOOST_TEST(refused("units.yaml", "measures: {money: {元: 100}}\n") == "province:1 unit-twice");
  BOOST_TEST(refused("units.yaml", "measures: {weight: {元: 1}}\n") == "province:1 unit-twice");
  BOOST_TEST(refused("units.yaml", "counters: {cases: [万元]}\n") == "province:1 unit-twice");
  BOOST_TEST(refused("units.yaml", "counters: {money: [单]}\n") == "province:1 unit-twice");
  BOOST_TEST(
      refused("units.yaml", "remove-units: [money]\nmeasures: {money: {元: 1, 万元: 10000, 亿元: 100000000}}\n") == "");
}

BOOST_AUTO_TEST_CASE(an_override_may_leave_a_line_unmapped) {
  ThreePacks folder;
  folder.write("national/mappings.yaml", "mappings:\n  - {to: in.old, from: in.new}\n");
  folder.write("province/mappings.yaml", "mappings:\n  - {override: in.old, reason: 无}\n");
  const auto rules = folder.rules("province");
  BOOST_TEST((rules->mappings()[0].from == nullptr));
  BOOST_TEST(rules->mappings()[0].note.zh == "无");
}

BOOST_AUTO_TEST_SUITE_END()
