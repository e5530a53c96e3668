#include <boost/test/unit_test.hpp>

#include "rules_support.hpp"

using namespace nianbao;
using nianbao::test::compile;
using nianbao::test::evaluate;
using nianbao::test::Figures;
using nianbao::test::outcome;

BOOST_AUTO_TEST_SUITE(evaluating)

BOOST_AUTO_TEST_CASE(figures_are_exact) {
  const Figures source{{"in.new", "123456789012345678901234567890.5"}, {"in.old", "0.5"}};
  BOOST_TEST(evaluate("in.new + in.old", source) == "123456789012345678901234567891");
  BOOST_TEST(evaluate("in.old / 4 * 8 == 1", source) == "true");
  BOOST_TEST(evaluate("1 / 3 * 3 == 1", source) == "true");
  BOOST_TEST(evaluate("1 / 3", source) == "no decimal");
  BOOST_TEST(evaluate("round(1 / 3, 2)", source) == "0.33");
  BOOST_TEST(evaluate("round(2.5, 0) + round(-2.5, 0)", source) == "0");
  BOOST_TEST(evaluate("round(1250, -2)", source) == "1300");
  BOOST_TEST(evaluate("abs(-3) + max(1, 5, 2) + min(4, 2)", source) == "10");
}

BOOST_AUTO_TEST_CASE(what_needs_a_blank_is_not_assessable) {
  const Figures source{{"in.new", "5"}, {"in.old", "blank"}, {"out.granted", "dash"}, {"out.total", "open"}};
  BOOST_TEST(evaluate("in.new + in.old == 5", source) == "lacking in.old");
  BOOST_TEST(evaluate("in.old + out.granted + out.total + texts.made", source) ==
             "lacking in.old out.granted out.total texts.made");
  BOOST_TEST(evaluate("not in.old == 5", source) == "lacking in.old");
}

BOOST_AUTO_TEST_CASE(logic_needs_only_what_decides) {
  const Figures source{{"in.new", "5"}, {"in.old", "blank"}};
  BOOST_TEST(evaluate("in.new == 5 or in.old == 1", source) == "true");
  BOOST_TEST(evaluate("in.old == 1 or in.new == 5", source) == "true");
  BOOST_TEST(evaluate("in.new == 4 and in.old == 1", source) == "false");
  BOOST_TEST(evaluate("in.old == 1 and in.new == 4", source) == "false");
  BOOST_TEST(evaluate("in.old == 1 and in.new == 5", source) == "lacking in.old");
  BOOST_TEST(evaluate("if in.old == 1 then in.new == 5", source) == "true");
  BOOST_TEST(evaluate("if in.old == 1 then in.new == 4", source) == "lacking in.old");
  BOOST_TEST(evaluate("if in.new == 4 then in.old == 1", source) == "true");
}

BOOST_AUTO_TEST_CASE(blank_known_and_count_are_always_assessable) {
  const Figures source{
      {"in.new", "5"}, {"in.old", "blank"}, {"out.denied.secret", "1"}, {"out.denied.private", "blank"}};
  BOOST_TEST(evaluate("known(in.new) and not known(in.old) and not known(out.total)", source) == "true");
  BOOST_TEST(evaluate("blank(in.old) and not blank(in.new) and not blank(out.total)", source) == "true");
  BOOST_TEST(evaluate("known(out.denied.*)", source) == "false");
  BOOST_TEST(evaluate("count(out.denied.*)", source) == "1");
  BOOST_TEST(evaluate("count(in.new, in.old, out.denied.*)", source) == "2");
  BOOST_TEST(evaluate("known(texts.*)", source) == "false");
}

BOOST_AUTO_TEST_CASE(sets_are_sums) {
  const Figures source{{"out.denied.secret", "2"}, {"out.denied.private", "3"}, {"out.granted", "4"}};
  BOOST_TEST(evaluate("out.denied.*", source) == "5");
  BOOST_TEST(evaluate("sum(out.denied.*)", source) == "5");
  BOOST_TEST(evaluate("out.**", source) == "9");
  BOOST_TEST(evaluate("sum(out.denied.*, out.granted)", source) == "9");
  BOOST_TEST(evaluate("max(out.denied.*)", source) == "3");
  BOOST_TEST(evaluate("min(out.denied.*, 1)", source) == "1");
  BOOST_TEST(evaluate("texts.*", source) == "lacking texts.*");
}

