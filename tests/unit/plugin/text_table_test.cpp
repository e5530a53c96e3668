#include "plugin/text_table.hpp"

#include <boost/test/unit_test.hpp>

using nianbao::plugin::display_width;
using nianbao::plugin::TextTable;

BOOST_AUTO_TEST_CASE(chinese_characters_are_two_wide) {
  BOOST_TEST(display_width("") == 0);
  BOOST_TEST(display_width("abc") == 3);
  BOOST_TEST(display_width("年报") == 4);
  BOOST_TEST(display_width("é（a") == 4);
}

BOOST_AUTO_TEST_CASE(columns_are_padded_and_notes_do_not_widen_them) {
  TextTable table;
  table.row({"标识", "x"});
  table.row({"a", "y"});
  table.note("a long note");
  BOOST_TEST(table.print() == "标识  x\na     y\na long note\n");
}
