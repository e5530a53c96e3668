#include <boost/test/unit_test.hpp>

#include <boost/json.hpp>
#include <nianbao/rule_listing.hpp>
#include <nianbao/template_loader.hpp>

#include "paths.hpp"
#include "rules_support.hpp"
#include "text/code_point.hpp"

using namespace nianbao;
using nianbao::test::NationalFolder;

namespace {

constexpr const char* kOldForm = R"(id: old
title: {zh: 旧表, en: Old form}
family: standard
in-force: ..2018
basis: x
sections: [{kind: proactive, number: 一, heading: 表, forms: [t]}]
forms:
  - id: t
    title: {zh: 表, en: Table}
    blocks:
      - columns: [{label: 数}]
        rows:
          - {label: 公开, concept: out.granted, dims: {applicant: total}}
          - {label: 秘密, concept: out.denied.secret, dims: {applicant: total}}
          - {label: 制发, concept: texts.made}
)";
constexpr const char* kNewForm = R"(id: new
title: {zh: 新表, en: New form}
family: standard
in-force: 2019..
basis: x
sections: [{kind: proactive, number: 一, heading: 表, forms: [t]}]
forms:
  - id: t
    title: {zh: 表, en: Table}
    blocks:
      - columns:
          - {label: 自然人, dims: {applicant: person}}
          - {label: 企业, dims: {applicant: company}}
          - {label: 总计, dims: {applicant: total}}
        rows:
          - {label: 新收, concept: in.new}
          - {label: 公开, concept: out.granted}
          - {label: 不公开, concept: out.denied}
)";

struct Fixture {
  Fixture() {
    folder.write("national/mappings.yaml", R"(mappings:
  - to: out.denied{applicant=total}
    from: out.denied.secret{applicant=total}
    when: known(texts.made)
    fidelity: approximate
    note: {zh: 只有秘密一项, en: secrets only}
  - id: never
    to: out.denied{applicant=total}
    from: out.denied.private{applicant=total}
  - to: in.new
    each: applicant
    reason: {zh: 旧表没有新收, en: the old form does not say}
)");
    store = folder.store();
    rules = store->effective({}).value();
    templates = load_templates({{"old.yaml", kOldForm}, {"new.yaml", kNewForm}});
    BOOST_TEST_REQUIRE(templates.faults.empty());
  }

