#include "support.hpp"
#include "work_time.hpp"

#include <boost/test/unit_test.hpp>

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string read_sketch(std::string bytes) { return sketch(read("html", std::move(bytes))); }

std::string page(const std::string& body) {
  return "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>" + body + "</body></html>";
}

std::string repeated(std::string_view part, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) {
    result += part;
  }
  return result;
}

std::string code_of(std::string bytes, Limits limits = {}) {
  Call call;
  call.limits = limits;
  const auto result = call.read("html", std::move(bytes));
  return result.ok() ? std::string() : result.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_container)

BOOST_AUTO_TEST_CASE(reads_headings_paragraphs_and_lists) {
  BOOST_TEST(read_sketch(page("<h1>云溪县报告</h1><p>公开 18 "
                              "件。</p>\n<div>一、概述<p>正文</p>尾</div><ul><li>甲</li><li><p>乙</p></li></ul>")) ==
             "# 云溪县报告\np 公开 18 件。\np 一、概述\np 正文\np 尾\nul [p 甲\n] [p 乙\n]\n");
}

BOOST_AUTO_TEST_CASE(collapses_white_space_and_keeps_breaks) {
  BOOST_TEST(read_sketch(page("<p>\n  公开政府\n  信息 18\n件，open  data&nbsp;</p><p>&nbsp;</p><h2>甲<br/>乙</h2>")) ==
             "p 公开政府信息 18 件，open data\n## 甲⏎乙\n");
}

BOOST_AUTO_TEST_CASE(a_break_before_an_indent_or_an_item_ends_the_paragraph) {
  BOOST_TEST(
      read_sketch(
          page("<div>一、概述<br>　　全县公开18件。<br>　　其中网站7件，<br>公报1件<br>二、问题<br><br>不足</div>")) ==
      "p 一、概述\np 全县公开18件。\np 其中网站7件，⏎公报1件\np 二、问题\np 不足\n");
}

BOOST_AUTO_TEST_CASE(tables_have_true_spans_headers_and_missing_cells) {
  BOOST_TEST(read_sketch(page(
                 "<table border=1><tr><th rowspan=2>项</th><th colspan=2>申请人</th></tr><tr><td>自然人</td><td>法人"
                 "</td></tr><tr><td><p>本年新<br />收</p></td><td>&nbsp;</td></tr></table>")) ==
             "t 3x3 / ^项[2x1]|^申请人[1x2] / 自然人|法人 / 本年新⏎收||~\n");
}

BOOST_AUTO_TEST_CASE(reads_word_pages) {
  BOOST_TEST(
      read_sketch(
          "<HTML xmlns:o=\"urn:schemas-microsoft-com:office:office\"><HEAD><STYLE>td {x:1}</STYLE></HEAD><BODY>"
          "<P CLASS=MsoNormal><SPAN STYLE='FONT-WEIGHT:bold'>一是</SPAN><SPAN>公开<O:P></O:P></SPAN></P>"
          "<TABLE><TR STYLE='HEIGHT: 19pt'><TD WIDTH=1><P><SPAN>主动公开数</SPAN></P></TD><TD>条</TD><TD><P>2069</P>"
          "</TD></TR><TR HEIGHT=0><TD WIDTH=9></TD><TD></TD><TD></TD></TR></TABLE></BODY></HTML>") ==
      "p 一是公开\nt 1x3 / 主动公开数|条|2069\n");
}

BOOST_AUTO_TEST_CASE(nested_tables_become_blocks_and_layout_tables_vanish) {
  BOOST_TEST(read_sketch(page(
                 "<table><tr><td><h1>报告</h1><table><tr><td>规章</td><td>0</td></tr></table></td></tr></table>")) ==
             "# 报告\nt 1x2 / 规章|0\n");
  const std::string label(240, 'x');
  BOOST_TEST(read_sketch(page("<table><tr><td>" + label +
                              "</td><td>外<table><tr><td>内</td><td>7</td></tr></table></td></tr></table>")) ==
             "t 1x2 / " + label + "|外{t 1x2 / 内|7\n}\n");
}

BOOST_AUTO_TEST_CASE(leaves_page_furniture_out_and_content_in) {
  BOOST_TEST(read_sketch(page(
                 "<nav><a href=/>首页</a></nav><ul class=menu><li><a href=a>政务</a><li><a href=b>新闻</a></ul>"
                 "<div class=pos>当前位置：<a href=/>首页</a> &gt; 年报</div><script>var a='<p>x</p>';</script>"
                 "<div style='display:none'>隐藏</div><h1>报告</h1><div class='navigation-text'>正文公开18件。</div>"
                 "<p>【打印】【关闭】</p><div>字体：大 中 小</div><footer>版权</footer>")) ==
             "# 报告\np 正文公开18件。\n");
}

