#include <boost/test/unit_test.hpp>
#include <nianbao/sdk/document.hpp>

using namespace nianbao;

namespace {

Cell cell(std::string_view text, std::uint32_t rowspan = 1, std::uint32_t colspan = 1) {
  Cell result;
  result.text.chars = text;
  result.rowspan = rowspan;
  result.colspan = colspan;
  return result;
}

/// The text that covers each position; ~ for a missing cell.
std::string grid_of(const Table& table) {
  const TableGrid grid(table);
  std::string out;
  for (std::uint32_t row = 1; row <= table.rows; ++row) {
    for (std::uint32_t column = 1; column <= table.columns; ++column) {
      const auto* covering = grid.at(row, column);
      BOOST_REQUIRE(covering != nullptr);
      out += covering->missing ? "~" : std::string(covering->text.chars);
    }
    out += '/';
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table_builder)

BOOST_AUTO_TEST_CASE(puts_cells_beside_those_that_come_down_from_above) {
  TableBuilder builder;
  builder.begin_row();
  builder.add(cell("a", 2, 1));
  builder.add(cell("b", 1, 2));
  builder.begin_row();
  builder.add(cell("c"));
  builder.add(cell("d"));
  const auto table = builder.finish();
  BOOST_TEST(grid_of(table) == "abb/acd/");
  BOOST_TEST(builder.rows() == 0U);
}

BOOST_AUTO_TEST_CASE(fills_ragged_rows_and_cuts_spans) {
  TableBuilder builder;
  builder.begin_row();
  builder.add(cell("a", 9, 1));
  builder.add(cell("b"));
  builder.add(cell("c", 3, 1));
  builder.begin_row();
  builder.add(cell("d", 1, 7));
  builder.begin_row();
  const auto table = builder.finish();
  // d has room for one column only; what lies behind c is not reached by it.
  BOOST_TEST(grid_of(table) == "abc/adc/a~c/");
  BOOST_TEST(table.covering(1, 1)->rowspan == 3U);
  BOOST_TEST(table.covering(2, 2)->colspan == 1U);
}

BOOST_AUTO_TEST_CASE(takes_a_wide_row_in_linear_time) {
  TableBuilder builder;
  builder.begin_row();
  for (int i = 0; i < 200000; ++i) {
    builder.add(cell("x", 60000, 1));
  }
  BOOST_TEST(builder.columns() == 200000U);
  BOOST_TEST(builder.finish().cells.size() == 200000U);
}

BOOST_AUTO_TEST_SUITE_END()
