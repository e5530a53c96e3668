// Remarks printed below a table.
#include <boost/test/unit_test.hpp>

#include "remarks.hpp"

using namespace nianbao;
using namespace nianbao::pdf_write;

namespace {

Cell cell(std::uint32_t row, std::uint32_t column, std::string_view remark, std::uint32_t colspan = 1) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.colspan = colspan;
  cell.remark = remark;
  return cell;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(remarks)

BOOST_AUTO_TEST_CASE(cells_side_by_side_and_below_each_other_share_a_line) {
  Table table;
  table.rows = 4;
  table.columns = 5;
  table.cells = {cell(1, 2, "甲"), cell(1, 3, "甲"), cell(1, 4, "甲", 2), cell(2, 2, "甲"), cell(2, 3, "甲"),
                 cell(2, 4, "甲"), cell(2, 5, "甲"), cell(3, 2, "乙"),    cell(3, 3, ""),   cell(4, 3, "甲")};
  const auto lines = remark_lines(table);
  BOOST_REQUIRE(lines.size() == 2U);
  BOOST_TEST(lines[0] == "（第1—2行第2—5列，第4行第3列）甲");
  BOOST_TEST(lines[1] == "（第3行第2列）乙");
}

BOOST_AUTO_TEST_CASE(a_table_without_remarks_has_no_lines) {
  Table table;
  table.cells = {cell(1, 1, "")};
  BOOST_TEST(remark_lines(table).empty());
}

BOOST_AUTO_TEST_SUITE_END()