  NationalFolder folder;
  std::shared_ptr<const RuleStore> store;
  std::shared_ptr<const RuleSet> rules;
  TemplateSet templates;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(listing)

BOOST_FIXTURE_TEST_CASE(the_table_of_a_pair_says_what_fills_every_cell, Fixture) {
  const auto& old_form = *templates.templates[0];
  const auto& new_form = *templates.templates[1];
  const auto table = mapping_table(*rules, old_form, new_form, {&old_form, &new_form});
  BOOST_TEST(mapping_text(*rules, table, Language::zh) ==
             R"(目标指标                                名称    对应程度  取自
in.new{applicant=person|company|total}  新收    无        旧表没有新收
out.granted{applicant=person|company}   公开    无        没有对应关系，留空
out.granted{applicant=total}            公开    同一指标
out.denied{applicant=person|company}    不公开  无        没有对应关系，留空
out.denied{applicant=total}             不公开  近似对应  out.denied.secret{applicant=total}
                                                          条件：known(texts.made)
                                                          只有秘密一项
)");
  const auto json = boost::json::parse(mapping_json(table)).as_object();
  BOOST_TEST(json.at("rows").as_array().size() == 5U);
  BOOST_TEST(json.at("rows").at(4).at("line").at("id").as_string() == "national/out.denied{applicant=total}");
}

BOOST_FIXTURE_TEST_CASE(rules_in_force_are_listed_with_their_places, Fixture) {
  folder.write("province/pack.yaml",
               "id: province\nversion: \"2\"\ntitle: {zh: 青林省, en: Qinglin}\nextends: national\n"
               "applies-to: {jurisdictions: [\"91\"], years: 2019..}\n");
  folder.write("national/checks.yaml",
               "checks:\n  - {id: a, assert: in.new == in.old, basis: 表头}\n  - {id: b, assert: 1 == 1, basis: x}\n");
  folder.write("province/checks.yaml", "checks:\n  - {disable: b, reason: {zh: 不适用, en: not here}}\n");
  folder.write("province/vocabulary.yaml", "labels:\n  甲: [乙]\n");
  const auto packs = folder.store();
  RuleQuery query;
  query.packs = {"province"};
  const auto set = packs->effective(query).value();
  const auto text = folder.relative(rules_text(*set, Language::en));
  BOOST_TEST(text.find("Packs: national 1.0 → province 2\n") == 0U);
  BOOST_TEST(
      text.find(
          "  national/a  national/checks.yaml:2  error \n      in.new == in.old\n      basis: 表头 (inferred)\n") !=
      std::string::npos);
  BOOST_TEST(text.find("Disabled (1)\n  national/b  province/checks.yaml:2  province not here\n") != std::string::npos);
  BOOST_TEST(text.find("  甲  province/vocabulary.yaml:2  乙\n") != std::string::npos);
  BOOST_TEST(text.find("in.new              national/concepts.yaml:24  新收 [件]\n") != std::string::npos, text);
  const auto list = folder.relative(packs_text(*packs, Language::zh));
  BOOST_TEST(list.find("national  1.0   全国    -         始终启用    national\n") != std::string::npos, list);
  BOOST_TEST(list.find("province  2     青林省  national  91; 2019..  province\n") != std::string::npos, list);
  const auto json = boost::json::parse(rules_json(*set)).as_object();
  BOOST_TEST(json.at("checks").as_array().size() == 1U);
  BOOST_TEST(json.at("disabled").at(0).at("id").as_string() == "national/b");
  BOOST_TEST(boost::json::parse(packs_json(*packs)).at("packs").as_array().size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(shipped)

BOOST_AUTO_TEST_CASE(packs_have_no_faults) {
  const auto store = RuleStore::load({test::bundle_path("rules")});
  BOOST_TEST(store->faults().empty());
  BOOST_TEST(store->packs().size() >= 4U);
  for (const auto& pack : store->packs()) {
    for (const auto& fault : store->lint(pack.id)) {
      BOOST_ERROR(to_string(fault, Language::en));
    }
  }
}

/// Chinese in an English text outside of quotation marks and brackets, where a label or a title may be quoted.
bool says_chinese(const std::string& text) {
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const auto* end = at + text.size();
  const std::u32string_view opening = U"“《（(";
  const std::u32string_view closing = U"”》）)";
  for (int depth = 0; at != end;) {
    const char32_t c = decode_utf8(at, end);
    depth += opening.find(c) != std::u32string_view::npos ? 1 : 0;
    depth -= closing.find(c) != std::u32string_view::npos ? 1 : 0;
    if (depth == 0 && c >= 0x3400 && c <= 0x9FFF) {
      return true;
    }
  }
  return false;
}

void expect_english(const Message& text, const std::string& of) {
  if (!text.zh.empty()) {
    BOOST_TEST(!text.en.empty(), of);
    BOOST_TEST(!says_chinese(text.en), of + ": " + text.en);
  }
}

BOOST_AUTO_TEST_CASE(every_text_for_people_is_in_english_too) {
  const auto store = RuleStore::load({test::bundle_path("rules")});
  RuleQuery query;
  for (const auto& pack : store->packs()) {
    query.packs.push_back(pack.id);
    expect_english(pack.title, pack.id);
  }
  const auto rules = store->effective(query).value();
  for (const auto& rule : rules->checks()) {
    expect_english(rule.message, rule.id);
    expect_english(rule.basis, rule.id);
  }
  for (const auto& rule : rules->mappings()) {
    expect_english(rule.note, rule.id);
    expect_english(rule.basis, rule.id);
  }
  for (const auto& heading : rules->headings()) {
    expect_english(heading.basis, heading.id);
  }
  for (const auto& label : rules->labels()) {
    expect_english(label.basis, label.label);
  }
  for (const auto& pattern : rules->prose().patterns) {
    expect_english(pattern.basis, pattern.id);
  }
  for (const auto* info : rules->concepts().concepts()) {
    BOOST_TEST(info->name_en != info->id);
    expect_english(*rules->concept_basis(info->id), std::string(info->id));
    expect_english({std::string(info->name), std::string(info->name_en)}, std::string(info->id));
  }
  for (const auto& dimension : rules->concepts().dimensions()) {
    for (const auto& member : dimension.members) {
      expect_english(member.name, std::string(dimension.name));
    }
  }
  BOOST_TEST(says_chinese("basis: 推定"));
  BOOST_TEST(!says_chinese("a part (其中) of “总计”"));
}

BOOST_AUTO_TEST_CASE(a_place_given_by_name_has_the_packs_of_its_province) {
  const auto store = RuleStore::load({test::bundle_path("rules")});
  for (const auto& [place, pack] :
       {std::pair{"孝义市", "shanxi"}, {"福建省平潭综合实验区", "fujian"}, {"云溪县", "national"}}) {
    RuleQuery query;
    query.jurisdiction = place;
    BOOST_TEST(store->effective(query).value()->packs().back().id == pack, place);
  }
}

BOOST_AUTO_TEST_SUITE_END()
