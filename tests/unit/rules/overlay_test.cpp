#include <boost/test/unit_test.hpp>

#include <nianbao/sdk/text.hpp>

#include "three_packs.hpp"

using namespace nianbao;
using nianbao::test::ThreePacks;

namespace {

std::string ids(const RuleSet& rules) {
  std::string text;
  for (const auto& check : rules.checks()) {
    text += (text.empty() ? "" : " ") + check.id;
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(overlay)

BOOST_AUTO_TEST_CASE(packs_add_override_and_disable_by_id) {
  ThreePacks folder;
  folder.write("province/checks.yaml", R"(checks:
  - override: first
    tolerance: 1
  - disable: second
    reason: 本省另有规定
  - {id: own, assert: in.old == 1, basis: d}
)");
  folder.write("city/checks.yaml",
               "checks:\n  - override: province/own\n    severity: note\n  - override: first\n    basis: e\n");
  const auto rules = folder.rules("city");
  BOOST_TEST(ids(*rules) == "national/first national/group/third province/own");
  const auto& first = rules->checks()[0];
  BOOST_TEST(first.tolerance.to_string() == "1");
  BOOST_TEST(first.basis.zh == "e");
  BOOST_TEST((first.severity == FindingSeverity::doubt));
  BOOST_TEST((rules->checks()[2].severity == FindingSeverity::note));
  BOOST_TEST_REQUIRE(rules->disabled().size() == 1U);
  BOOST_TEST(rules->disabled()[0].id == "national/second");
  BOOST_TEST(rules->disabled()[0].by == "province");
  BOOST_TEST(rules->disabled()[0].reason.zh == "本省另有规定");
  BOOST_TEST(ids(*folder.rules("national")) == "national/first national/second national/group/third");
}

BOOST_AUTO_TEST_CASE(a_lock_holds_against_packs_further_down) {
  ThreePacks folder;
  folder.write("province/checks.yaml",
               "checks:\n  - {override: group/third, tolerance: 1}\n  - {override: first, lock: true}\n");
  folder.write("city/checks.yaml", "checks:\n  - disable: first\n");
  BOOST_TEST(folder.codes("city") == "city:2 locked province:2 locked");
}

BOOST_AUTO_TEST_CASE(ids_must_be_known_or_new) {
  ThreePacks folder;
  folder.write("province/checks.yaml",
               "checks:\n  - {override: frist, tolerance: 1}\n  - {id: second, assert: 1 == 1, basis: x}\n"
               "  - disable: city/none\n  - {id: own, assert: 1 == 1, basis: x}\n  - {override: own, tolerance: 2}\n");
  BOOST_TEST(folder.codes("province") ==
             "province:2 unknown-id province:3 id-twice province:4 unknown-id province:6 unknown-id");
}

BOOST_AUTO_TEST_CASE(faults_of_overridden_keys_stand_where_they_were_written) {
  ThreePacks folder;
  folder.write("province/checks.yaml", "checks:\n  - override: first\n    assert: in.nwe == 1\n");
  const auto faults = folder.store()->lint("province");
  BOOST_TEST_REQUIRE(faults.size() == 1U);
  BOOST_TEST(faults[0].where.pack == "province");
  BOOST_TEST(faults[0].where.line == 3U);
}

BOOST_AUTO_TEST_CASE(mapping_lines_of_the_nearest_pack_come_first) {
  ThreePacks folder;
  folder.write("national/mappings.yaml",
               "mappings:\n  - {to: 'out.total{applicant=total}', from: in.new}\n  - {to: in.old, reason: 没有}\n");
  folder.write(
      "province/mappings.yaml",
      "mappings:\n  - {id: ours, to: 'out.total{applicant=total}', from: in.new + in.old, fidelity: approximate}\n"
      "  - {override: in.old, lock: true}\n");
  const auto rules = folder.rules("province");
  BOOST_TEST_REQUIRE(rules->mappings().size() == 3U);
  BOOST_TEST(rules->mappings()[0].id == "province/ours");
  BOOST_TEST(rules->mappings()[1].id == "national/out.total{applicant=total}");
  BOOST_TEST(to_string(rules->mappings()[1].to) == "out.total{applicant=total}");
  BOOST_TEST(rules->mappings()[2].lock.has_value());
  BOOST_TEST((rules->mappings()[2].from == nullptr));
  BOOST_TEST(rules->mappings()[2].note.zh == "没有");
}

BOOST_AUTO_TEST_CASE(concepts_are_added_under_the_packs_own_prefix) {
  ThreePacks folder;
  folder.write("province/concepts.yaml", R"(dimensions:
  applicant: {farmer: 农户}
concepts:
  province.calls: [次, 电话数, [P]]
names: {in.new: 收件数}
)");
  const auto rules = folder.rules("province");
  BOOST_TEST_REQUIRE((rules->concepts().find("province.calls") != nullptr));
  BOOST_TEST(rules->concepts().find("in.new")->name == "收件数");
  BOOST_TEST(rules->vocabulary().member_name("applicant", "farmer") == "农户");
  folder.write(
      "province/concepts.yaml",
      "dimensions:\n  applicant: {total: 全部}\nconcepts:\n  calls.x: [次, 电话数, [P]]\n  in.new: [件, x, []]\n");
  BOOST_TEST(folder.codes("province") ==
             "province:2 member-twice province:4 foreign-concept province:5 foreign-concept");
}

BOOST_AUTO_TEST_CASE(labels_and_words_are_added_moved_and_removed) {
  ThreePacks folder;
  folder.write("national/vocabulary.yaml",
               "labels:\n  甲: [甲一, 甲二]\n  乙: [乙一]\nissuers:\n  清河市人民政府: [清河市政府]\n");
  folder.write("province/vocabulary.yaml",
               "labels:\n  甲: [甲三]\n  乙: [甲二]\nremove-labels: [乙一]\nissuers:\n  清河市人民政府: [市政府]\n");
  folder.write("national/prose.yaml", "words:\n  receive: [收到]\n");
  folder.write("province/prose.yaml", "words:\n  receive: [接到]\n  give: [给]\n");
  const auto rules = folder.rules("province");
  const auto canonical = [&](const char* label) {
    return std::string(rules->vocabulary().canonical_label(label_key(label).key));
  };
  BOOST_TEST(canonical("甲一") == "甲");
  BOOST_TEST(canonical("甲二") == "乙");
  BOOST_TEST(canonical("甲三") == "甲");
  BOOST_TEST(canonical("乙一") == label_key("乙一").key);
  BOOST_TEST(rules->issuers()[0].aliases.size() == 2U);
  BOOST_TEST_REQUIRE(rules->prose().words.size() == 2U);
  BOOST_TEST(rules->prose().words[0].words.size() == 2U);
}

BOOST_AUTO_TEST_CASE(packs_in_force_are_chosen_by_place_year_and_format) {
  ThreePacks folder;
  folder.write("forms/pack.yaml",
               "id: forms\nversion: \"1\"\ntitle: x\nextends: national\napplies-to: {formats: [a, b]}\n");
  folder.write("asked/pack.yaml", "id: asked\nversion: \"1\"\ntitle: x\nextends: province\n");
  folder.write("named/pack.yaml",
               "id: named\nversion: \"1\"\ntitle: x\nextends: national\napplies-to: {jurisdictions: [云溪县]}\n");
  const auto store = folder.store();
  const auto chosen = [&](RuleQuery query) {
    std::string text;
    const auto rules = store->effective(query);
    for (const auto& pack : rules.value()->packs()) {
      text += (text.empty() ? "" : " ") + pack.id + "@" + pack.version;
    }
    return text;
  };
  RuleQuery query;
  BOOST_TEST(chosen(query) == "national@1.0");
  query.jurisdiction_code = "910000";
  BOOST_TEST(chosen(query) == "national@1.0 province@2.0");
  query.jurisdiction_code = "910102";
  query.year = 2018;
  BOOST_TEST(chosen(query) == "national@1.0 province@2.0");
  query.year = 2019;
  BOOST_TEST(chosen(query) == "national@1.0 province@2.0 city@3.0");
  query.year = 0;
  query.format = "b";
  BOOST_TEST(chosen(query) == "national@1.0 forms@1 province@2.0 city@3.0");
  query.format = "c";
  BOOST_TEST(chosen(query) == "national@1.0 province@2.0 city@3.0");
  query.target = "a";
  BOOST_TEST(chosen(query) == "national@1.0 forms@1 province@2.0 city@3.0");
  RuleQuery asked;
  asked.packs = {"asked"};
  asked.jurisdiction = "云溪县";
  BOOST_TEST(chosen(asked) == "national@1.0 named@1 province@2.0 asked@1");
}

BOOST_AUTO_TEST_CASE(packs_that_cannot_be_used_are_said) {
  ThreePacks folder;
  folder.write("circle/pack.yaml", "id: circle\nversion: \"1\"\ntitle: x\nextends: circle\n");
  folder.write("orphan/pack.yaml", "id: orphan\nversion: \"1\"\ntitle: x\nextends: provinc\n");
  auto store = folder.store();
  const auto error = [&](const std::string& pack) {
    RuleQuery query;
    query.packs = {pack};
    const auto result = store->effective(query);
    return result.error().code + ": " + result.error().message.en + " " + result.error().hint.en;
  };
  BOOST_TEST(error("circle") == "pack-cycle: Pack circle extends itself in a circle ");
  BOOST_TEST(error("orphan") == "unknown-pack: There is no rule pack \"provinc\" (orphan) Did you mean province?");
  BOOST_TEST(error("nowhere").find("unknown-pack: There is no rule pack \"nowhere\".") == 0U);
  folder.write("wrong/pack.yaml", "id: other\ntitle: x\napplies-to: {jurisdictions: [\"123\"], years: soon}\n");
  store = folder.store();
  std::string codes;
  for (const auto& fault : store->faults()) {
    codes += fault.code + " ";
  }
  BOOST_TEST(codes == "missing-key id-not-folder bad-code bad-years ");
  BOOST_TEST(store->lint("wrong").size() == 4U);
}

BOOST_AUTO_TEST_CASE(the_first_folder_of_the_search_path_wins) {
  const ThreePacks first;
  ThreePacks second;
  second.write("province/pack.yaml", "id: province\nversion: \"9\"\ntitle: x\nextends: national\n");
  const auto store = RuleStore::load({first.path(), second.path(), "/nonexistent"});
  BOOST_TEST(store->packs().size() == 6U);
  RuleQuery query;
  query.packs = {"province"};
  BOOST_TEST(store->effective(query).value()->packs()[1].version == "2.0");
  BOOST_TEST(store->packs()[5].shadowed);
}

BOOST_AUTO_TEST_SUITE_END()