BOOST_AUTO_TEST_CASE(sums_over_members_leave_totals_out) {
  const Figures source{{"in.new{applicant=total}", "7"},
                       {"in.new{applicant=person}", "3"},
                       {"in.new{applicant=company}", "4"},
                       {"in.old{route=court}", "9"},
                       {"in.old{route=review}", "1"}};
  BOOST_TEST(evaluate("in.new{applicant=*}", source) == "7");
  BOOST_TEST(evaluate("in.new{applicant=total} == sum(in.new{applicant=*})", source) == "true");
  BOOST_TEST(evaluate("in.old{route=*}", source) == "10");
}

BOOST_AUTO_TEST_CASE(a_group_is_what_is_stated_or_the_sum_of_its_members) {
  const Figures members{{"out.denied.secret", "2"}, {"out.denied.private", "3"}, {"out.granted", "4"}};
  BOOST_TEST(evaluate("out.denied", members) == "5");
  BOOST_TEST(evaluate("out.all", members) == "9");
  BOOST_TEST(evaluate("known(out.all)", members) == "true");
  const Figures stated{{"out.denied", "6"}, {"out.denied.secret", "2"}, {"out.granted", "4"}};
  BOOST_TEST(evaluate("out.all", stated) == "10");
  const Figures blank{{"out.denied", "blank"}, {"out.denied.secret", "2"}};
  BOOST_TEST(evaluate("out.denied", blank) == "lacking out.denied");
  const Figures with_dims{{"out.denied.secret{applicant=person}", "2"}};
  BOOST_TEST(evaluate("out.denied{applicant=person}", with_dims) == "2");
  BOOST_TEST(evaluate("known(out.denied{applicant=company})", with_dims) == "false");
}

BOOST_AUTO_TEST_CASE(a_total_without_a_cell_is_computed_only_where_asked_for) {
  const Figures source{{"in.new{applicant=person}", "3"}, {"in.new{applicant=company}", "4"}};
  EvaluateOptions computed;
  computed.totals = Totals::computed;
  BOOST_TEST(evaluate("in.new{applicant=total}", source) == "lacking in.new{applicant=total}");
  BOOST_TEST(evaluate("in.new{applicant=total}", source, {}, computed) == "7");
  BOOST_TEST(evaluate("known(in.new{applicant=total})", source, {}, computed) == "true");
  const Figures blank{{"in.new{applicant=total}", "blank"}, {"in.new{applicant=person}", "3"}};
  BOOST_TEST(evaluate("in.new{applicant=total}", blank, {}, computed) == "lacking in.new{applicant=total}");
  const Figures part{{"in.new{applicant=person}", "3"}};
  BOOST_TEST(evaluate("in.new{applicant=total}", part, {}, computed) == "lacking in.new{applicant=company}");
}

BOOST_AUTO_TEST_CASE(a_round_gives_dimensions_and_the_concept) {
  const Figures source{{"in.new{applicant=person}", "3"}, {"in.old{applicant=person}", "2"}, {"out.total", "9"}};
  Binding person{{{"applicant", "person"}}, "in.old", {"applicant"}};
  BOOST_TEST(evaluate("in.new + in.old", source, person) == "5");
  BOOST_TEST(evaluate("concept", source, person) == "2");
  BOOST_TEST(evaluate("in.new <= out.total", source, person) == "true");
  BOOST_TEST(evaluate("in.new{applicant=total}", source, person) == "lacking in.new{applicant=total}");
  const Binding given{{{"instance", "2"}}, {}, {}};
  BOOST_TEST(evaluate("out.total", source, given) == "lacking out.total{instance=2}");
}

