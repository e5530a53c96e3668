#include "support.hpp"

#include <boost/test/unit_test.hpp>

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string read_sketch(std::string bytes) { return sketch(read("text", std::move(bytes))); }

/// The bytes of the file that a part of a block's text says it stands at.
std::string behind(const std::string& file, const Block& block, std::string_view part) {
  const auto& text = *block.text();
  const auto from = text.chars.find(part);
  const auto at = locate(text, {0, 0}, {from, from + part.size()}, block.at);
  BOOST_REQUIRE(at.bytes);
  return file.substr(at.bytes->from, at.bytes->to - at.bytes->from);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_container)

BOOST_AUTO_TEST_CASE(lines_are_paragraphs) {
  BOOST_TEST(read_sketch("云溪县人民政府\n\n2023年度报告\n一、概述\n　　本报告共六部分。\n") ==
             "p 云溪县人民政府\np 2023年度报告\np 一、概述\np 本报告共六部分。\n");
}

BOOST_AUTO_TEST_CASE(rows_of_tabs_are_tables) {
  const auto document = read("text", "统计指标\t单位\t统计数\n收到申请数\t件\t7\n举报投诉数量\t件\t\n");
  BOOST_TEST(sketch(document) == "t 3x3 / 统计指标|单位|统计数 / 收到申请数|件|7 / 举报投诉数量|件|\n");
  const auto& cell = *document.blocks[0].as<Table>()->covering(2, 3);
  BOOST_TEST(cell.at.line == 2U);
  BOOST_TEST(cell.at.row == 2U);
  BOOST_TEST(cell.at.bytes->from == std::string("统计指标\t单位\t统计数\n收到申请数\t件\t").size());
}

BOOST_AUTO_TEST_CASE(ragged_rows_get_missing_cells) {
  BOOST_TEST(read_sketch("第二十条\t\t\t\n规章\t0\t0\t0\n许可\t35\n") ==
             "t 3x4 / 第二十条||| / 规章|0|0|0 / 许可|35|~|~\n");
}

BOOST_AUTO_TEST_CASE(a_blank_line_or_a_line_without_tabs_ends_a_table) {
  BOOST_TEST(read_sketch("规章\t0\n文件\t1\n\n处罚\t2\n其他情况说明\n强制\t3\n") ==
             "t 2x2 / 规章|0 / 文件|1\nt 1x2 / 处罚|2\np 其他情况说明\nt 1x2 / 强制|3\n");
}

BOOST_AUTO_TEST_CASE(rows_of_tabs_that_lost_their_line_breaks_are_text) {
  BOOST_TEST(read_sketch("信息内容\t件数 规章\t3\t1 行政规范性文件\t5\t2 第二十条第（五）项\t4\n") ==
             "p 信息内容\t件数 规章\t3\t1 行政规范性文件\t5\t2 第二十条第（五）项\t4\n");
  BOOST_TEST(read_sketch("规章\t3 件\t4 件\n") == "t 1x3 / 规章|3 件|4 件\n");
}

