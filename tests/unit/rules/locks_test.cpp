// A lock holds for every kind of entry that a pack further down might change.
#include <boost/test/unit_test.hpp>

#include "three_packs.hpp"

using nianbao::test::ThreePacks;

namespace {

/// The faults where `national` locks and `city` changes: what the lock stands in is said, too.
std::string refused(const std::string& file, const std::string& national, const std::string& city) {
  ThreePacks folder;
  folder.write("national/" + file, (file == "units.yaml"      ? nianbao::test::kUnits
                                    : file == "concepts.yaml" ? nianbao::test::kConcepts
                                                              : std::string()) +
                                       national);
  folder.write("city/" + file, city);
  std::string text;
  for (const auto& fault : folder.store()->lint("city")) {
    const bool says_where = fault.message.en.find(folder.path() + "/national/" + file + ":") != std::string::npos;
    text += (text.empty() ? "" : " ") + fault.where.pack + ":" + std::to_string(fault.where.line) + " " + fault.code +
            (says_where ? "" : " without place");
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(locks)

BOOST_AUTO_TEST_CASE(items_with_an_id) {
  BOOST_TEST(refused("checks.yaml", "checks: [{id: a, assert: 1 == 1, basis: b, lock: true}]\n",
                     "checks:\n  - {override: a, tolerance: 1}\n  - disable: a\n") == "city:2 locked city:3 locked");
  BOOST_TEST(refused("prose.yaml", "patterns: [{id: a, pattern: 收到, lock: true}]\n",
                     "patterns:\n  - {override: a, pattern: 接到}\n") == "city:2 locked");
  BOOST_TEST(refused("sections.yaml", "sections: [{id: a, kind: fees, phrases: [收费], lock: true}]\n",
                     "sections:\n  - {override: a, kind: requests}\n") == "city:2 locked");
  BOOST_TEST(refused("mappings.yaml", "mappings: [{to: in.old, from: in.new, lock: true}]\n",
                     "mappings:\n  - disable: in.old\n") == "city:2 locked");
}

BOOST_AUTO_TEST_CASE(a_line_before_a_locked_mapping) {
  const std::string locked = "mappings: [{to: in.old, from: in.new, to-formats: [A], lock: true}]\n";
  BOOST_TEST(refused("mappings.yaml", locked, "mappings:\n  - {id: own, to: in.old, from: out.total}\n") ==
             "city:2 locked");
  BOOST_TEST(refused("mappings.yaml", locked,
                     "mappings:\n  - {id: own, to: in.old, from: out.total, to-formats: [B]}\n") == "");
}

BOOST_AUTO_TEST_CASE(phrases_of_a_locked_heading) {
  const std::string locked = "sections: [{id: a, kind: fees, phrases: [收费情况], years: 2014.., lock: true}]\n";
  BOOST_TEST(refused("sections.yaml", locked, "sections:\n  - {id: own, kind: requests, phrases: [收费 情况]}\n") ==
             "city:2 locked");
  BOOST_TEST(refused("sections.yaml", locked,
                     "sections:\n  - {id: own, kind: requests, phrases: [收费情况], years: ..2013}\n"
                     "  - {id: more, kind: fees, phrases: [收费情况]}\n") == "");
}

BOOST_AUTO_TEST_CASE(labels_and_issuers) {
  BOOST_TEST(refused("vocabulary.yaml", "labels: {甲: [甲一]}\nlock-labels: [甲]\n",
                     "remove-labels: [甲一]\nlabels:\n  甲: [甲二]\n  乙: [甲一]\n") ==
             "city:1 locked city:3 locked city:4 locked");
  BOOST_TEST(refused("vocabulary.yaml", "issuers: {清河市人民政府: [清河]}\nlock-issuers: [清河市人民政府]\n",
                     "issuers:\n  清河市人民政府: [市府]\n") == "city:2 locked");
}

BOOST_AUTO_TEST_CASE(units) {
  BOOST_TEST(refused("units.yaml", "lock-units: [cases, money]\n",
                     "remove-units: [cases]\ncounters:\n  cases: [单]\n  persons: [位]\n"
                     "measures:\n  money: {元: 10}\n") == "city:1 locked city:3 locked city:6 locked");
}

BOOST_AUTO_TEST_CASE(names_of_concepts) {
  BOOST_TEST(refused("concepts.yaml", "lock-names: [in.new]\n", "names:\n  in.new: 收件\n  in.old: 旧件\n") ==
             "city:2 locked");
}

BOOST_AUTO_TEST_CASE(word_lists_and_structure_sentences) {
  BOOST_TEST(refused("prose.yaml", "words: {receive: [收到]}\nlock-words: [receive]\n",
                     "words:\n  receive: [接到]\n") == "city:2 locked");
  BOOST_TEST(refused("narrative.yaml", "structure-sentences: [见附件]\nlock-structure-sentences: [见附件]\n",
                     "remove-structure-sentences: [见附件]\n") == "city:1 locked");
}

BOOST_AUTO_TEST_CASE(what_is_not_there_cannot_be_locked) {
  BOOST_TEST(refused("units.yaml", "", "lock-units: [monney]\n") == "city:1 unknown-lock without place");
  BOOST_TEST(refused("concepts.yaml", "", "lock-names: [in.nwe]\n") == "city:1 unknown-lock without place");
  BOOST_TEST(refused("prose.yaml", "words: {give: [给]}\n", "lock-words: [receive]\npatterns: []\n") == "city:1 unknown-lock without place");
}

BOOST_AUTO_TEST_CASE(a_pack_may_change_what_it_locks_itself) {
  ThreePacks folder;
  folder.write("province/units.yaml", "counters: {cases: [单]}\nlock-units: [cases]\n");
  folder.write("province/concepts.yaml", "names: {in.new: 收件}\nlock-names: [in.new]\n");
  BOOST_TEST(folder.codes("city") == "");
  BOOST_TEST(folder.rules("city")->concepts().find("in.new")->name == "收件");
}

BOOST_AUTO_TEST_CASE(units_are_added_to_changed_and_removed) {
  ThreePacks folder;
  folder.write("province/units.yaml",
               "remove-units: [persons]\ncounters: {cases: [单]}\nmeasures: {money: {千元: 1000}}\n");
  const auto rules = folder.rules("province");
  const auto& units = rules->concepts();
  BOOST_TEST((units.unit_shift("单", "件") == 0));
  BOOST_TEST((units.unit_shift("千元", "元") == 3));
  BOOST_TEST((units.unit_kind("名") == nianbao::UnitKind::unknown));
  folder.write("city/units.yaml", "remove-units: [persns]\n");
  BOOST_TEST(folder.codes("city") == "city:1 unknown-id");
}

BOOST_AUTO_TEST_SUITE_END()
