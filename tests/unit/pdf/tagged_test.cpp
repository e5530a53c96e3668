// Tables that a structure tree names.
#include <boost/test/unit_test.hpp>

#include "drawing.hpp"
#include "layout/blocks.hpp"

using namespace nianbao::pdf;
using namespace nianbao::pdf::test;

namespace {

/// A page with a text at each place, its number in order as its mark.
Page marked_page(const std::vector<std::pair<std::pair<double, double>, std::string>>& texts) {
  Page page;
  page.number = 1;
  page.width = 595;
  page.height = 842;
  std::int32_t mark = 0;
  for (const auto& [place, text] : texts) {
    const auto first = page.glyphs.size();
    write(page.glyphs, place.first, place.second, text);
    for (auto i = first; i < page.glyphs.size(); ++i) {
      page.glyphs[i].mark = mark;
    }
    ++mark;
  }
  return page;
}

TaggedCell cell(std::int32_t mark, std::uint32_t rowspan = 1, std::uint32_t colspan = 1) {
  return {rowspan, colspan, {{1, mark}}, {}};
}

std::vector<FlowBlock> blocks(const Page& page, const TaggedTable& table, std::uint64_t most = 1000) {
  return blocks_of(
      {page}, [&] { return std::vector{table}; }, most);
}

std::string only_table(const Page& page, const TaggedTable& table) {
  const auto all = blocks(page, table);
  BOOST_REQUIRE(all.size() == 1U);
  return sketch(std::get<Grid>(all.front()), true);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tagged)

BOOST_AUTO_TEST_CASE(spans_and_blanks_are_those_of_the_tree) {
  const auto page = marked_page({{{100, 110}, "甲"}, {{200, 100}, "乙"}, {{300, 120}, "7"}});
  const TaggedTable table{{{cell(0, 2), cell(1, 1, 2)}, {{1, 1, {}, {}}, cell(2)}}};
  BOOST_TEST(only_table(page, table) == "2x3 1,1[2x1]:甲 1,2[1x2]:乙 2,2: 2,3:7");
}

BOOST_AUTO_TEST_CASE(the_tree_is_read_where_texts_stand_beside_each_other) {
  bool read = false;
  const auto tree = [&] {
    read = true;
    return std::vector<TaggedTable>();
  };
  static_cast<void>(blocks_of({marked_page({{{100, 100}, "甲"}, {{100, 118}, "乙"}})}, tree, 1000));
  BOOST_TEST(!read);
  static_cast<void>(blocks_of({marked_page({{{100, 100}, "甲"}, {{300, 100}, "乙"}})}, tree, 1000));
  BOOST_TEST(read);
}

BOOST_AUTO_TEST_CASE(short_rows_lack_cells) {
  const auto page = marked_page({{{100, 100}, "甲"}, {{200, 100}, "乙"}, {{100, 120}, "丙"}});
  const auto all = blocks(page, {{{cell(0), cell(1)}, {cell(2)}}});
  const auto& grid = std::get<Grid>(all.front());
  BOOST_TEST(sketch(grid, true) == "2x2 1,1:甲 1,2:乙 2,1:丙 2,2:");
  BOOST_TEST(grid.cells.back().missing);
}

BOOST_AUTO_TEST_CASE(tables_in_cells_stay_there) {
  const auto page = marked_page({{{100, 100}, "甲"}, {{200, 100}, "乙"}, {{205, 120}, "丙"}, {{250, 120}, "丁"}});
  auto host = cell(1);
  host.inner.push_back({{{cell(2), cell(3)}}});
  const auto all = blocks(page, {{{cell(0), host}}});
  BOOST_REQUIRE(all.size() == 1U);
  const auto& grid = std::get<Grid>(all.front());
  BOOST_TEST(sketch(grid, true) == "1x2 1,1:甲 1,2:乙");
  BOOST_REQUIRE(grid.cells.back().inner.size() == 1U);
  BOOST_TEST(sketch(grid.cells.back().inner.front(), true) == "1x2 1,1:丙 1,2:丁");
}

BOOST_AUTO_TEST_CASE(a_tree_that_contradicts_the_page_is_not_followed) {
  const auto page = marked_page({{{100, 100}, "甲"}, {{200, 100}, "乙"}, {{100, 120}, "丙"}, {{200, 120}, "丁"}});
  const auto is_table = [](const std::vector<FlowBlock>& all) { return std::holds_alternative<Grid>(all.front()); };
  BOOST_TEST(is_table(blocks(page, {{{cell(0), cell(1)}, {cell(2), cell(3)}}})));
  BOOST_TEST(!is_table(blocks(page, {{{cell(2), cell(3)}, {cell(0), cell(1)}}})));
  BOOST_TEST(!is_table(blocks(page, {{{cell(1), cell(0)}, {cell(2), cell(3)}}})));
  BOOST_TEST(!is_table(blocks(page, {{{cell(0), cell(1, 2)}, {cell(2, 1, 2)}}})));
  BOOST_TEST(!is_table(blocks(page, {{{cell(7), cell(8)}}})));
}

BOOST_AUTO_TEST_CASE(limits_hold) {
  const auto page = marked_page({{{100, 100}, "甲"}, {{200, 100}, "乙"}});
  const auto all = blocks(page, {{{cell(0, 1, 10000), cell(1, 1, 10000)}}}, 1000);
  BOOST_TEST(!std::holds_alternative<Grid>(all.front()));
}

BOOST_AUTO_TEST_SUITE_END()
