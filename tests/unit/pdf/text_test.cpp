// Characters → lines, cells, paragraphs; what pages repeat is left out.
#include <boost/test/unit_test.hpp>

#include "drawing.hpp"
#include "layout/blocks.hpp"

using namespace nianbao::pdf;
using namespace nianbao::pdf::test;

namespace {

Page page_of(std::uint32_t number = 1) {
  Page page;
  page.number = number;
  page.width = 595;
  page.height = 842;
  return page;
}

/// The blocks of pages: paragraphs as they are, tables as sketches.
std::vector<std::string> blocks_of(const std::vector<Page>& pages) {
  std::vector<std::string> blocks;
  for (const auto& block : nianbao::pdf::blocks_of(
           pages, [] { return std::vector<TaggedTable>(); }, 10000)) {
    if (const auto* paragraph = std::get_if<FlowParagraph>(&block)) {
      blocks.push_back(paragraph->text);
    } else if (const auto* lines = std::get_if<FlowLines>(&block)) {
      blocks.push_back(spaced_text(lines->lines));
    } else {
      blocks.push_back(sketch(std::get<Grid>(block), true));
    }
  }
  return blocks;
}

void check(const std::vector<Page>& pages, const std::vector<std::string>& expected) {
  BOOST_TEST(blocks_of(pages) == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(cells_have_their_text_whatever_is_drawn_first) {
  auto page = page_of();
  page.rulings = lines({100, 200, 300}, {100, 130, 160});
  write(page.glyphs, 205, 110, "12");
  write(page.glyphs, 105, 140, "结转");
  write(page.glyphs, 105, 110, "申请");
  check({page}, {"2x2 1,1:申请 1,2:12 2,1:结转 2,2:"});
}

BOOST_AUTO_TEST_CASE(wrapped_labels_are_joined_and_short_lines_kept_apart) {
  auto page = page_of();
  page.rulings = lines({100, 150, 165, 260}, {100, 160});
  write(page.glyphs, 106, 105, "不予公");  // 30 of 50 - 13: full
  write(page.glyphs, 106, 117, "开");
  write(page.glyphs, 152, 105, "本");
  write(page.glyphs, 152, 117, "年");
  write(page.glyphs, 170, 105, "一行");
  write(page.glyphs, 170, 117, "两行");
  check({page}, {"1x3 1,1:不予公开 1,2:本年 1,3:一行\n两行"});
}

BOOST_AUTO_TEST_CASE(a_word_that_runs_over_the_edge_stays_whole) {
  auto page = page_of();
  page.rulings = lines({100, 143, 200}, {100, 130});
  write(page.glyphs, 105, 110, "行政许可");  // the edge goes through the last character
  write(page.glyphs, 170, 110, "7");
  check({page}, {"1x2 1,1:行政许可 1,2:7"});
}

BOOST_AUTO_TEST_CASE(neighbours_that_nearly_touch_stay_apart) {
  auto page = page_of();
  page.rulings = lines({100, 121, 142}, {100, 130});
  write(page.glyphs, 105, 110, "123");  // to 120
  write(page.glyphs, 122, 110, "456");
  check({page}, {"1x2 1,1:123 1,2:456"});
}

BOOST_AUTO_TEST_CASE(bold_by_drawing_twice_is_read_once) {
  auto page = page_of();
  write(page.glyphs, 100, 100, "总计");
  write(page.glyphs, 100.4, 100, "总计");
  check({page}, {"总计"});
}

BOOST_AUTO_TEST_CASE(lines_make_paragraphs_also_over_pages) {
  auto one = page_of(1);
  write(one.glyphs, 120, 100, "甲甲甲甲甲甲甲甲");  // indented, full to 200
  write(one.glyphs, 100, 120, "乙乙乙乙乙乙乙乙乙乙");
  write(one.glyphs, 100, 140, "丙丙");
  write(one.glyphs, 120, 160, "丁丁丁丁丁丁丁丁");
  auto two = page_of(2);
  write(two.glyphs, 100, 100, "戊戊戊戊戊戊戊戊戊戊");
  write(two.glyphs, 100, 120, "己。");
  write(two.glyphs, 100, 160, "庚庚");
  check({one, two}, {"甲甲甲甲甲甲甲甲乙乙乙乙乙乙乙乙乙乙丙丙", "丁丁丁丁丁丁丁丁戊戊戊戊戊戊戊戊戊戊己。", "庚庚"});
}

BOOST_AUTO_TEST_CASE(letters_and_digits_keep_apart_at_the_end_of_a_line) {
  auto page = page_of();
  write(page.glyphs, 120, 80, "甲甲甲甲");
  write(page.glyphs, 100, 100, "甲甲甲甲 12");
  write(page.glyphs, 100, 120, "34甲乙乙乙");
  write(page.glyphs, 100, 140, "丙");
  check({page}, {"甲甲甲甲甲甲甲甲 12 34甲乙乙乙丙"});
}

BOOST_AUTO_TEST_CASE(page_numbers_and_running_heads_are_left_out) {
  std::vector<Page> pages;
  for (std::uint32_t number = 1; number <= 3; ++number) {
    auto page = page_of(number);
    write(page.glyphs, 100, 40, "云溪县年度报告");
    write(page.glyphs, 100, 300, "第" + std::to_string(number) + "段");
    write(page.glyphs, number % 2 == 0 ? 90 : 480, 800, "- " + std::to_string(number) + " -");
    pages.push_back(page);
  }
  check(pages, {"第1段", "第2段", "第3段"});
}

BOOST_AUTO_TEST_CASE(figures_in_tables_and_years_are_no_page_numbers) {
  auto page = page_of();
  page.rulings = lines({100, 200, 300}, {780, 800, 820});
  write(page.glyphs, 105, 785, "1");
  write(page.glyphs, 205, 805, "2");
  write(page.glyphs, 100, 60, "2024年");
  check({page}, {"2024年", "2x2 1,1:1 1,2: 2,1: 2,2:2"});
}

BOOST_AUTO_TEST_CASE(columns_without_lines_keep_their_gaps) {
  auto page = page_of();
  write(page.glyphs, 100, 100, "指标");
  write(page.glyphs, 200, 100, "数");
  write(page.glyphs, 100, 120, "申请数");
  write(page.glyphs, 200, 120, "7");
  check({page}, {"指标                数\n申请数              7"});
}

BOOST_AUTO_TEST_CASE(three_lines_of_aligned_texts_are_a_table) {
  auto page = page_of();
  write(page.glyphs, 300, 80, "行政复议结果");  // over two columns
  write(page.glyphs, 100, 80, "指标");
  write(page.glyphs, 290, 100, "维持");
  write(page.glyphs, 350, 100, "纠正");
  write(page.glyphs, 100, 120, "申请数");
  write(page.glyphs, 200, 120, "7");
  write(page.glyphs, 350, 120, "3");
  write(page.glyphs, 100, 140, "甲甲甲甲甲");  // no room: its label goes on below
  write(page.glyphs, 200, 140, "12");
  write(page.glyphs, 290, 140, "4");
  write(page.glyphs, 350, 140, "5");
  write(page.glyphs, 100, 160, "乙乙");
  check({page}, {"4x4 1,1:指标 1,2: 1,3[1x2]:行政复议结果 2,1: 2,2: 2,3:维持 2,4:纠正 3,1:申请数 3,2:7 3,3: 3,4:3 "
                 "4,1:甲甲甲甲甲乙乙 4,2:12 4,3:4 4,4:5"});
}

BOOST_AUTO_TEST_CASE(a_caption_between_tables_without_lines_divides_them) {
  auto page = page_of();
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 2; ++column) {
      write(page.glyphs, 100 + 100 * column, 100 + 20 * row, "甲");
      write(page.glyphs, 120 + 100 * column, 180 + 20 * row, "乙");
    }
  }
  write(page.glyphs, 100, 160, "另一张表的标题在这里，写得比较长");
  check({page}, {"3x2 1,1:甲 1,2:甲 2,1:甲 2,2:甲 3,1:甲 3,2:甲", "另一张表的标题在这里，写得比较长",
                 "3x2 1,1:乙 1,2:乙 2,1:乙 2,2:乙 3,1:乙 3,2:乙"});
}

BOOST_AUTO_TEST_CASE(forms_to_fill_in_and_prose_in_columns_are_no_tables) {
  auto form = page_of();
  auto prose = page_of(2);
  std::string long_text;
  for (int i = 0; i < 25; ++i) {
    long_text += "文";
  }
  for (int row = 0; row < 3; ++row) {
    write(form.glyphs, 100, 100 + 20 * row, "姓名：甲");
    write(form.glyphs, 200, 100 + 20 * row, "电话：1");
    write(prose.glyphs, 20, 100 + 20 * row, long_text);
    write(prose.glyphs, 310, 100 + 20 * row, long_text);
  }
  const auto blocks = blocks_of({form, prose});
  BOOST_TEST(blocks.size() == 2U);
  BOOST_TEST(blocks.front().starts_with("姓名：甲  "));
}

BOOST_AUTO_TEST_CASE(a_frame_around_text_is_no_table) {
  auto page = page_of();
  page.rulings = lines({100, 300}, {100, 160});
  write(page.glyphs, 110, 120, "提示");
  check({page}, {"提示"});
}

BOOST_AUTO_TEST_SUITE_END()
