#include "support.hpp"
#include "work_time.hpp"

#include <boost/test/unit_test.hpp>

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string read_sketch(std::string bytes) { return sketch(read("markdown", std::move(bytes))); }

}  // namespace

BOOST_AUTO_TEST_SUITE(markdown_container)

BOOST_AUTO_TEST_CASE(reads_headings_paragraphs_and_lists) {
  BOOST_TEST(read_sketch("# 云溪县报告\n\n正文一行\n\n概述\n---\n\n- 甲\n- 乙\n  1. 丙\n\n> 引文\n\n###四、问题\n") ==
             "# 云溪县报告\np 正文一行\n## 概述\nul [p 甲\n] [p 乙\nol [p 丙\n]\n]\np 引文\n### 四、问题\n");
}

BOOST_AUTO_TEST_CASE(bold_beside_chinese_punctuation_is_bold) {
  const auto document =
      read("markdown", "二是**“两微一端”平台建设**。**三是依法依规。**严格办理*18*件，见[网站](http://a.example)。\n");
  BOOST_TEST(document.blocks[0].text()->chars == "二是“两微一端”平台建设。三是依法依规。严格办理18件，见网站。");
  const auto& marks = document.blocks[0].text()->marks;
  BOOST_TEST_REQUIRE(marks.size() == 2U);
  BOOST_TEST(marks[0].from == 2U);
  BOOST_TEST(marks[0].to == 12U);
  BOOST_TEST(marks[1].from == 13U);
}

BOOST_AUTO_TEST_CASE(pipe_tables_keep_every_cell) {
  BOOST_TEST(read_sketch("| 信息内容 | 本年制发 |\n|---|:-:|\n| 规章 | 0 | 3 |\n| **文件** | 5\\|6<br>件 |\n") ==
             "t 3x3 / ^信息内容|^本年制发|~ / 规章|0|3 / 文件|5|6⏎件|~\n");
  BOOST_TEST(read_sketch("| 119 | 25 |\n|---|---|\n| 7 | 0 |\n\n| 一、新收 | 3 |\n") ==
             "t 2x2 / 119|25 / 7|0\nt 1x2 / 一、新收|3\n");
}

BOOST_AUTO_TEST_CASE(attributes_behind_texts_are_left_out) {
  BOOST_TEST(read_sketch("## 二、概述 {#gaishu .title}\n\n共[18]{style=\"FONT-SIZE: "
                         "14pt\"}件，[见[附件]{.x}]{lang=zh}。\n\n{甲}[乙]{丙}\n") ==
             "## 二、概述\np 共18件，见附件。\np {甲}[乙]{丙}\n");
  BOOST_TEST(read_sketch("| [规章]{.a} | [0]{.b} |\n|---|---|\n| [文件]{.a} | [3]{.b} |\n") ==
             "t 2x2 / 规章|0 / 文件|3\n");
}

BOOST_AUTO_TEST_CASE(html_tables_inside_are_read_as_html) {
  const std::string file =
      "表二\n\n<table>\n<tr><td rowspan=\"2\">项</td><td>一</td></tr>\n\n<tr><td>二</td></tr>\n</table>\n\n后文\n";
  const auto document = read("markdown", file);
  BOOST_TEST(sketch(document) == "p 表二\nt 2x2 / 项[2x1]|一 / 二\np 后文\n");
  const auto& cell = document.blocks[1].as<Table>()->cells[2];
  BOOST_TEST(cell.at.line == 6U);
  BOOST_TEST(cell.at.bytes->from == file.find("二</td>"));
}

BOOST_AUTO_TEST_CASE(lines_of_a_paragraph_are_joined_and_headings_in_it_stay_apart) {
  BOOST_TEST(
      read_sketch("一、总体情况\n"
                  "2023年，云溪县认真贯彻落实上级部署，围绕中心工作，坚持便民理念，以\n"
                  "办好群众身边的小事为着力点，逐项公布办事流程，主动解答群众提出来的\n"
                  "— 1 —\n"
                  "疑问，方便了全县的企业和居民，取得了一定的成绩，现将有关情况报告如\n"
                  "下，通过政府网站和政务新媒体以及政府公报等渠道，全县各单位向社会主\n"
                  "动公开18件。\n") ==
      "p 一、总体情况\n"
      "p "
      "2023年，云溪县认真贯彻落实上级部署，围绕中心工作，坚持便民理念，以办好群众身边的小事为着力点，逐项公布办事流程，"
      "主动解答群众提出来的疑问，方便了全县的企业和居民，取得了一定的成绩，现将有关情况报告如下，通过政府网站和政务新媒"
      "体"
      "以及政府公报等渠道，全县各单位向社会主动公开18件。\n");
}

BOOST_AUTO_TEST_CASE(code_is_lines_and_numbers_of_lists_are_kept) {
  BOOST_TEST(read_sketch("```\n规章   0\n**x**\n```\n\n    缩进的正文。\n\n3. 保护第三方合法权益\n4. 内部事务信息\n") ==
             "= 规章   0⏎**x**\np 缩进的正文。\np 3. 保护第三方合法权益\np 4. 内部事务信息\n");
}

