#include <boost/test/unit_test.hpp>

#include <nianbao/sdk/relations.hpp>

#include <string>
#include <vector>

using namespace nianbao;

namespace {

ConceptKey key(std::string_view id) { return {id, {}}; }

Decimal number(const char* text) { return *Decimal::parse(text); }

/// a + b + … = total, all terms named.
Relation sum(std::string_view total, const std::vector<std::string_view>& parts) {
  Relation relation{"test/sum", {{key(total), -1}}, Comparison::equal};
  for (const auto part : parts) {
    relation.terms.push_back({key(part), 1});
  }
  return relation;
}

OpenCell open_cell(std::string_view id, const std::vector<std::pair<int, std::uint32_t>>& candidates) {
  OpenCell cell{key(id), {}};
  for (const auto& [value, cost] : candidates) {
    cell.candidates.push_back({Decimal(value), cost});
  }
  return cell;
}

std::string text(const std::vector<Decimal>& values) {
  std::string joined;
  for (const auto& value : values) {
    joined += (joined.empty() ? "" : " ") + value.to_string();
  }
  return joined;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(search)

BOOST_AUTO_TEST_CASE(glued_number_is_cut_as_the_sum_allows) {
  SearchProblem problem;
  problem.known = {{key("website"), Decimal(1500)}, {key("gazette"), Decimal(569)}};
  problem.runs = {{{key("year"), key("cumulative")}, "206912106"}};
  problem.relations = {sum("year", {"website", "gazette"})};
  const auto result = search_assignments(problem);
  BOOST_REQUIRE_EQUAL(result.assignments.size(), 1U);
  BOOST_TEST(text(result.assignments[0].cuts[0]) == "2069 12106");
  BOOST_TEST(result.complete);
}

BOOST_AUTO_TEST_CASE(glued_number_without_a_sum_stays_open) {
  SearchProblem problem;
  problem.runs = {{{key("year"), key("cumulative")}, "206912106"}};
  const auto result = search_assignments(problem);
  // 2|06912106 and 206912|106 … a number has no leading zero: 20|6912106, 206|…, 2069|…, 20691|…, 206912|…, 2069121|06
  // is none.
  std::vector<std::string> cuts;
  for (const auto& assignment : result.assignments) {
    cuts.push_back(text(assignment.cuts[0]));
  }
  const std::vector<std::string> expected{"20 6912106", "206 912106", "2069 12106",
                                          "20691 2106", "206912 106", "20691210 6"};
  BOOST_TEST(cuts == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(kept_borders_signs_and_points_are_respected) {
  SearchProblem problem;
  problem.runs = {
      {{key("a"), key("b"), key("c")}, "12 34"}, {{key("d"), key("e")}, "621-197"}, {{key("f"), key("g")}, "13.5"}};
  const auto result = search_assignments(problem);
  BOOST_REQUIRE_EQUAL(result.assignments.size(), 2U);
  BOOST_TEST(text(result.assignments[0].cuts[0]) == "1 2 34");
  BOOST_TEST(text(result.assignments[1].cuts[0]) == "12 3 4");
  BOOST_TEST(text(result.assignments[0].cuts[1]) == "621 -197");
  BOOST_TEST(text(result.assignments[0].cuts[2]) == "1 3.5");
}

BOOST_AUTO_TEST_CASE(run_that_cannot_be_cut_has_no_reading) {
  SearchProblem problem;
  problem.runs = {{{key("a"), key("b"), key("c")}, "12"}};
  BOOST_TEST(search_assignments(problem).assignments.empty());
  problem.runs = {{{key("a")}, "12x"}};
  BOOST_TEST(search_assignments(problem).assignments.empty());
  problem.runs = {{{}, ""}};
  BOOST_TEST(search_assignments(problem).assignments.empty());
}

BOOST_AUTO_TEST_CASE(misplaced_value_is_found_by_the_cheapest_reading_that_breaks_nothing) {
  // 11 in the head's row over a total of 0; the 0 stands in the unit column.
  const Relation within{"test/within", {{key("by_head"), 1}, {key("all"), -1}}, Comparison::less_equal};
  const auto result =
      search_assignments({{key("all"), Decimal(0)}}, {open_cell("by_head", {{11, 0}, {0, 5}})}, {within});
  BOOST_REQUIRE_EQUAL(result.assignments.size(), 1U);
  BOOST_TEST(result.assignments[0].choice[0] == 1U);
  BOOST_TEST(result.assignments[0].cost == 5U);
  BOOST_TEST(result.assignments[0].broken == 0U);
}

BOOST_AUTO_TEST_CASE(fewest_broken_come_first_then_the_cheapest) {
  // No reading of `a` satisfies both sums: one stays broken, the cheap reading wins.
  const auto result =
      search_assignments({{key("x"), Decimal(1)}, {key("y"), Decimal(2)}}, {open_cell("a", {{1, 3}, {2, 0}, {9, 0}})},
                         {sum("a", {"x"}), sum("a", {"y"})});
  BOOST_REQUIRE_EQUAL(result.assignments.size(), 2U);
  BOOST_TEST(result.assignments[0].choice[0] == 1U);
  BOOST_TEST(result.assignments[0].broken == 1U);
  BOOST_TEST(result.assignments[1].choice[0] == 0U);
}

BOOST_AUTO_TEST_CASE(relations_with_unknown_figures_are_not_used) {
  const auto result = search_assignments({}, {open_cell("a", {{7, 0}, {8, 1}})}, {sum("a", {"nowhere"})});
  BOOST_REQUIRE_EQUAL(result.assignments.size(), 2U);
  BOOST_TEST(result.assignments[0].broken == 0U);
  BOOST_TEST(result.assignments[0].choice[0] == 0U);
}

BOOST_AUTO_TEST_CASE(rows_settle_each_other_through_column_sums) {
  // Each row sums in two ways: 1 + 12 or 11 + 2, 2 + 23 or 22 + 3. The sum of the first cells leaves one.
  SearchProblem problem;
  problem.known = {{key("total"), Decimal(13)}};
  problem.runs = {{{key("a1"), key("a2"), key("a3")}, "11213"}, {{key("b1"), key("b2"), key("b3")}, "22325"}};
  problem.relations = {sum("a3", {"a1", "a2"}), sum("b3", {"b1", "b2"}), sum("total", {"a1", "b1"})};
  const auto result = search_assignments(problem);
  BOOST_REQUIRE_EQUAL(result.assignments.size(), 1U);
  BOOST_TEST(text(result.assignments[0].cuts[0]) == "11 2 13");
  BOOST_TEST(text(result.assignments[0].cuts[1]) == "2 23 25");
}

BOOST_AUTO_TEST_CASE(fifteen_glued_cells_are_split_by_their_block_sums) {
  SearchProblem problem;
  const std::vector<std::string> names{"a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3",
                                       "b4", "b5", "c1", "c2", "c3", "c4", "c5"};
  GluedRun run;
  for (const auto& name : names) {
    run.keys.push_back(key(name));
  }
  run.text = "91172540173601282631071553";
  problem.runs = {run};
  for (const std::string block : {"a", "b", "c"}) {
    Relation relation{"t4", {}, Comparison::equal};
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i][0] == block[0]) {
        relation.terms.push_back({key(names[i]), names[i][1] == '5' ? -1 : 1});
      }
    }
    problem.relations.push_back(relation);
  }
  const auto result = search_assignments(problem);
  BOOST_REQUIRE_EQUAL(result.assignments.size(), 1U);
  BOOST_TEST(result.assignments[0].broken == 0U);
  BOOST_TEST(text(result.assignments[0].cuts[0]) == "91 17 25 40 173 6 0 12 8 26 31 0 7 15 53");
}

BOOST_AUTO_TEST_CASE(decimals_of_different_scales_are_exact) {
  const auto result = search_assignments({{key("x"), number("0.1")}, {key("y"), number("0.2")}},
                                         {OpenCell{key("a"), {{number("0.30000000000000004"), 0}, {number("0.3"), 1}}}},
                                         {sum("a", {"x", "y"})});
  BOOST_REQUIRE_EQUAL(result.assignments.size(), 1U);
  BOOST_TEST(result.assignments[0].choice[0] == 1U);
}

BOOST_AUTO_TEST_CASE(the_limit_of_steps_stops_the_search) {
  std::vector<OpenCell> open;
  Relation relation{"t", {{key("total"), -1}}, Comparison::equal};
  std::vector<std::string> names(24);
  for (std::size_t i = 0; i < names.size(); ++i) {
    names[i] = "c" + std::to_string(i);
    open.push_back(open_cell(names[i], {{0, 0}, {2, 0}}));
    relation.terms.push_back({key(names[i]), 1});
  }
  // An odd total of even numbers: no assignment holds, and bounds alone do not show it.
  SearchLimits limits;
  limits.steps = 500;
  const auto result = search_assignments({{key("total"), Decimal(23)}}, open, {relation}, limits);
  BOOST_TEST(!result.complete);
}

BOOST_AUTO_TEST_CASE(a_step_of_many_readings_counts_as_many) {
  OpenCell cell{key("a"), {}};
  for (int i = 0; i < 6400; ++i) {
    cell.candidates.push_back({Decimal(i), 0});
  }
  SearchLimits limits;
  limits.steps = 1000;
  const auto result = search_assignments({}, {cell}, {}, limits);
  BOOST_TEST(!result.complete);
  BOOST_TEST(result.assignments.empty());
}

BOOST_AUTO_TEST_CASE(the_list_is_cut_at_the_limit_of_solutions) {
  SearchLimits limits;
  limits.solutions = 3;
  const auto result = search_assignments({}, {open_cell("a", {{1, 4}, {2, 3}, {3, 2}, {4, 1}, {5, 0}})}, {}, limits);
  BOOST_REQUIRE_EQUAL(result.assignments.size(), 3U);
  BOOST_TEST(!result.complete);
  BOOST_TEST(result.assignments[0].choice[0] == 4U);
  BOOST_TEST(result.assignments[2].choice[0] == 2U);
}

BOOST_AUTO_TEST_CASE(cell_without_candidates_has_no_reading) {
  const auto result = search_assignments({}, {open_cell("a", {{1, 0}}), open_cell("b", {})}, {});
  BOOST_TEST(result.assignments.empty());
}

BOOST_AUTO_TEST_CASE(huge_numbers_do_not_overflow) {
  const auto big = number("999999999999999999999999999999999999");
  const auto result = search_assignments({{key("x"), big}}, {OpenCell{key("a"), {{big, 0}, {Decimal(1), 0}}}},
                                         {Relation{"t", {{key("a"), 1000}, {key("x"), -1000}}, Comparison::equal}});
  BOOST_TEST(!result.assignments.empty());
}

BOOST_AUTO_TEST_CASE(nothing_open_gives_one_empty_assignment) {
  const auto result = search_assignments({{key("x"), Decimal(1)}}, {}, {sum("x", {"x"})});
  BOOST_REQUIRE_EQUAL(result.assignments.size(), 1U);
  BOOST_TEST(result.assignments[0].choice.empty());
  BOOST_TEST(result.complete);
}

BOOST_AUTO_TEST_SUITE_END()
