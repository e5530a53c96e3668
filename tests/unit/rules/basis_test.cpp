// What items of packs stand on.
#include <boost/test/unit_test.hpp>

#include <array>

#include <boost/json.hpp>
#include <nianbao/rule_listing.hpp>

#include "paths.hpp"
#include "three_packs.hpp"

using namespace nianbao;
using nianbao::test::ThreePacks;

namespace {

constexpr std::array<const char*, 6> kLists{"concepts", "labels", "headings", "checks", "mappings", "patterns"};

/// The bases of a list of `rules show --as json`, in its order; - where there is none.
std::string bases(const RuleSet& rules, const char* list) {
  const auto json = boost::json::parse(rules_json(rules));
  std::string text;
  for (const auto& item : json.at(list).as_array()) {
    const auto& basis = item.at("basis");
    text += (text.empty() ? "" : " ") + (basis.is_null() ? "-" : std::string(basis.at("zh").as_string()));
  }
  return text;
}

struct Fixture {
  Fixture() {
    folder.write("national/sections.yaml",
                 "basis: {zh: 文件, en: file}\nsections:\n  - {id: a, kind: fees, phrases: [甲]}\n"
                 "  - {id: b, kind: fees, phrases: [乙], basis: 自己}\n  - {id: c, kind: fees, phrases: [丙]}\n");
    folder.write("national/prose.yaml",
                 "basis: 文件\npatterns:\n  - {id: a, pattern: 收到, concept: in.new}\n"
                 "  - {id: b, pattern: 结转, concept: in.old, basis: 自己}\n");
    folder.write(
        "national/mappings.yaml",
        "basis: 文件\nmappings:\n  - {to: in.old, from: in.new}\n  - {to: out.total, from: out.all, basis: 自己}\n");
    folder.write("national/vocabulary.yaml", "basis: 文件\nlabels:\n  甲: [乙]\n");
    folder.write("province/concepts.yaml",
                 "basis: 文件\nconcepts:\n  province.a: [件, 甲, []]\n"
                 "  province.b: {unit: 件, name: 乙, basis: 自己}\n");
    folder.write("province/checks.yaml",
                 "basis: 文件\nchecks:\n  - {id: own, assert: in.new == 4}\n  - {override: first, severity: error}\n"
                 "  - {override: second, basis: 自己}\n");
  }
  ThreePacks folder;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(basis)

BOOST_FIXTURE_TEST_CASE(an_item_without_one_has_that_of_its_file, Fixture) {
  const auto rules = folder.rules("province");
  BOOST_TEST(bases(*rules, "headings") == "文件 自己 文件");
  BOOST_TEST(bases(*rules, "patterns") == "文件 自己");
  BOOST_TEST(bases(*rules, "mappings") == "文件 自己");
  BOOST_TEST(bases(*rules, "labels") == "文件");
  BOOST_TEST(bases(*rules, "concepts") == "- - - - - - - - - - - 文件 自己");
  BOOST_TEST(rules->headings()[0].basis.en == "file");
}

BOOST_FIXTURE_TEST_CASE(an_item_that_is_overridden_keeps_its_own, Fixture) {
  BOOST_TEST(bases(*folder.rules("province"), "checks") == "a 自己 c 文件");
}

BOOST_FIXTURE_TEST_CASE(a_check_without_any_is_a_fault, Fixture) {
  folder.write("city/checks.yaml", "checks:\n  - {id: bare, assert: in.new == 4}\n");
  BOOST_TEST(folder.codes("city") == "city:2 missing-key");
}

BOOST_FIXTURE_TEST_CASE(one_for_several_items_is_shown_once, Fixture) {
  const auto text = folder.relative(rules_text(*folder.rules("province"), Language::zh));
  const auto at = text.find("标题 (3)\n");
  BOOST_TEST_REQUIRE(at != std::string::npos, text);
  const auto part = text.substr(at, text.find("\n\n", at) - at);
  BOOST_TEST(part.find("标题 (3)\n  依据：文件\n  national/a ") == 0U, part);
  BOOST_TEST(part.find("\n  依据：自己\n  national/b ") != std::string::npos, part);
  BOOST_TEST(text.find("  依据：未写明\n") == std::string::npos, text);
}

BOOST_FIXTURE_TEST_CASE(a_rule_in_words_has_it, Fixture) {
  const auto rules = folder.rules("province");
  BOOST_TEST(rule_in_words(*rules, "national/a", Language::zh).find("\n依据：文件\n") != std::string::npos);
  BOOST_TEST(rule_in_words(*rules, "national/in.old", Language::en).find("\nbasis: 文件\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_item_of_the_shipped_packs_has_one) {
  const auto store = RuleStore::load({test::bundle_path("rules")});
  BOOST_TEST_REQUIRE(store->packs().size() >= 6U);
  for (const auto& pack : store->packs()) {
    RuleQuery query;
    query.packs = {pack.id};
    const auto json = boost::json::parse(rules_json(*store->effective(query).value()));
    for (const auto* list : kLists) {
      for (const auto& item : json.at(list).as_array()) {
        BOOST_TEST(!item.at("basis").is_null(), pack.id + " " + list + ": " + boost::json::serialize(item));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
