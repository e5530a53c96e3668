// What mapping lines fill, and why they do not.
#include <boost/test/unit_test.hpp>

#include "placing_support.hpp"

using namespace nianbao;
using namespace nianbao::test;

BOOST_FIXTURE_TEST_SUITE(mapping_lines, Placing)

BOOST_AUTO_TEST_CASE(a_mapping_line_computes_and_carries_its_formula) {
  rules.map(kGranted, "reply.granted + reply.already_public");
  const auto granted = add_table(source, {"reply.granted", {}}, 3);
  const auto already = add_table(source, {"reply.already_public", {}}, 4);
  const auto result = convert_to();
  const auto& cell = cell_of(result, kGranted);
  BOOST_TEST(cell.value == "7");
  BOOST_TEST((cell.fidelity == Fidelity::derived));
  BOOST_TEST(cell.formula == "reply.granted3＋reply.already_public4");
  for (const auto fact : {granted, already}) {
    BOOST_TEST((entry_of(result, fact).fate == FactFate::placed));
    BOOST_TEST((entry_of(result, fact).why == FactReason::mapping));
  }
}

BOOST_AUTO_TEST_CASE(an_approximate_line_is_offered_unless_asked_for) {
  rules.map(kGranted, "reply.granted", Fidelity::approximate);
  const auto fact = add_table(source, {"reply.granted", {}}, 3);
  const auto offered = convert_to();
  BOOST_TEST((entry_of(offered, fact).fate == FactFate::offered));
  BOOST_TEST((cell_of(offered, kGranted).blank == BlankReason::offered_only));
  options.place = Fidelity::approximate;
  const auto placed = convert_to();
  BOOST_TEST((entry_of(placed, fact).fate == FactFate::placed));
  BOOST_TEST((cell_of(placed, kGranted).fidelity == Fidelity::approximate));
}

BOOST_AUTO_TEST_CASE(derived_figures_are_held_back_where_only_exact_ones_are_wanted) {
  rules.map(kGranted, "reply.granted");
  const auto fact = add_table(source, {"reply.granted", {}}, 3);
  options.place = Fidelity::exact;
  BOOST_TEST((entry_of(convert_to(), fact).why == FactReason::held_back));
}

BOOST_AUTO_TEST_CASE(a_line_that_lacks_a_figure_is_not_assessable) {
  rules.map(kGranted, "reply.granted + reply.already_public");
  const auto fact = add_table(source, {"reply.granted", {}}, 3);
  add_blank(source, {"reply.already_public", {}});
  const auto result = convert_to();
  BOOST_TEST((cell_of(result, kGranted).blank == BlankReason::not_assessable));
  BOOST_TEST((entry_of(result, fact).why == FactReason::not_assessable));
  BOOST_TEST(cell_of(result, kGranted).reason.zh.find("空白") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_suspect_figure_is_no_operand) {
  rules.map(kGranted, "reply.granted");
  const auto fact = add_table(source, {"reply.granted", {}}, 3);
  source.facts[fact].reading = Reading::suspect;
  const auto result = convert_to();
  BOOST_TEST((cell_of(result, kGranted).blank == BlankReason::not_assessable));
}

BOOST_AUTO_TEST_CASE(a_condition_that_fails_leaves_the_next_line_its_turn) {
  rules.map(kGranted, "reply.granted", Fidelity::derived, "reply.granted == request.closed");
  rules.map(kGranted, "reply.granted", Fidelity::approximate);
  const auto fact = add_table(source, {"reply.granted", {}}, 3);
  add_table(source, {"request.closed", {}}, 4);
  const auto result = convert_to();
  BOOST_TEST((entry_of(result, fact).why == FactReason::approximate));
}

BOOST_AUTO_TEST_CASE(an_explicit_no_gives_its_reason) {
  rules.map(kInForce, "").note = {"旧表没有有效件数", "the old table has no such count"};
  const auto result = convert_to();
  BOOST_TEST((cell_of(result, kInForce).blank == BlankReason::no_concept));
  BOOST_TEST(cell_of(result, kInForce).reason.zh.find("旧表没有有效件数") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(another_meaning_needs_a_line) {
  const auto fact = add_table(source, kReceived, 7);
  const auto offered = convert_to("future");
  BOOST_TEST((entry_of(offered, fact).why == FactReason::other_meaning));
  BOOST_TEST((cell_of(offered, kReceived).blank == BlankReason::offered_only));
  rules.map(kReceived, "request.received{applicant=total}");
  const auto placed = convert_to("future");
  BOOST_TEST(cell_of(placed, kReceived).value == "7");
  BOOST_TEST((cell_of(placed, kReceived).fidelity == Fidelity::derived));
}

BOOST_AUTO_TEST_CASE(a_figure_of_another_meaning_does_not_fill_the_old_form) {
  source.format = "future";
  source.forms[0].format = "future";
  source.forms[0].id = "table";
  const auto fact = add_table(source, kReceived, 7);
  const auto result = convert_to("new");
  BOOST_TEST((entry_of(result, fact).why == FactReason::other_meaning));
}

BOOST_AUTO_TEST_CASE(lines_of_other_formats_are_not_used) {
  rules.map(kGranted, "reply.granted").from_formats = {"elsewhere"};
  add_table(source, {"reply.granted", {}}, 3);
  BOOST_TEST((cell_of(convert_to(), kGranted).blank == BlankReason::no_concept));
}

BOOST_AUTO_TEST_SUITE_END()