BOOST_AUTO_TEST_CASE(reads_properties) {
  BOOST_TEST(read_sketch("---\ntitle: 报告\n\"索引号\": \"0352: \\\"1\\\"\"\n---\n正文。\n") ==
             "@title=报告\n@索引号=0352: \"1\"\np 正文。\n");
  BOOST_TEST(read_sketch("索引号：0352\n发布日期：2024-01-02\n\n正文。\n") ==
             "@索引号=0352\n@发布日期=2024-01-02\np 正文。\n");
  BOOST_TEST(read_sketch("---\n正文。\n") == "p 正文。\n");
}

BOOST_AUTO_TEST_CASE(leads_figures_back_to_the_file) {
  const std::string file = "---\na: b\n---\n# 报告\n\n公开**18件**。\n";
  const auto document = read("markdown", file);
  const auto& block = document.blocks[1];
  const auto from = block.text()->chars.find("18");
  const auto at = locate(*block.text(), {2, 4}, {from, from + 2}, block.at);
  BOOST_TEST(at.bytes->from == file.find("18"));
  BOOST_TEST(at.line == 6U);
}

BOOST_AUTO_TEST_CASE(probes_by_content) {
  const auto& markdown = container("markdown");
  BOOST_TEST((markdown.probe("# 甲\n| a | b |\n|---|---|\n", "a.txt") == Certainty::certain));
  BOOST_TEST((markdown.probe("# 甲\n## 乙\n## 丙\n", "a.txt") == Certainty::likely));
  BOOST_TEST((markdown.probe("# 甲\n## 乙\n## 丙\n收\t1\n办\t2\n", "a.txt") == Certainty::none));
  BOOST_TEST((markdown.probe("甲\n", "a.md") == Certainty::possible));
  BOOST_TEST((markdown.probe("甲\n", "a.txt") == Certainty::none));
  BOOST_TEST((markdown.probe("PK\x03\x04", "a.md") == Certainty::none));
}

BOOST_AUTO_TEST_CASE(refuses_hostile_nesting_at_once) {
  const nianbao::test::WorkTime time;
  for (const auto* marker : {"> ", "- ", "1. ", " "}) {
    std::string file;
    for (int i = 0; i < 100000; ++i) {
      file += marker;
    }
    Call call;
    const auto result = call.read("markdown", file + "甲" + std::string(100000, '\n'));
    BOOST_TEST((!result.ok() && result.error().code == "markdown-nesting"));
  }
  std::string brackets;
  for (int i = 0; i < 50000; ++i) {
    brackets += "[*_`";
  }
  BOOST_TEST(Call().read("markdown", brackets).ok());
  BOOST_TEST(time.seconds() < 3.0);
}

BOOST_AUTO_TEST_CASE(writes_and_reads_the_same_document) {
  for (const bool spans : {false, true}) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
      const auto document = generate(seed, spans);
      const auto bytes = write("markdown", document);
      const auto again = read("markdown", bytes);
      BOOST_TEST(equal(document, again), "seed " << seed << "\n"
                                                 << bytes << "---\n"
                                                 << sketch(document) << "---\n"
                                                 << sketch(again));
      BOOST_TEST(write("markdown", again) == bytes);
    }
  }
}

BOOST_AUTO_TEST_CASE(writes_the_draft_notice_at_the_top) {
  Document document;
  document.properties.push_back({"草稿说明", "由旧表转换，请核对。", {}});
  document.blocks.emplace_back();
  document.blocks.back().body = Paragraph{Role::body, {"正文。", {}, {}}};
  const auto bytes = write("markdown", document);
  BOOST_TEST(bytes == "> 草稿说明：由旧表转换，请核对。\n\n正文。\n");
  BOOST_TEST(read_sketch(bytes) == "@草稿说明=由旧表转换，请核对。\np 正文。\n");
}

BOOST_AUTO_TEST_CASE(writes_bold_that_every_reader_takes_for_bold) {
  Document document;
  document.blocks.emplace_back();
  document.blocks.back().body = Paragraph{Role::body, {"一是依法。严格办理。", {{0, 5, MarkKind::strong}}, {}}};
  document.blocks.emplace_back();
  document.blocks.back().body = Paragraph{Role::body, {"一是依法，严格办理。", {{0, 4, MarkKind::strong}}, {}}};
  const auto bytes = write("markdown", document);
  BOOST_TEST(bytes == "<strong>一是依法。</strong>严格办理。\n\n**一是依法**，严格办理。\n");
  BOOST_TEST(equal(read("markdown", bytes), document));
}

BOOST_AUTO_TEST_CASE(survives_mutated_markdown) {
  std::mt19937 random(17);
  const auto seed = write("markdown", generate(4, true)) + write("markdown", generate(9, false));
  for (int round = 0; round < 1500; ++round) {
    Call call;
    auto document = call.read("markdown", mutate(seed, random));
    if (document.ok()) {
      BOOST_TEST(document_from_json(document_to_json(*document)).ok());
    }
  }
}

BOOST_AUTO_TEST_CASE(dashes_over_columns_are_no_rules_between_paragraphs) {
  const std::string ruler = "  ------ -----\n";
  BOOST_TEST(sketch(read("markdown", "# 年报\n\n" + ruler + "  规章   1\n  文件   2\n" + ruler + "\n说明。\n")) ==
             "# 年报\nt 2x2 / 规章|1 / 文件|2\np 说明。\n");
}

BOOST_AUTO_TEST_SUITE_END()