BOOST_AUTO_TEST_CASE(rows_whose_cells_are_glued_are_lines_of_their_own) {
  std::string file;
  for (int line = 0; line < 6; ++line) {
    file += "各单位按照要求认真做好政府信息公开的各项日常工作并及\n";
  }
  file +=
      "时更新。\n\n（二）部分公开（分开处理的，只计一种情形）0149002245\n（三）不予公开1.属于国家秘密0149002245\n"
      "信访举报投诉类申请0149002245\n";
  const auto all = read_sketch(file);
  BOOST_TEST(all.find("工作并及各单位") != std::string::npos);
  BOOST_TEST(all.find("0149002245（三）") == std::string::npos);
  BOOST_TEST(all.find("0149002245信访") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_figure_and_its_unit_cut_apart_are_one_sentence) {
  BOOST_TEST(read_sketch("全年审查文件15件，出台文件 8\n件。其余照旧。\n") ==
             "p 全年审查文件15件，出台文件 8件。其余照旧。\n");
  BOOST_TEST(read_sketch("收到申请数 8\n二、答复数 9\n") == "= 收到申请数 8⏎二、答复数 9\n");
}

BOOST_AUTO_TEST_CASE(leading_tabs_below_a_row_as_wide_are_blank_cells) {
  BOOST_TEST(read_sketch("申请\t自然人\t总计\n\t\t其他\n受理\t1\t2\n") ==
             "t 3x3 / 申请|自然人|总计 / ||其他 / 受理|1|2\n");
}

BOOST_AUTO_TEST_CASE(a_sign_off_beside_tabs_is_no_table) {
  BOOST_TEST(read_sketch("单位负责人：张三\t审核人：李四\n联系电话：0101\t填报日期：2024年\n") ==
             "p 单位负责人：张三\t审核人：李四\np 联系电话：0101\t填报日期：2024年\n");
}

BOOST_AUTO_TEST_CASE(pipe_rows_are_tables_and_empty_ones_nothing) {
  BOOST_TEST(read_sketch("| | | |\n\n| 规章 | 3 | 0 |\n|---|---|---|\n| 文件 | 6 | 5 |\n") ==
             "t 2x3 / 规章|3|0 / 文件|6|5\n");
}

BOOST_AUTO_TEST_CASE(tables_ruled_by_dashes_are_tables) {
  const std::string ruler = "  -------------- -------- ----\n";
  const auto document =
      read("text", "二、主动公开\n\n" + ruler + "  信息内容       本年\n  规章                    2\n" + ruler);
  BOOST_TEST(sketch(document) == "p 二、主动公开\nt 2x3 / 信息内容|本年| / 规章||2\n");
  BOOST_TEST(document.blocks[1].as<Table>()->covering(2, 3)->at.line == 5U);
  // A header over the ruler; rows of several lines have empty lines between them.
  BOOST_TEST(read_sketch("  信息内容       本年\n" + ruler + "  规章           1\n\n说明。\n") ==
             "t 2x3 / 信息内容|本年| / 规章|1|\np 说明。\n");
  BOOST_TEST(read_sketch(ruler + "  行政规范性     1 2\n  文件\n\n  规章           12\n" + ruler) ==
             "t 2x3 / 行政规范性文件|1 2| / 规章|12|\n");
  // A sentence goes across the columns.
  BOOST_TEST(read_sketch(ruler + "  本报告共六部分，自一月一日起计。\n" + ruler).find("t ") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(frames_of_dashes_are_tables) {
  const std::string frame = "+------+------+\n";
  BOOST_TEST(read_sketch(frame + "| 信息 | 本年 |\n| 内容 |      |\n" + frame + "| 规章 | 2    |\n" + frame +
                         "| 文件 |      |\n" + frame) == "t 3x2 / 信息内容|本年 / 规章|2 / 文件|\n");
  BOOST_TEST(read_sketch(frame + "| 信息 | 本年 |\n" + frame + "| 规章 | 2    |\n| 文件 | 3    |\n" + frame) ==
             "t 3x2 / 信息|本年 / 规章|2 / 文件|3\n");
}

BOOST_AUTO_TEST_CASE(number_signs_make_headings_and_stars_marks) {
  const std::string file =
      "## **（一）公开情况**\n一是**加强“两微一端”建设**。二是**依法依规。**严格办理18件。张**、李**等人。\n";
  const auto document = read("text", file);
  BOOST_TEST(sketch(document) ==
             "## （一）公开情况\np 一是加强“两微一端”建设。二是依法依规。严格办理18件。张**、李**等人。\n");
  const auto& marks = document.blocks[1].text()->marks;
  BOOST_TEST_REQUIRE(marks.size() == 2U);
  BOOST_TEST(marks[0].from == 2U);
  BOOST_TEST(marks[0].to == 12U);
  BOOST_TEST(marks[1].from == 15U);
  BOOST_TEST(marks[1].to == 20U);
  BOOST_TEST(behind(file, document.blocks[1], "18件") == "18件");
  BOOST_TEST(document.blocks[0].text()->marks.empty());
}

BOOST_AUTO_TEST_CASE(lines_cut_to_one_width_are_made_whole) {
  const std::string file =
      "一、总体情况\n"
      "2023年，云溪县认真贯彻落实上级部署，围绕中心工作，坚持便民理念，以\n"
      "办好群众身边的小事为着力点，逐项公布办事流程，主动解答群众提出来的\n"
      "疑问，方便了全县的企业和居民。\n"
      "（一）主动公开方面。借助门户网站、微信号和各村务公告栏等渠道，全县\n"
      "共向社会主动公开政府信息1800余条，编写办事图解手册19期，其中县级7\n"
      "期，举办开放活动3期，记下居民提问82条，都在当月作了答复并送到本人\n"
      "手里。\n"
      "（二）监督保障方面。强化培训指导，举办培训班，课程设计坚持问题导向\n"
      "，切实突出针对性和实操性，不断提升工作人员的专业水平和服务能力。一\n"
      "是加强监督，二是加强考核。\n";
  const auto document = read("text", file);
  BOOST_TEST_REQUIRE(document.blocks.size() == 4U);
  BOOST_TEST(document.blocks[2].text()->chars.substr(0, 30) == "（一）主动公开方面。");
  BOOST_TEST(document.blocks[2].text()->chars.find("其中县级7期，") != std::string_view::npos);
  BOOST_TEST(document.blocks[2].text()->chars.ends_with("本人手里。"));
  BOOST_TEST(behind(file, document.blocks[2], "1800余条") == "1800余条");
  const auto& text = *document.blocks[2].text();
  const auto from = text.chars.find("82条");
  BOOST_TEST(locate(text, {0, 0}, {from, from + 2}, document.blocks[2].at).line == 7U);
}

BOOST_AUTO_TEST_CASE(cells_are_no_part_of_a_paragraph_cut_to_lines) {
  const std::string prose =
      "本年度认真贯彻落实条例要求，稳步推进政务公开各项工作，完善\n各类公开平台，规范办理流程，公开内容更加全面，群众获"
      "得感\n"
      "进一步增强，队伍建设得到加强，培训工作扎实开展，年度各项\n任务圆满完成，社会各界给予好评，成效显著，值得在今后坚"
      "持。\n";
  const auto joined = read_sketch(prose).size();
  const auto cells =
      read_sketch(prose +
                  "\n危及国家安全、公共安全、经济安全和社会稳定的情形 件 24\n不是《条例》所指政府信息 件 19\n"
                  "一、本年新收政府信息公开申请数量（不含上年结转部分）数\n117\n——\n"
                  "（二）通过不同渠道和方式公开政府信息的各种情况\n1.政府公报公开政府信息数\n");
  BOOST_TEST(cells.substr(joined) ==
             "p 危及国家安全、公共安全、经济安全和社会稳定的情形 件 24\np 不是《条例》所指政府信息 件 19\n"
             "p 一、本年新收政府信息公开申请数量（不含上年结转部分）数\np 117\np ——\n"
             "p （二）通过不同渠道和方式公开政府信息的各种情况\np 1.政府公报公开政府信息数\n");
}

BOOST_AUTO_TEST_CASE(a_line_of_many_cells_is_no_row) {
  std::string line = "规章";
  for (int i = 0; i < 30; ++i) {
    line += "\t" + std::to_string(i);
  }
  BOOST_TEST(read_sketch(line + "\n") == "p " + line + "\n");
}

BOOST_AUTO_TEST_CASE(a_sentence_cut_by_a_page_is_made_whole) {
  const std::string first =
      "（二）加强审查。全年两次修改来稿登记和三级校对的办法，写明了由哪个科室供稿、由哪个科室复核，开";
  BOOST_TEST(read_sketch(first + "\n\n通热线，保障了信息公开的真实性。\n") ==
             "p " + first + "通热线，保障了信息公开的真实性。\n");
  BOOST_TEST(read_sketch(first + "\n\n二是加强培训。\n") == "p " + first + "\np 二是加强培训。\n");
  BOOST_TEST(read_sketch("（二）改进服务方式，逐步形成上下级联动的公开局面\n\n一是公开。\n") ==
             "p （二）改进服务方式，逐步形成上下级联动的公开局面\np 一是公开。\n");
}

BOOST_AUTO_TEST_CASE(columns_set_apart_by_blanks_are_kept_verbatim) {
  const std::string table =
      "第二十条第（一）项\n"
      "信息内容        本年制发件数   现行有效件数\n"
      "规章              0          11\n"
      "\n"
      "行政规范性文件    109          597\n";
  const auto document = read("text", "二、主动公开政府信息情况\n" + table + "三、存在的问题\n工作仍有不足。\n");
  BOOST_TEST(sketch(document) ==
             "p 二、主动公开政府信息情况\n"
             "= 第二十条第（一）项⏎信息内容        本年制发件数   现行有效件数⏎规章              0          11⏎⏎"
             "行政规范性文件    109          597\n"
             "p 三、存在的问题\np 工作仍有不足。\n");
  BOOST_TEST(document.blocks[1].at.line == 2U);
}

BOOST_AUTO_TEST_CASE(a_section_heading_parts_two_regions_and_row_numbers_do_not) {
  BOOST_TEST(read_sketch("二、主动公开\n"
                         "许可      12\n"
                         "处罚      30\n"
                         "三、收到申请\n"
                         "          自然人    总计\n"
                         "一、本年新收      5     5\n"
                         "二、上年结转      0     0\n"
                         "三、本年度办理结果\n"
                         "（一）予以公开      4     4\n"
                         "四、结转下年度      1     1\n"
                         "四、复议和诉讼\n"
                         "维持    纠正\n"
                         "  2       1\n") ==
             "p 二、主动公开\n"
             "= 许可      12⏎处罚      30\n"
             "p 三、收到申请\n"
             "=           自然人    总计⏎一、本年新收      5     5⏎二、上年结转      0     0⏎三、本年度办理结果⏎"
             "（一）予以公开      4     4⏎四、结转下年度      1     1\n"
             "p 四、复议和诉讼\n"
             "= 维持    纠正⏎  2       1\n");
}

BOOST_AUTO_TEST_CASE(text_cut_after_as_many_characters_is_joined) {
  BOOST_TEST(
      read_sketch("2018年全市共主动公开政府信息12457条，其中通过\n"
                  "政府网站公开11201条，通过政务微博公开210条\n"
                  "，通过政务微信公开346条，通过其他方式公开70\n"
                  "0条。全年举办新闻发布会26次，政策解读稿件13\n"
                  "2篇。\n") ==
      "p "
      "2018年全市共主动公开政府信息12457条，其中通过政府网站公开11201条，通过政务微博公开210条，通过政务微信公开346条，"
      "通过其他方式公开700条。全年举办新闻发布会26次，政策解读稿件132篇。\n");
}

BOOST_AUTO_TEST_CASE(lines_of_about_one_width_are_no_cut_text_where_others_are_much_wider) {
  const std::string page =
      "首页 > 政务公开 > 政府信息公开年报\n"
      "字号：【大】【中】【小】 打印 关闭\n"
      "清河市2023年政府信息公开年度报告\n"
      "发布时间：2024-01-25 来源：市政府办\n"
      "根据条例要求编制本报告，所列数据的统计期限自2023年1月1日起至2023年12月31日止，电子版可从网站下载。\n"
      "全年主动公开政府信息1203条，比上年增加。\n";
  BOOST_TEST(read_sketch(page).find("p 清河市2023年政府信息公开年度报告\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_cell_to_a_line_after_a_lone_tab_is_kept_verbatim) {
  BOOST_TEST(
      read_sketch(
          "附件\n\n\t指标\n\t单位\n\t数\n\n\t（一）公开数\n\n（同一信息计1条）\n\t条\n\t12\n\n\t六、投诉\n\t件\n\t\n"
          "\n填报单位：\n\n\t依托门户网站，编制目录并上网公开。\n") ==
      "p 附件\n= \t指标⏎\t单位⏎\t数⏎⏎\t（一）公开数⏎⏎（同一信息计1条）⏎\t条⏎\t12⏎⏎\t六、投诉⏎\t件⏎\t\n"
      "p 填报单位：\np 依托门户网站，编制目录并上网公开。\n");
}

BOOST_AUTO_TEST_CASE(figures_with_single_blanks_are_kept_verbatim) {
  BOOST_TEST(read_sketch("信息内容 本年制发件数\n规章 0 0 0\n行政规范性文件 0 5 5\n共有 3 个方面。\n") ==
             "p 信息内容 本年制发件数\n= 规章 0 0 0⏎行政规范性文件 0 5 5\np 共有 3 个方面。\n");
}

BOOST_AUTO_TEST_CASE(a_sign_off_with_blanks_is_no_table) {
  BOOST_TEST(read_sketch("单位负责人：张三        审核人：李四\n\n联系电话：0101-66      填报日期：2024年2月\n") ==
             "p 单位负责人：张三        审核人：李四\np 联系电话：0101-66      填报日期：2024年2月\n");
}

BOOST_AUTO_TEST_CASE(labelled_values_at_the_top_are_properties) {
  BOOST_TEST(read_sketch("索 引 号: 0352/2018-32\n发布日期：2018-02-13 12:30\n文号:\n\n云溪县报告\n来源：网站\n") ==
             "@索引号=0352/2018-32\n@发布日期=2018-02-13 12:30\np 云溪县报告\np 来源：网站\n");
  BOOST_TEST(read_sketch("各位代表：现将情况报告如下。\n") == "p 各位代表：现将情况报告如下。\n");
}

BOOST_AUTO_TEST_CASE(bare_numbers_that_count_the_pages_are_furniture) {
  BOOST_TEST(read_sketch("一、概述\n公开18件。\n\n3\n\f二、问题\n不够主动。\n\n4\n\f三、其他\n无。\n") ==
             "p 一、概述\np 公开18件。\np 二、问题\np 不够主动。\np 三、其他\np 无。\n");
  // The last cells of two pages do not count them; one page alone tells nothing.
  BOOST_TEST(read_sketch("收到申请数\n\n3\n\f办结数\n\n3\n\f答复数\n") ==
             "p 收到申请数\np 3\np 办结数\np 3\np 答复数\n");
  BOOST_TEST(read_sketch("收到申请数\n\n3\n\f办结数\n") == "p 收到申请数\np 3\np 办结数\n");
}

BOOST_AUTO_TEST_CASE(page_numbers_and_form_feeds_are_furniture) {
  const auto document = read("text", "一、概述\n公开18件。\n  - 1 -\n\f二、问题\n不够主动。\n");
  BOOST_TEST(sketch(document) == "p 一、概述\np 公开18件。\np 二、问题\np 不够主动。\n");
  BOOST_TEST(document.blocks[1].at.page == 1U);
  BOOST_TEST(document.blocks[2].at.page == 2U);
}

BOOST_AUTO_TEST_CASE(all_line_ends_are_read) {
  BOOST_TEST(read_sketch("甲\r\n乙\r丙\n丁") == "p 甲\np 乙\np 丙\np 丁\n");
  BOOST_TEST(read_sketch("许可    12\r\n处罚    30\r\n") == "= 许可    12⏎处罚    30\n");
}

BOOST_AUTO_TEST_CASE(probes_any_text_and_no_binary) {
  const auto& text = container("text");
  BOOST_TEST((text.probe("收到申请\t7\n办结\t7\n", "a.txt") == Certainty::likely));
  BOOST_TEST((text.probe("云溪县报告", "a.txt") == Certainty::possible));
  BOOST_TEST((text.probe("PK\x03\x04zzz", "a.txt") == Certainty::none));
  BOOST_TEST((text.probe("", "a.txt") == Certainty::none));
}

BOOST_AUTO_TEST_CASE(refuses_what_it_cannot_read) {
  const auto code = [](std::string bytes, Limits limits = {}) {
    Call call;
    call.limits = limits;
    const auto result = call.read("text", std::move(bytes));
    return result.ok() ? std::string() : result.error().code;
  };
  BOOST_TEST(code("") == "input-empty");
  BOOST_TEST(code(" \n\n") == "input-empty");
  BOOST_TEST(code("%PDF-1.7") == "input-not-text");
  Limits small;
  small.input_bytes = 10;
  BOOST_TEST(code("一二三四五六", small) == "input-too-large");
  BOOST_TEST(code("甲" + std::string(1000001, '\n')) == "text-too-large");
  BOOST_TEST(code("甲" + std::string(300000, '\t') + "乙\n") == "table-too-large");
  BOOST_TEST(code(std::string(300000, '|') + "乙|\n") == "table-too-large");
}

BOOST_AUTO_TEST_CASE(a_text_of_one_line_stays_one_paragraph) {
  std::string line = "云溪县财政局报告。";
  for (int i = 0; i < 2000; ++i) {
    line += "主动公开数 条 " + std::to_string(i) + " ";
  }
  BOOST_TEST(read("text", line).blocks.size() == 1U);
}

BOOST_AUTO_TEST_CASE(writes_tables_as_tabs) {
  const std::string file = "索引号：01\n发布日期：2024-01-02\n\n云溪县报告\n\n指标\t单位\t数\n公开\t条\t7\n";
  const auto document = read("text", file);
  BOOST_TEST(write("text", document) == file);
}

BOOST_AUTO_TEST_CASE(survives_mutated_input) {
  std::mt19937 random(7);
  const std::string seed =
      "索引号：01\n\n# 报告\n**一是**公开18件。\n指标\t数\n公开\t7\n\n规章    0    5\n文件    1    "
      "2\n\t甲\n\t乙\n\t丙\n";
  for (int round = 0; round < 2000; ++round) {
    Call call;
    auto document = call.read("text", mutate(seed, random));
    if (document.ok()) {
      BOOST_TEST(document_from_json(document_to_json(*document)).ok());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