BOOST_AUTO_TEST_CASE(takes_facts_of_the_page_as_properties) {
  BOOST_TEST(
      read_sketch(
          "<html><head><title>报告_云溪县</title><meta name=ArticleTitle content=报告><meta name=PubDate "
          "content='2024-01-02 10:00'></head><body><table><tr><td>索 引 号：</td><td>0352-1</td><td>发布机构</td>"
          "<td>云溪县政府</td></tr><tr><td>文号</td><td></td><td>时效</td><td>有效</td></tr></table><h1>报告</h1>"
          "<p>来源：云溪县政府&nbsp;&nbsp;发布时间：2024-01-02 浏览次数：12</p><p>公开18件。</p></body></html>") ==
      "@网页标题=报告_云溪县\n@标题=报告\n@发布日期=2024-01-02 "
      "10:00\n@索引号=0352-1\n@发布机构=云溪县政府\n@时效=有效\n"
      "@来源=云溪县政府\n@发布时间=2024-01-02\n# 报告\np 公开18件。\n");
  BOOST_TEST(
      read_sketch(page("<table><tr><td>行政许可</td><td>12</td></tr><tr><td>来源</td><td>3</td></tr></table>")) ==
      "t 2x2 / 行政许可|12 / 来源|3\n");
}

BOOST_AUTO_TEST_CASE(marks_what_is_strong) {
  const auto document = read(
      "html", page("<p><b>一是</b>公开<span style='font-weight: 700'>18件</span>。</p><h2><strong>标题</strong></h2>"));
  const auto& marks = document.blocks[0].text()->marks;
  BOOST_TEST_REQUIRE(marks.size() == 2U);
  BOOST_TEST(marks[1].from == 4U);
  BOOST_TEST(marks[1].to == 7U);
  BOOST_TEST(document.blocks[1].text()->marks.empty());
}

BOOST_AUTO_TEST_CASE(leads_figures_back_to_the_file) {
  const std::string file = page("\n<p>甲 &lt;乙&gt;\n 丙18件</p>\n<table><tr><td>规章</td>\n<td> 7 </td></tr></table>");
  const auto document = read("html", file);
  const auto& block = document.blocks[0];
  BOOST_TEST(block.text()->chars == "甲 <乙> 丙18件");
  const auto from = block.text()->chars.find("18");
  const auto at = locate(*block.text(), {0, 0}, {from, from + 2}, block.at);
  BOOST_TEST_REQUIRE(at.bytes.has_value());
  BOOST_TEST(at.bytes->from == file.find("18件"));
  BOOST_TEST(at.line == 3U);
  const auto& cell = document.blocks[1].as<Table>()->cells[1];
  BOOST_TEST(cell.at.bytes->from == file.find("7 <"));
  BOOST_TEST(cell.at.line == 5U);
}

BOOST_AUTO_TEST_CASE(reads_pages_labelled_gb2312) {
  const std::string file =
      "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><body><p>"
      "\xD4\xC6\xCF\xAA\xCF\xD8\xE9\x46"
      "18\xBC\xFE</p></body></html>";
  const auto document = read("html", file);
  BOOST_TEST(document.input.encoding == "GB18030");
  BOOST_TEST(document.blocks[0].text()->chars == "云溪县镕18件");
  const auto& text = *document.blocks[0].text();
  const auto at = locate(text, {0, 0}, {12, 14}, document.blocks[0].at);
  BOOST_TEST(at.bytes->from == file.find("18"));
}

BOOST_AUTO_TEST_CASE(refuses_deep_nesting_at_once) {
  const nianbao::test::WorkTime time;
  BOOST_TEST(code_of(repeated("<div>", 100000)) == "html-nesting");
  BOOST_TEST(code_of(repeated("<table><tr><td>", 100000)) == "html-nesting");
  BOOST_TEST(code_of(repeated("<div></b>", 100000)) == "html-nesting");
  BOOST_TEST(code_of("<svg>" + repeated("<a>", 100000)) == "html-nesting");
  std::string fonts;
  for (int i = 0; i < 400; ++i) {
    fonts += "<font a" + std::to_string(i) + ">x<p>";
  }
  BOOST_TEST(code_of(fonts + repeated("<p>x", 20000)) == "html-nesting");
  BOOST_TEST(code_of("<p " + repeated("a=1 ", 100000) + ">x") == "html-attributes");
  BOOST_TEST(code_of("<p>x" + repeated("<br>", 1000001)) == "html-tags");
  BOOST_TEST(time.seconds() < 2.0);
}

