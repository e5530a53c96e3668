// Which fact fills which cell, and why the others do not.
#include <boost/test/unit_test.hpp>

#include "placing_support.hpp"

using namespace nianbao;
using namespace nianbao::test;

BOOST_FIXTURE_TEST_SUITE(placing, Placing)

BOOST_AUTO_TEST_CASE(the_same_concept_is_placed_exactly) {
  const auto fact = add_table(source, kReceived, 7);
  const auto result = convert_to();
  BOOST_TEST((entry_of(result, fact).fate == FactFate::placed));
  BOOST_TEST((entry_of(result, fact).fidelity == Fidelity::exact));
  BOOST_TEST(cell_of(result, kReceived).value == "7");
  BOOST_TEST(!cell_of(result, kReceived).from_prose);
  BOOST_TEST(result.report.year == 2018);
  BOOST_TEST(result.report.title == "清河市人民政府2018年政府信息公开工作年度报告");
}

BOOST_AUTO_TEST_CASE(a_blank_stays_a_blank) {
  const auto fact = add_blank(source, kReceived);
  const auto result = convert_to();
  BOOST_TEST((entry_of(result, fact).fate == FactFate::blank));
  BOOST_TEST((cell_of(result, kReceived).blank == BlankReason::source_blank));
}

BOOST_AUTO_TEST_CASE(a_lost_row_is_blank_in_the_source) {
  BOOST_TEST((cell_of(convert_to(), kReceived).blank == BlankReason::source_blank));
}

BOOST_AUTO_TEST_CASE(what_the_target_lacks_is_unplaced) {
  const auto fact = add_table(source, kTotal, 100);
  const auto result = convert_to();
  BOOST_TEST((entry_of(result, fact).fate == FactFate::unplaced));
  BOOST_TEST((cell_of(result, kInForce).blank == BlankReason::no_concept));
}

BOOST_AUTO_TEST_CASE(prose_that_repeats_a_table_is_the_same) {
  const auto table = add_table(source, kReceived, 7);
  const auto prose = add_prose(source, kReceived, 7);
  const auto result = convert_to();
  BOOST_TEST((entry_of(result, prose).fate == FactFate::same_as));
  BOOST_TEST(entry_of(result, prose).same_as == table);
}

BOOST_AUTO_TEST_CASE(a_table_wins_against_prose) {
  add_table(source, kReceived, 95);
  const auto prose = add_prose(source, kReceived, 17);
  const auto result = convert_to();
  BOOST_TEST(cell_of(result, kReceived).value == "95");
  BOOST_TEST((entry_of(result, prose).fate == FactFate::offered));
  BOOST_TEST((entry_of(result, prose).why == FactReason::differs));
}

BOOST_AUTO_TEST_CASE(prose_fills_where_there_is_no_such_table) {
  const auto prose = add_prose(source, kReceivedPersons, 5);
  const auto result = convert_to();
  BOOST_TEST((entry_of(result, prose).fate == FactFate::placed));
  BOOST_TEST(cell_of(result, kReceivedPersons).from_prose);
  BOOST_TEST(cell_of(result, kReceivedPersons).reason.zh == "取自正文");
}

BOOST_AUTO_TEST_CASE(prose_does_not_fill_a_blank_of_a_table) {
  add_blank(source, kReceived);
  const auto prose = add_prose(source, kReceived, 5);
  const auto result = convert_to();
  BOOST_TEST((entry_of(result, prose).why == FactReason::beside_table));
  BOOST_TEST((cell_of(result, kReceived).blank == BlankReason::offered_only));
}

BOOST_AUTO_TEST_CASE(sentences_that_contradict_each_other_fill_nothing) {
  const auto first = add_prose(source, kReceivedPersons, 5);
  const auto second = add_prose(source, kReceivedPersons, 6);
  const auto result = convert_to();
  BOOST_TEST((entry_of(result, first).why == FactReason::differs));
  BOOST_TEST((entry_of(result, second).why == FactReason::differs));
  BOOST_TEST((cell_of(result, kReceivedPersons).blank == BlankReason::offered_only));
}

