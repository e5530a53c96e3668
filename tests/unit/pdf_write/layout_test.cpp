// Measures of tables on pages.
#include <boost/test/unit_test.hpp>
#include <numeric>

#include "blanks.hpp"
#include "cell_words.hpp"
#include "table_layout.hpp"

using namespace nianbao;
using namespace nianbao::pdf_write;

namespace {

Cell cell(std::uint32_t row, std::uint32_t column, std::uint32_t rowspan = 1, std::uint32_t colspan = 1) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.rowspan = rowspan;
  cell.colspan = colspan;
  return cell;
}

Table table(std::uint32_t rows, std::uint32_t columns, std::vector<Cell> cells) {
  return {rows, columns, {}, std::move(cells)};
}

double sum(const std::vector<double>& parts) { return std::accumulate(parts.begin(), parts.end(), 0.0); }

}  // namespace

BOOST_AUTO_TEST_SUITE(layout)

BOOST_AUTO_TEST_CASE(columns_fill_the_width_and_long_texts_get_more) {
  const auto grid = table(1, 3, {cell(1, 1), cell(1, 2), cell(1, 3)});
  const auto widths = column_widths(grid, {{200, 30}, {20, 20}, {20, 20}}, 400);
  BOOST_TEST(sum(widths) == 400, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(widths[0] > 200);
  BOOST_TEST(widths[1] == widths[2]);
  const auto tight = column_widths(grid, {{900, 300}, {90, 90}, {90, 90}}, 240);
  BOOST_TEST(sum(tight) == 240, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(rows_hold_their_cells_and_those_that_span_them) {
  const auto heights = row_heights(table(2, 2, {cell(1, 1, 2), cell(1, 2), cell(2, 2)}), {100, 20, 30}, 15);
  BOOST_TEST(sum(heights) == 100, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(heights[1] - heights[0] == 10, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(header_rows_are_those_that_end_above_the_body) {
  auto cells = std::vector<Cell>{cell(1, 1), cell(1, 2), cell(2, 1), cell(2, 2)};
  cells[0].header = cells[1].header = true;
  BOOST_TEST(header_rows(table(2, 2, cells)) == 1U);
  cells[2].header = cells[3].header = true;
  BOOST_TEST(header_rows(table(2, 2, cells)) == 0U);
  auto spanning = std::vector<Cell>{cell(1, 1, 2), cell(1, 2), cell(2, 2)};
  spanning[0].header = spanning[1].header = true;
  BOOST_TEST(header_rows(table(2, 2, spanning)) == 0U);
}

BOOST_AUTO_TEST_CASE(a_header_does_not_stand_for_rows_below_another) {
  auto cells = std::vector<Cell>{cell(1, 1), cell(2, 1), cell(3, 1), cell(4, 1)};
  cells[0].header = cells[2].header = true;
  BOOST_TEST(header_rows(table(4, 1, cells)) == 0U);
  const std::vector<char> expected{1, 0, 1, 0};
  BOOST_TEST(rows_of_headers(table(4, 1, cells)) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(figures_are_the_longest_words) {
  BOOST_TEST(longest_word("共1362件，占12.5%") == "12.5%");
  BOOST_TEST(longest_word("结果维持") == "");
  BOOST_TEST(longest_word(std::string(100, 'a')).size() == 24U);
}

BOOST_AUTO_TEST_CASE(blanks_beside_chinese_do_not_become_holes) {
  BOOST_TEST(set_blanks("2018 年共 7 件") == "2018年共7件");
  BOOST_TEST(set_blanks("邮  编：350400") == "邮　编：350400");
  BOOST_TEST(set_blanks("open data 2018") == "open data 2018");
  BOOST_TEST(set_blanks(" 年 ") == " 年 ");
}

BOOST_AUTO_TEST_CASE(rows_go_to_the_page_they_fit) {
  BOOST_TEST(rows_that_fit({20, 20, 20}, 0, 45) == 2U);
  BOOST_TEST(rows_that_fit({20, 20, 20}, 2, 45) == 3U);
  BOOST_TEST(rows_that_fit({80, 20}, 0, 45) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