BOOST_AUTO_TEST_CASE(rounds_run_over_members_and_concepts) {
  const Figures source{{"in.new{applicant=person}", "3"}, {"out.total", "2"}, {"out.granted{applicant=total}", "1"}};
  const auto& catalog = test::plain_rules()->concepts();
  BOOST_TEST(rounds_of({}, {}, catalog, source).size() == 1U);
  BOOST_TEST(rounds_of({"applicant"}, {}, catalog, source).size() == 3U);
  BOOST_TEST(rounds_of({"span"}, {}, catalog, source).size() == 2U);
  BOOST_TEST(rounds_of({"applicant", "route"}, {}, catalog, source).size() == 12U);
  const auto rounds = rounds_of({"concept"}, {"in.new", "out.**"}, catalog, source, {{"instance", "2"}});
  BOOST_TEST(rounds.size() == 0U);
  const auto first = rounds_of({"concept"}, {"in.new", "out.**"}, catalog, source);
  BOOST_TEST_REQUIRE(first.size() == 3U);
  BOOST_TEST(first[0].concept_id == "in.new");
  BOOST_TEST(first[1].concept_id == "out.granted");
}

BOOST_AUTO_TEST_CASE(a_rule_without_any_cell_is_not_for_the_report) {
  const Figures source{{"in.new", "3"}};
  BOOST_TEST(compile("out.total == out.granted")->evaluate(source).not_applicable);
  BOOST_TEST(!compile("out.total == in.new")->evaluate(source).not_applicable);
}

BOOST_AUTO_TEST_CASE(last_years_and_units_figures) {
  const Figures last{{"in.new", "4"}};
  const Figures first{{"in.new", "1"}};
  const Figures second{{"in.new", "2"}};
  const std::vector<const ValueSource*> below{&first, &second};
  Figures source{{"in.new", "3"}};
  BOOST_TEST(evaluate("in.new - previous:in.new", source) == "no previous");
  BOOST_TEST(evaluate("in.new == units:in.new", source) == "no units");
  BOOST_TEST(evaluate("known(previous:in.new)", source) == "false");
  source.last_year = &last;
  source.below = &below;
  BOOST_TEST(evaluate("in.new - previous:in.new", source) == "-1");
  BOOST_TEST(evaluate("in.new == units:in.new", source) == "true");
  BOOST_TEST(evaluate("sum(units:in.new) + count(units:in.new)", source) == "5");
}

BOOST_AUTO_TEST_CASE(counts_compare_exactly_and_measures_as_intervals) {
  const Figures counts{{"in.new", "10"}, {"in.old", "11"}};
  BOOST_TEST(evaluate("in.new == in.old", counts) == "false");
  const Figures money{{"money.fee", "142800~100"}, {"money.small", "1428400000"}};
  BOOST_TEST(evaluate("money.fee == money.small", money) == "true");
  BOOST_TEST(evaluate("money.fee == 142850万元", money) == "true");
  BOOST_TEST(evaluate("money.fee == 142851万元", money) == "false");
  BOOST_TEST(evaluate("money.fee != 142851万元", money) == "true");
  BOOST_TEST(evaluate("money.fee < 14.2亿元", money) == "false");
  BOOST_TEST(evaluate("money.fee <= 142750万元", money) == "true");
  const Figures sum{{"money.fee", "1.23~0.01"}, {"money.small", "12350"}};
  BOOST_TEST(evaluate("money.fee + money.fee == 24649元", sum) == "true");
  BOOST_TEST(evaluate("money.fee + money.fee == 24701元", sum) == "false");
}

BOOST_AUTO_TEST_CASE(rounded_and_qualified_counts_are_intervals) {
  const Figures source{{"in.new", "180000~10000"}, {"in.old", "40+"}, {"out.granted", "6000-"}, {"out.total", "100?"}};
  BOOST_TEST(evaluate("in.new == 184321", source) == "true");
  BOOST_TEST(evaluate("in.new == 186000", source) == "false");
  BOOST_TEST(evaluate("in.old == 47", source) == "true");
  BOOST_TEST(evaluate("in.old == 39", source) == "false");
  BOOST_TEST(evaluate("out.granted == 5987", source) == "true");
  BOOST_TEST(evaluate("out.granted == 6001", source) == "false");
  BOOST_TEST(evaluate("out.total == 150 and out.total == 20", source) == "true");
}

