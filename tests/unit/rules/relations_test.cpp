#include <boost/test/unit_test.hpp>

#include "rules_support.hpp"

using namespace nianbao;
using nianbao::test::compile;

namespace {

std::vector<ConceptKey> keys() {
  std::vector<ConceptKey> result;
  for (const auto* member : {"total", "person", "company"}) {
    for (const auto* id : {"in.new", "in.old", "out.granted", "out.denied.secret", "out.denied.private", "out.total"}) {
      result.push_back({id, {{"applicant", member}}});
    }
  }
  result.push_back({"texts.made", {}});
  return result;
}

CheckRule check(const std::string& assertion, std::vector<std::string> each = {}) {
  CheckRule rule;
  rule.id = "national/x";
  rule.each = std::move(each);
  rule.assertion = compile(assertion);
  return rule;
}

std::string text(const Relation& relation) {
  std::string result;
  for (const auto& term : relation.terms) {
    result += (term.coefficient < 0 ? "-" : "+") +
              (term.coefficient == 1 || term.coefficient == -1 ? "" : std::to_string(std::abs(term.coefficient))) +
              to_string(term.key) + " ";
  }
  return result + (relation.comparison == Comparison::equal ? "= 0" : "<= 0");
}

std::vector<std::string> relations(const CheckRule& rule, Conditional conditional = Conditional::left_out) {
  const KeyList list(keys());
  std::vector<std::string> result;
  for (const auto& relation : relations_for(rule, list, {}, conditional)) {
    BOOST_TEST(relation.rule == rule.id);
    result.push_back(text(relation));
  }
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(relations_of_checks)

BOOST_AUTO_TEST_CASE(one_relation_for_each_round_with_cells) {
  const auto found = relations(check("in.new + in.old == out.total", {"applicant"}));
  BOOST_TEST_REQUIRE(found.size() == 3U);
  BOOST_TEST(found[1] == "+in.new{applicant=person} +in.old{applicant=person} -out.total{applicant=person} = 0");
}

BOOST_AUTO_TEST_CASE(groups_and_sets_are_written_out) {
  BOOST_TEST(relations(check("out.total == out.granted + out.denied", {"applicant"}))[0] ==
             "+out.total{applicant=total} -out.granted{applicant=total} -out.denied.private{applicant=total} "
             "-out.denied.secret{applicant=total} = 0");
  auto rule = check("concept{applicant=total} == sum(concept{applicant=*})", {"concept"});
  rule.concepts = {"in.*"};
  const auto found = relations(rule);
  BOOST_TEST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0] == "+in.new{applicant=total} -in.new{applicant=person} -in.new{applicant=company} = 0");
}

BOOST_AUTO_TEST_CASE(inequalities_point_one_way) {
  BOOST_TEST(relations(check("in.new{applicant=total} >= in.old{applicant=total}"))[0] ==
             "-in.new{applicant=total} +in.old{applicant=total} <= 0");
  BOOST_TEST(relations(check("texts.made + texts.made <= texts.made"))[0] == "+texts.made <= 0");
}

BOOST_AUTO_TEST_CASE(what_is_not_linear_or_has_no_cells_gives_none) {
  for (const auto* assertion : {"in.new * 2 == in.old", "in.new == 3", "in.new == previous:in.new", "in.new != in.old",
                                "known(in.new)", "if known(in.new) then in.new == in.old"}) {
    BOOST_TEST(relations(check(assertion, {"applicant"})).empty(), assertion);
  }
  BOOST_TEST(relations(check("in.new == in.old")).empty());
  auto conditional = check("in.new == in.old", {"applicant"});
  conditional.when = compile("known(texts.made)");
  BOOST_TEST(relations(conditional).empty());
}

BOOST_AUTO_TEST_CASE(a_sum_on_condition_that_its_own_figures_are_known_holds_where_all_are) {
  auto conditional = check("in.new == in.old + out.granted", {"applicant"});
  conditional.when = compile("known(in.old) and known(out.granted)");
  BOOST_TEST(relations(conditional, Conditional::on_own_figures).size() == 3U);
  for (const auto* other : {"known(texts.made)", "not known(in.old)", "known(in.old) or known(out.granted)",
                            "known(previous:in.old)"}) {
    conditional.when = compile(other);
    BOOST_TEST(relations(conditional, Conditional::on_own_figures).empty(), other);
  }
}

BOOST_AUTO_TEST_SUITE_END()
