// Tables that go on over pages.
#include <boost/test/unit_test.hpp>

#include "drawing.hpp"
#include "layout/joined_tables.hpp"

using namespace nianbao::pdf;
using namespace nianbao::pdf::test;

namespace {

/// A grid of rows of texts, each cell 60 wide. "^" goes on above, "<" goes on at the left.
Grid table(std::uint32_t page, const std::vector<std::vector<std::string>>& rows) {
  Grid grid;
  grid.page = grid.last_page = page;
  for (std::size_t i = 0; i <= rows.size(); ++i) {
    grid.ys.push_back(20.0 * static_cast<double>(i));
  }
  for (std::size_t i = 0; i <= rows[0].size(); ++i) {
    grid.xs.push_back(100 + 60.0 * static_cast<double>(i));
  }
  for (std::uint32_t r = 0; r < rows.size(); ++r) {
    for (std::uint32_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c] == "^" || rows[r][c] == "<") {
        auto& cell = *std::find_if(grid.cells.rbegin(), grid.cells.rend(),
                                   [&](const GridCell& before) { return rows[r][c] == "<" || before.column == c; });
        ++(rows[r][c] == "^" ? cell.rowspan : cell.colspan);
        continue;
      }
      GridCell cell;
      cell.row = r;
      cell.column = c;
      cell.text = rows[r][c];
      cell.size = 10;
      cell.room = 60 - 13 - 10.0 * static_cast<double>(cell.text.size()) / 3;
      grid.cells.push_back(cell);
    }
  }
  return grid;
}

std::vector<std::string> joined(std::vector<FlowBlock> blocks) {
  std::vector<std::string> sketches;
  for (const auto& block : join_tables(std::move(blocks))) {
    sketches.push_back(sketch(std::get<Grid>(block), true));
  }
  return sketches;
}

void check(const std::vector<Grid>& parts, const std::vector<std::string>& expected) {
  BOOST_TEST(joined({parts.begin(), parts.end()}) == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(joined_tables)

BOOST_AUTO_TEST_CASE(rows_follow_each_other) {
  check({table(1, {{"甲", "1"}}), table(2, {{"乙", ""}, {"丙", "3"}})}, {"3x2 1,1:甲 1,2:1 2,1:乙 2,2: 3,1:丙 3,2:3"});
}

BOOST_AUTO_TEST_CASE(columns_of_both_parts_are_kept) {
  check({table(1, {{"一、情况", "<", "<"}}), table(2, {{"甲", "1", "2"}})},
        {"2x3 1,1[1x3]:一、情况 2,1:甲 2,2:1 2,3:2"});
}

BOOST_AUTO_TEST_CASE(other_widths_and_other_pages_are_other_tables) {
  check({table(1, {{"甲", "1"}}), table(2, {{"乙", "2", "3"}})}, {"1x2 1,1:甲 1,2:1", "1x3 1,1:乙 1,2:2 1,3:3"});
  check({table(1, {{"甲", "1"}}), table(1, {{"乙", "2"}})}, {"1x2 1,1:甲 1,2:1", "1x2 1,1:乙 1,2:2"});
}

BOOST_AUTO_TEST_CASE(a_merged_label_goes_on) {
  // Blank below: it stands above.
  check({table(1, {{"组", "1.甲", "1"}, {"^", "2.乙", "2"}}), table(2, {{"", "3.丙", "3"}})},
        {"3x3 1,1[3x1]:组 1,2:1.甲 1,3:1 2,2:2.乙 2,3:2 3,2:3.丙 3,3:3"});
  // Cut in two.
  check({table(1, {{"（四）无", "1.甲", "1"}}), table(2, {{"法提供", "2.乙", "2"}, {"^", "3.丙", "3"}})},
        {"3x3 1,1[3x1]:（四）无法提供 1,2:1.甲 1,3:1 2,2:2.乙 2,3:2 3,2:3.丙 3,3:3"});
  // The next one.
  check({table(1, {{"（三）不", "1.甲", "1"}, {"^", "2.乙", "2"}}), table(2, {{"（四）无", "1.丙", "3"}})},
        {"3x3 1,1[2x1]:（三）不 1,2:1.甲 1,3:1 2,2:2.乙 2,3:2 3,1:（四）无 3,2:1.丙 3,3:3"});
}

BOOST_AUTO_TEST_CASE(a_row_cut_in_two_is_one_row) {
  // The label goes on, the figures stand above.
  check({table(1, {{"保护第三方", "5"}}), table(2, {{"权益", ""}, {"乙", "6"}})},
        {"2x2 1,1:保护第三方权益 1,2:5 2,1:乙 2,2:6"});
  // The label stands above, the figures below.
  check({table(1, {{"权益", "", ""}}), table(2, {{"", "5", "6"}, {"乙", "7", "8"}})},
        {"2x3 1,1:权益 1,2:5 1,3:6 2,1:乙 2,2:7 2,3:8"});
}

BOOST_AUTO_TEST_CASE(rows_that_are_whole_stay_two) {
  // A full label, and one that begins anew.
  check({table(1, {{"保护第三方", "5"}}), table(2, {{"2.其他", ""}})}, {"2x2 1,1:保护第三方 1,2:5 2,1:2.其他 2,2:"});
  // Room was left in the label above: it ends there.
  check({table(1, {{"权益", "5"}}), table(2, {{"其他", ""}})}, {"2x2 1,1:权益 1,2:5 2,1:其他 2,2:"});
  // Figures in both.
  check({table(1, {{"保护第三方", "5"}}), table(2, {{"其他", "6"}})}, {"2x2 1,1:保护第三方 1,2:5 2,1:其他 2,2:6"});
}

BOOST_AUTO_TEST_CASE(a_repeated_header_is_left_out) {
  check({table(1, {{"指标", "数"}, {"甲", "1"}}), table(2, {{"指标", "数"}, {"乙", "2"}})},
        {"3x2 1,1:指标 1,2:数 2,1:甲 2,2:1 3,1:乙 3,2:2"});
}

BOOST_AUTO_TEST_CASE(a_table_that_begins_again_is_another_one) {
  check({table(1, {{"指标", "数"}, {"甲", "1"}}), table(2, {{"指标", "数"}, {"甲", "2"}})},
        {"2x2 1,1:指标 1,2:数 2,1:甲 2,2:1", "2x2 1,1:指标 1,2:数 2,1:甲 2,2:2"});
  check({table(1, {{"指标", "数"}, {"甲", "1"}, {"乙", "2"}}), table(2, {{"指标", "数"}, {"甲", "1"}})},
        {"3x2 1,1:指标 1,2:数 2,1:甲 2,2:1 3,1:乙 3,2:2", "2x2 1,1:指标 1,2:数 2,1:甲 2,2:1"});
}

BOOST_AUTO_TEST_SUITE_END()