BOOST_AUTO_TEST_CASE(reads_many_elements_that_do_not_nest) {
  BOOST_TEST(code_of(repeated("<p>甲<li>乙<td>丙<a name=x>", 3000)) == "");
  BOOST_TEST(code_of(page("<script>" + repeated("<div>", 2000) + "</script><p>甲</p>")) == "");
}

BOOST_AUTO_TEST_CASE(bounds_grids) {
  BOOST_TEST(code_of(page("<table>" + repeated("<tr><td colspan=1000>x", 300) + "</table>")) == "table-too-large");
  BOOST_TEST(read_sketch(page("<table><tr><td rowspan=99999999999>甲<td colspan=0>乙<tr><td>丙</table>")) ==
             "t 2x2 / 甲[2x1]|乙 / 丙\n");
}

BOOST_AUTO_TEST_CASE(refuses_pages_without_text) {
  BOOST_TEST(code_of("") == "input-empty");
  BOOST_TEST(code_of("<html><script>render()</script></html>") == "html-no-text");
  BOOST_TEST(code_of("PK\x03\x04word/") == "input-not-text");
}

BOOST_AUTO_TEST_CASE(probes_pages) {
  const auto& html = container("html");
  BOOST_TEST((html.probe("\xEF\xBB\xBF\n<!-- saved --><!DOCTYPE HTML PUBLIC>", "a") == Certainty::certain));
  BOOST_TEST((html.probe("<HTML>", "a") == Certainty::certain));
  BOOST_TEST((html.probe("<table><tr>", "a") == Certainty::likely));
  BOOST_TEST((html.probe("收到\t7\n", "a.html") == Certainty::none));
}

BOOST_AUTO_TEST_CASE(writes_and_reads_the_same_document) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const auto document = generate(seed, true);
    const auto bytes = write("html", document);
    const auto again = read("html", bytes);
    BOOST_TEST(equal(document, again), "seed " << seed << "\n" << sketch(document) << "---\n" << sketch(again));
    BOOST_TEST(write("html", again) == bytes);
  }
}

BOOST_AUTO_TEST_CASE(keeps_blanks_of_its_own_pages) {
  Document document;
  document.blocks.emplace_back();
  document.blocks.back().body = Paragraph{Role::signoff, {"负责人：张三    审核人：李四\t填报人：王五", {}, {}}};
  BOOST_TEST(equal(read("html", write("html", document)), document));
}

BOOST_AUTO_TEST_CASE(writes_draft_marks_and_notice) {
  Document document;
  document.properties.push_back({"草稿说明", "由 <旧表> 转换。", {}});
  TableBuilder builder;
  builder.begin_row();
  Cell cell;
  cell.shaded = true;
  cell.remark = "原表\"空白\"";
  builder.add(cell);
  document.blocks.emplace_back();
  document.blocks.back().body = builder.finish();
  const auto bytes = write("html", document);
  BOOST_TEST(bytes.find("<div class=\"nianbao-notice nianbao-draft\" role=\"note\">由 &lt;旧表&gt; 转换。</div>") !=
             std::string::npos);
  BOOST_TEST(bytes.find("<td class=\"nianbao-shaded\" title=\"原表&quot;空白&quot;\">") != std::string::npos);
  const auto again = read("html", bytes);
  BOOST_TEST(sketch(again) == "@草稿说明=由 <旧表> 转换。\nt 1x1 / \n");
  BOOST_TEST(again.blocks[0].as<Table>()->cells[0].shaded);
  BOOST_TEST(again.blocks[0].as<Table>()->cells[0].remark == "原表\"空白\"");
}

BOOST_AUTO_TEST_CASE(figures_stay_whole_and_wide_tables_scroll) {
  const auto bytes = write("html", generate(1, true));
  BOOST_TEST(bytes.find("anywhere") == std::string::npos);  // would let a column be narrower than its figures
  BOOST_TEST(bytes.find("@media screen and (max-width: 60em) { table { display: block; overflow-x: auto; }") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(survives_mutated_pages) {
  std::mt19937 random(11);
  const auto seed =
      write("html", generate(5, true)) + page("<div><b>甲<table><tr><td rowspan=2><p>乙<br>丙</table><ul><li>丁");
  for (int round = 0; round < 1500; ++round) {
    Call call;
    auto document = call.read("html", mutate(seed, random));
    if (document.ok()) {
      BOOST_TEST(document_from_json(document_to_json(*document)).ok());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
