#include <boost/test/unit_test.hpp>

#include <memory>

#include "paths.hpp"
#include "pipeline/claims.hpp"

using namespace nianbao;
using nianbao::test::bundle_path;

namespace {

struct Formats {
  Formats() {
    old_.id = "standard-2019";
    new_.id = "standard-2021";
    derived.id = "qinglin-2021";
    derived.extends = "standard-2021";
    legacy.id = "legacy-2018";
    legacy.family = "legacy-table";
    for (Template* format : {&old_, &new_, &derived}) {
      format->family = "standard";
    }
    old_.in_force = {2019, 2020};
    new_.in_force = {2021, 0};
    for (Template* format : {&old_, &new_, &derived, &legacy}) {
      for (const char* id : {"table-2", "table-3", "table-4"}) {
        TemplateForm form;
        form.id = id;
        format->forms.push_back(form);
      }
    }
  }
  static FormClaim claim(const Template& format, int form, std::uint32_t block, std::uint32_t matched,
                         std::uint32_t foreign = 0) {
    FormClaim claim;
    claim.format = &format;
    claim.form = &format.forms[static_cast<std::size_t>(form)];
    claim.pieces = {{block, 0, 0, 0, 0}};
    claim.matched = matched;
    claim.foreign = foreign;
    claim.certainty = Certainty::certain;
    return claim;
  }
  [[nodiscard]] ClaimContext of(int year, std::string_view name = {}, std::string_view code = {}) const {
    return {year, {name, code}, divisions};
  }
  Template old_, new_, derived, legacy;
  Jurisdictions divisions{bundle_path() + "/rules/national/jurisdictions.tsv"};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(claims, Formats)

BOOST_AUTO_TEST_CASE(forms_two_generations_share_follow_the_skeleton) {
  const auto chosen = choose_claims(
      {claim(old_, 0, 1, 6, 2), claim(new_, 0, 1, 14), claim(old_, 2, 5, 18), claim(new_, 2, 5, 18)}, of(0));
  BOOST_REQUIRE(chosen.claims.size() == 2U);
  BOOST_TEST(chosen.claims[1].format->id == "standard-2021");
  BOOST_TEST(chosen.skeleton->id == "standard-2021");
}

BOOST_AUTO_TEST_CASE(a_form_with_one_row_of_the_older_generation_stays_with_the_report) {
  const auto chosen = choose_claims(
      {claim(new_, 0, 1, 20), claim(old_, 0, 1, 9, 6), claim(new_, 1, 3, 28, 1), claim(old_, 1, 3, 31)}, of(0));
  BOOST_REQUIRE(chosen.claims.size() == 2U);
  BOOST_TEST(chosen.claims[1].format->id == "standard-2021");
}

BOOST_AUTO_TEST_CASE(a_form_of_clearly_another_format_is_read_as_that) {
  const auto chosen = choose_claims({claim(new_, 0, 1, 20), claim(new_, 1, 3, 30), claim(legacy, 0, 9, 40)}, of(0));
  BOOST_REQUIRE(chosen.claims.size() == 3U);
  BOOST_TEST(chosen.claims[2].format->id == "legacy-2018");
  BOOST_TEST(chosen.skeleton->id == "standard-2021");
}

BOOST_AUTO_TEST_CASE(the_same_form_twice_counts_instances_in_document_order) {
  const auto chosen = choose_claims({claim(old_, 0, 7, 10), claim(old_, 0, 2, 12)}, of(0));
  BOOST_REQUIRE(chosen.claims.size() == 2U);
  BOOST_TEST(chosen.claims[0].pieces[0].block == 2U);
  BOOST_TEST(chosen.claims[0].instance == 1U);
  BOOST_TEST(chosen.claims[1].instance == 2U);
}

BOOST_AUTO_TEST_CASE(a_derived_format_wins_by_its_difference_or_where_it_applies) {
  BOOST_TEST(choose_claims({claim(new_, 0, 1, 20), claim(derived, 0, 1, 20)}, of(0)).skeleton->id == "standard-2021");
  BOOST_TEST(choose_claims({claim(new_, 0, 1, 20), claim(derived, 0, 1, 21)}, of(0)).skeleton->id == "qinglin-2021");
  const auto read_as = [&](const ClaimContext& context) {
    return std::string(choose_claims({claim(new_, 0, 1, 20), claim(derived, 0, 1, 20)}, context).skeleton->id);
  };
  derived.applies_to.jurisdictions = {"99"};
  BOOST_TEST(read_as(of(2022, "云溪县", "990123")) == "qinglin-2021");
  derived.applies_to.jurisdictions = {"140000"};
  BOOST_TEST(read_as(of(2022, "山西省太原市", "140100")) == "qinglin-2021");
  BOOST_TEST(read_as(of(2022, "甘肃省", "620000")) == "standard-2021");
  derived.applies_to.jurisdictions = {"山西省"};
  BOOST_TEST(read_as(of(2022, "太原市", "140100")) == "qinglin-2021");
  BOOST_TEST(read_as(of(2022, "甘肃省", "620000")) == "standard-2021");
  BOOST_TEST(read_as(of(2022)) == "standard-2021");
  derived.applies_to.jurisdictions = {"青林省"};  // no table has it
  BOOST_TEST(read_as(of(2022, "青林省云溪县")) == "qinglin-2021");
  derived.applies_to.jurisdictions = {"全国"};  // what is everybody's is nobody's in particular
  BOOST_TEST(read_as(of(2022, "太原市", "140100")) == "standard-2021");
}

BOOST_AUTO_TEST_CASE(only_a_tie_lets_the_year_decide) {
  const std::vector<FormClaim> tie{claim(old_, 2, 1, 18), claim(new_, 2, 1, 18)};
  BOOST_TEST(choose_claims(tie, of(2020)).skeleton->id == "standard-2019");
  BOOST_TEST(choose_claims(tie, of(2023)).skeleton->id == "standard-2021");
  BOOST_TEST(choose_claims({claim(old_, 0, 1, 18), claim(new_, 0, 1, 9)}, of(2023)).skeleton->id == "standard-2019");
}

BOOST_AUTO_TEST_CASE(rows_of_one_table_and_bytes_of_one_block_can_go_to_two_forms) {
  auto upper = claim(new_, 0, 1, 10);
  auto lower = claim(new_, 1, 1, 30);
  upper.pieces = {{1, 1, 9, 0, 0}};
  lower.pieces = {{1, 10, 40, 0, 0}};
  BOOST_TEST(choose_claims({upper, lower}, of(0)).claims.size() == 2U);
  upper.pieces = {{1, 0, 0, 0, 50}};
  lower.pieces = {{1, 0, 0, 50, 90}};
  BOOST_TEST(choose_claims({upper, lower}, of(0)).claims.size() == 2U);
  lower.pieces = {{1, 0, 0, 49, 90}};
  BOOST_TEST(choose_claims({upper, lower}, of(0)).claims.size() == 1U);
}

BOOST_AUTO_TEST_CASE(claims_that_explain_nothing_are_dropped) {
  const auto chosen = choose_claims({claim(new_, 0, 1, 3, 3)}, of(0));
  BOOST_TEST(chosen.claims.empty());
  BOOST_TEST(chosen.skeleton == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
