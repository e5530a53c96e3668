// Lines of a page → cells.
#include <boost/test/unit_test.hpp>

#include "drawing.hpp"
#include "layout/grid.hpp"
#include "layout/rulings.hpp"

using namespace nianbao::pdf;
using namespace nianbao::pdf::test;

namespace {

Grid grid_of(const std::vector<Ruling>& rulings) {
  const auto groups = connected_rulings(merge_rulings(rulings));
  BOOST_REQUIRE(groups.size() == 1U);
  return make_grid(groups.front(), 1000);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grids)

BOOST_AUTO_TEST_CASE(a_full_grid) {
  BOOST_TEST(sketch(grid_of(lines({0, 50, 100}, {0, 20, 40}))) == "2x2 1,1 1,2 2,1 2,2");
}

BOOST_AUTO_TEST_CASE(missing_pieces_merge_cells) {
  auto rulings = lines({0, 50, 100, 150}, {0, 20, 40, 60});
  erase_piece(rulings, false, 50, 0, 20);  // first row: columns 1 and 2
  erase_piece(rulings, true, 40, 0, 50);   // first column: rows 2 and 3
  BOOST_TEST(sketch(grid_of(rulings)) == "3x3 1,1[1x2] 1,3 2,1[2x1] 2,2 2,3 3,2 3,3");
}

BOOST_AUTO_TEST_CASE(thickness_doubled_lines_and_small_gaps_do_not_matter) {
  auto rulings = lines({0, 50, 100}, {0, 20, 40});
  for (auto line : lines({0.8, 51, 100.9}, {1.5, 20.7, 41})) {
    rulings.push_back(line);
  }
  BOOST_TEST(sketch(grid_of(rulings)) == "2x2 1,1 1,2 2,1 2,2");
}

BOOST_AUTO_TEST_CASE(open_sides_are_closed) {
  auto rulings = lines({0, 50, 100}, {0, 20, 40});
  erase_piece(rulings, true, 40, 0, 100);  // the page ends before the last line
  erase_piece(rulings, false, 0, 0, 40);
  BOOST_TEST(sketch(grid_of(rulings)) == "2x2 1,1 1,2 2,1 2,2");
}

BOOST_AUTO_TEST_CASE(shapes_that_are_no_rectangles_are_cut_and_said) {
  auto rulings = lines({0, 50, 100}, {0, 20, 40});
  erase_piece(rulings, false, 50, 0, 20);
  erase_piece(rulings, true, 20, 0, 50);
  const auto grid = grid_of(rulings);
  BOOST_TEST(grid.cells[0].shape != 0U);
  BOOST_TEST(grid.cells[0].shape == grid.cells[1].shape);
  BOOST_TEST(grid.cells[2].shape == 0U);
  BOOST_TEST(sketch(grid) == "2x2 1,1[1x2] 2,1 2,2");
}

BOOST_AUTO_TEST_CASE(tables_apart_are_two_and_underlines_none) {
  auto rulings = lines({0, 50, 100}, {0, 20, 40});
  for (auto line : lines({0, 50, 100}, {100, 120, 140})) {
    rulings.push_back(line);
  }
  rulings.push_back({true, 300, 0, 60});
  BOOST_TEST(connected_rulings(merge_rulings(rulings)).size() == 2U);
}

BOOST_AUTO_TEST_CASE(limits_hold) {
  std::vector<double> many;
  for (int i = 0; i < 200; ++i) {
    many.push_back(i * 5);
  }
  const auto groups = connected_rulings(merge_rulings(lines(many, many)));
  BOOST_TEST(make_grid(groups.front(), 1000).xs.empty());
  BOOST_TEST(connected_rulings(std::vector<Ruling>(100000, {true, 0, 0, 1})).empty());
}

BOOST_AUTO_TEST_SUITE_END()