BOOST_AUTO_TEST_CASE(tolerance_lets_a_comparison_miss) {
  const Figures source{{"in.new", "10"}, {"in.old", "11"}};
  EvaluateOptions options;
  options.tolerance = Decimal{1};
  BOOST_TEST(evaluate("in.new == in.old", source, {}, options) == "true");
  BOOST_TEST(evaluate("in.old <= in.new", source, {}, options) == "true");
  BOOST_TEST(evaluate("in.new == in.old + 1", source, {}, options) == "false");
}

BOOST_AUTO_TEST_CASE(money_converts_and_shares_are_plain_numbers) {
  const Figures source{{"money.fee", "2"}, {"money.small", "5000"}, {"in.new", "5"}, {"in.old", "100"}};
  BOOST_TEST(evaluate("money.fee + money.small", source) == "2.5");
  BOOST_TEST(evaluate("money.small + money.fee", source) == "25000");
  BOOST_TEST(evaluate("money.small / money.fee", source) == "0.25");
  BOOST_TEST(evaluate("in.new / in.old == 5%", source) == "true");
  BOOST_TEST(evaluate("in.new * 2 == 10件", source) == "true");
  BOOST_TEST(evaluate("3万 == 30000", source) == "true");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_computed_is_said) {
  const Figures source{{"in.new", "5"}, {"in.old", "0"}};
  BOOST_TEST(evaluate("in.new / in.old == 1", source) == "division by zero");
  BOOST_TEST(evaluate("in.new / (in.new - 5)", source) == "division by zero");
  std::string product = "in.new / 7";
  for (int i = 0; i < 600; ++i) {
    product = product + " * 999999999999999999999999999999999999";
    if (product.size() > 3900) {
      break;
    }
  }
  BOOST_TEST(evaluate(product, source) == "too large");
}

BOOST_AUTO_TEST_CASE(a_comparison_shows_its_sides_and_difference) {
  const Figures source{{"in.new", "10"}, {"in.old", "1"}, {"out.granted", "0"}, {"out.total", "0"}};
  const auto result = compile("out.total == in.new + in.old - out.granted")->evaluate(source);
  BOOST_TEST(outcome(result) == "false");
  BOOST_TEST(result.left->to_string() == "0");
  BOOST_TEST(result.right->to_string() == "11");
  BOOST_TEST(result.difference->to_string() == "-11");
  BOOST_TEST_REQUIRE(result.operands.size() == 4U);
  BOOST_TEST((result.operands[0].side == Operand::Side::left));
  BOOST_TEST((result.operands[1].side == Operand::Side::right));
  BOOST_TEST(result.operands[3].subtracted);
  const auto conditional = compile("if known(in.new) then in.old == 2")->evaluate(source);
  BOOST_TEST((conditional.operands[0].side == Operand::Side::none));
  BOOST_TEST((conditional.operands[1].side == Operand::Side::left));
}

BOOST_AUTO_TEST_CASE(the_step_of_a_sum_is_its_coarsest) {
  const Figures source{{"money.fee", "2~0.01"}, {"money.small", "50000~1000"}};
  const auto result = compile("money.fee + money.small")->evaluate(source);
  BOOST_TEST(result.value->to_string() == "7");
  BOOST_TEST(result.step->to_string() == "0.1");
}

BOOST_AUTO_TEST_CASE(one_evaluation_takes_a_bounded_number_of_figures) {
  const Figures unit{{"out.granted", "1"}, {"out.total", "1"}, {"out.denied.secret", "1"}};
  const std::vector<const ValueSource*> below(1000, &unit);
  Figures source{{"in.new", "3000"}};
  source.below = &below;
  BOOST_TEST(evaluate("units:out.granted", source) == "1000");
  BOOST_TEST(evaluate("units:out.**", source) == "too large");
}

BOOST_AUTO_TEST_SUITE_END()