BOOST_AUTO_TEST_CASE(what_is_not_certain_is_offered) {
  const auto suspect = add_table(source, kReceived, 7);
  source.facts[suspect].reading = Reading::suspect;
  source.facts[suspect].candidates = {Decimal(7), Decimal(70)};
  const auto last_year = add_prose(source, kReceivedPersons, 3);
  source.facts[last_year].year = 2017;
  const auto rounded = add_prose(source, kReceivedPersons, 40);
  source.facts[rounded].qualifier = Qualifier::over;
  const auto office = add_prose(source, kReceivedPersons, 2);
  source.facts[office].scope = Scope::body;
  auto accumulated_key = kReceivedPersons;
  accumulated_key.dims.set("span", "cumulative");
  const auto accumulated = add_prose(source, accumulated_key, 9000);
  const auto result = convert_to();
  for (const auto& [fact, why] : {std::pair{suspect, FactReason::suspect},
                                  {last_year, FactReason::other_year},
                                  {rounded, FactReason::rounded},
                                  {office, FactReason::other_scope},
                                  {accumulated, FactReason::cumulative}}) {
    BOOST_TEST((entry_of(result, fact).fate == FactFate::offered));
    BOOST_TEST(to_string(entry_of(result, fact).why) == to_string(why));
  }
  BOOST_TEST((cell_of(result, kReceived).blank == BlankReason::offered_only));
  BOOST_TEST(cell_of(result, kReceived).suspect);
  BOOST_TEST(entry_of(result, suspect).reason.zh == "待核实：原文可读作 7／70");
}

BOOST_AUTO_TEST_CASE(suspect_figures_are_placed_for_those_who_insist) {
  const auto suspect = add_table(source, kReceived, 7);
  source.facts[suspect].reading = Reading::suspect;
  options.place_suspect = true;
  const auto result = convert_to();
  BOOST_TEST((entry_of(result, suspect).fate == FactFate::placed));
  BOOST_TEST(cell_of(result, kReceived).suspect);
}

BOOST_AUTO_TEST_CASE(of_two_tables_the_one_of_the_reports_scope_counts) {
  source.coverage.scope = Scope::area;
  source.forms[0].scope = Scope::body;
  source.forms.push_back(source.forms[0]);
  source.forms[1].instance = 2;
  source.forms[1].scope = Scope::area;
  auto second_key = kReceived;
  second_key.dims.set("instance", "2");
  const auto office = add_table(source, kReceived, 7);
  const auto area = add_table(source, second_key, 95);
  source.facts[area].form = 1;
  const auto result = convert_to();
  BOOST_TEST(cell_of(result, kReceived).value == "95");
  BOOST_TEST((entry_of(result, office).why == FactReason::other_instance));
}

BOOST_AUTO_TEST_CASE(without_a_stated_scope_the_first_table_counts) {
  source.forms.push_back(source.forms[0]);
  source.forms[1].instance = 2;
  auto second_key = kReceived;
  second_key.dims.set("instance", "2");
  const auto second = add_table(source, second_key, 95);
  source.facts[second].form = 1;
  add_table(source, kReceived, 7);
  const auto result = convert_to();
  BOOST_TEST(cell_of(result, kReceived).value == "7");
  BOOST_TEST((entry_of(result, second).fate == FactFate::offered));
}

BOOST_AUTO_TEST_CASE(a_government_speaks_of_its_whole_area) {
  source.issuer = "云溪县人民政府";
  const auto area = add_prose(source, kReceivedPersons, 12);
  source.facts[area].scope = Scope::area;
  BOOST_TEST((entry_of(convert_to(), area).fate == FactFate::placed));
  source.facts[area].qualifier = Qualifier::over;
  BOOST_TEST((entry_of(convert_to(), area).why == FactReason::rounded));
  source.facts[area].qualifier = Qualifier::none;
  source.issuer = "云溪县教育局";
  BOOST_TEST((entry_of(convert_to(), area).why == FactReason::other_scope));
}

BOOST_AUTO_TEST_CASE(an_area_figure_yields_to_one_that_contradicts_it) {
  source.issuer = "云溪县人民政府";
  const auto area = add_prose(source, kReceivedPersons, 12);
  source.facts[area].scope = Scope::area;
  const auto own = add_prose(source, kReceivedPersons, 5);
  const auto result = convert_to();
  BOOST_TEST((entry_of(result, area).why == FactReason::other_scope));
  BOOST_TEST((entry_of(result, own).fate == FactFate::placed));
}

BOOST_AUTO_TEST_CASE(figures_are_printed_in_the_unit_the_form_asks_for) {
  const ConceptKey budget{"staffing.budget", {}};
  const auto fact = add_table(source, budget, 0);
  source.facts[fact].value = Decimal::parse("2.5");
  source.facts[fact].unit = "万元";
  const auto foreign = add_table(source, kMade, 6);
  source.facts[foreign].unit = "期";
  const auto result = convert_to();
  BOOST_TEST(cell_of(result, budget).value == "25000");
  BOOST_TEST(cell_of(result, kMade).value == "6（期）");
}

BOOST_AUTO_TEST_CASE(a_template_without_sections_is_refused) {
  Template bare;
  bare.id = "bare";
  const auto result = convert(source, bare, rules, options);
  BOOST_REQUIRE(!result.ok());
  BOOST_TEST(result.error().code == "template-without-sections");
}

BOOST_AUTO_TEST_SUITE_END()
