// Reading docx files: what Word shows of them.
#include <boost/test/unit_test.hpp>

#include "package.hpp"
#include "support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string read_sketch(const std::string& body) { return sketch(read("docx", docx(body))); }

std::string run(std::string_view text, std::string_view properties = {}) {
  return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t>" + std::string(text) + "</w:t></w:r>";
}

std::string field_mark(std::string_view type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
}

std::string level(int index, std::string_view format, std::string_view text) {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
         std::string(format) + "\"/><w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}

std::string numbered(std::string_view text, int numbering, int level) {
  return paragraph(text, "",
                   "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                       std::to_string(numbering) + "\"/></w:numPr>");
}

std::string style(std::string_view id, std::string_view name, std::string_view rest = {}) {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(id) + "\"><w:name w:val=\"" + std::string(name) +
         "\"/>" + std::string(rest) + "</w:style>";
}

std::string diagnostic_of(const std::string& body) {
  Call call;
  BOOST_TEST(call.read("docx", docx(body)).ok());
  return call.diagnostic();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_reader)

BOOST_AUTO_TEST_CASE(takes_headings_from_styles_outline_levels_and_titles) {
  DocxParts parts;
  parts.styles = style("1", "heading 1") + style("a", "自拟标题", "<w:basedOn w:val=\"1\"/>") + style("b", "Title") +
                 style("c", "正文加粗", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>");
  parts.body = paragraph("清河市2023年年报", "b") + paragraph("一、总体情况", "1") + paragraph("二、主动公开", "a") +
               paragraph("1.会议", "c") + paragraph("（一）机构", "", "<w:outlineLvl w:val=\"1\"/>") +
               paragraph("正文。", "", "<w:outlineLvl w:val=\"9\"/>") + paragraph("未知样式", "zz");
  const auto document = read("docx", docx(parts));
  BOOST_TEST(sketch(document) ==
             "p 清河市2023年年报\n# 一、总体情况\n# 二、主动公开\n### 1.会议\n## （一）机构\np 正文。\np 未知样式\n");
  BOOST_TEST((document.blocks[0].as<Paragraph>()->role == Role::title));
  BOOST_TEST(document.blocks[1].at.part == "word/document.xml");
}

BOOST_AUTO_TEST_CASE(a_whole_paragraph_in_a_heading_style_is_no_heading) {
  DocxParts parts;
  parts.styles = style("1", "heading 1");
  parts.body = paragraph(repeated("主动公开政府信息。", 30), "1");
  BOOST_TEST(sketch(read("docx", docx(parts))).starts_with("p "));
}

BOOST_AUTO_TEST_CASE(shows_the_numbers_word_shows) {
  DocxParts parts;
  parts.numbering = "<w:abstractNum w:abstractNumId=\"4\">" + level(0, "chineseCountingThousand", "%1、") +
                    level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.") +
                    level(3, "decimalEnclosedCircle", "%4") + level(4, "decimal", "%1.%5") +
                    "</w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"4\"/></w:num>"
                    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"4\"/><w:lvlOverride w:ilvl=\"2\">"
                    "<w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";
  parts.body = numbered("概述", 2, 0) + numbered("机构", 2, 1) + numbered("会议", 2, 2) + numbered("2023年培训", 2, 2) +
               numbered("公开", 2, 1) + numbered("渠道", 2, 2) + numbered("网站", 2, 3) + numbered("申请", 2, 0) +
               numbered("复议", 2, 1) + numbered("续", 3, 2) + numbered("又", 3, 2) + numbered("无", 9, 0) +
               paragraph("正文", "", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + numbered("附", 2, 4);
  BOOST_TEST(sketch(read("docx", docx(parts))) ==
             "p 一、概述\np （一）机构\np 1.会议\np 2. 2023年培训\np （二）公开\np 1.渠道\np ①网站\np 二、申请\n"
             "p （一）复议\np 7.续\np 8.又\np 无\np 正文\np 二.1 附\n");
}

BOOST_AUTO_TEST_CASE(counts_headings_whose_style_is_numbered) {
  DocxParts parts;
  parts.styles = style("1", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>");
  parts.numbering = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "chineseCounting", "%1、") +
                    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  for (int i = 0; i < 12; ++i) {
    parts.body += paragraph("章", "1");
  }
  const auto text = sketch(read("docx", docx(parts)));
  BOOST_TEST(text.starts_with("# 一、章\n# 二、章\n"));
  BOOST_TEST(text.ends_with("# 十、章\n# 十一、章\n# 十二、章\n"));
}

BOOST_AUTO_TEST_CASE(makes_lists_of_bullets) {
  DocxParts parts;
  parts.numbering = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "bullet", "\xEF\x82\xB7") +
                    level(1, "bullet", "o") +
                    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  parts.body =
      numbered("甲", 1, 0) + numbered("乙", 1, 1) + numbered("丙", 1, 0) + paragraph("正文") + numbered("丁", 1, 0);
  BOOST_TEST(sketch(read("docx", docx(parts))) == "ul [p 甲\nul [p 乙\n]\n] [p 丙\n]\np 正文\nul [p 丁\n]\n");
}

BOOST_AUTO_TEST_CASE(reads_true_grids) {
  BOOST_TEST(read_sketch(table(row(cell("指标", "<w:gridSpan w:val=\"2\"/>") + cell("数", ""), "<w:tblHeader/>") +
                               row(cell("甲", "<w:vMerge w:val=\"restart\"/>") + cell("乙") + cell("1")) +
                               row(cell("", "<w:vMerge/>") + cell("丙") + cell("")))) ==
             "t 3x3 / ^指标[1x2]|^数 / 甲[2x1]|乙|1 / 丙|\n");
}

BOOST_AUTO_TEST_CASE(reads_merges_over_rows_and_columns) {
  constexpr auto kBegin = "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>";
  constexpr auto kOn = "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"continue\"/>";
  BOOST_TEST(read_sketch(table(row(cell("甲", kBegin) + cell("1")) + row(cell("", kOn) + cell("2")) +
                               row(cell("乙", kBegin) + cell("3")) + row(cell("", kOn) + cell("4")))) ==
             "t 4x3 / 甲[2x2]|1 / 2 / 乙[2x2]|3 / 4\n");
  BOOST_TEST(read_sketch(table(row(cell("甲", "<w:hMerge w:val=\"restart\"/>") + cell("", "<w:hMerge/>") + cell("1")) +
                               row(cell("a") + cell("b") + cell("c")))) == "t 2x3 / 甲[1x2]|1 / a|b|c\n");
}

BOOST_AUTO_TEST_CASE(keeps_places_without_a_cell) {
  BOOST_TEST(read_sketch(table(row(cell("甲") + cell("乙") + cell("丙")) +
                               row(cell("1"), "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>") +
                               row(cell("2")))) == "t 3x3 / 甲|乙|丙 / ~|1|~ / 2|~|~\n");
}

BOOST_AUTO_TEST_CASE(says_where_merges_do_not_fit) {
  const auto uneven = table(row(cell("甲", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>")) +
                            row(cell("", "<w:vMerge/>") + cell("1")));
  BOOST_TEST(read_sketch(uneven) == "t 2x2 / 甲[1x2] / |1\n");
  BOOST_TEST(diagnostic_of(uneven) == "docx-uneven-merge");
  BOOST_TEST(diagnostic_of(table(row(cell("甲", "<w:vMerge w:val=\"restart\"/>")) + row(cell("5", "<w:vMerge/>")))) ==
             "docx-covered-text");
  // A merge that begins nowhere is a cell of its own.
  BOOST_TEST(read_sketch(table(row(cell("甲", "<w:vMerge/>")) + row(cell("乙")))) == "t 2x1 / 甲 / 乙\n");
}

BOOST_AUTO_TEST_CASE(reads_tables_in_cells_and_controls) {
  const auto inner = table(row(cell("内")));
  BOOST_TEST(read_sketch(table(row("<w:tc>" + inner + paragraph("外") + "</w:tc>" + cell("1")))) ==
             "t 1x2 / 外{t 1x1 / 内\n}|1\n");
  BOOST_TEST(read_sketch(table("<w:sdt><w:sdtContent>" +
                               row("<w:sdt><w:sdtContent>" + cell("甲") + "</w:sdtContent></w:sdt>" + cell("乙")) +
                               "</w:sdtContent></w:sdt>")) == "t 1x2 / 甲|乙\n");
}

BOOST_AUTO_TEST_CASE(joins_the_lines_of_a_cell) {
  const auto lines = "<w:tc><w:p>" + run("三、本年度") + "<w:r><w:br/></w:r>" + run("办理结果") + "</w:p><w:p/><w:p>" +
                     run("（件）") + "</w:p></w:tc>";
  BOOST_TEST(read_sketch(table(row(lines))) == "t 1x1 / 三、本年度⏎办理结果⏎（件）\n");
}

BOOST_AUTO_TEST_CASE(leaves_placeholders_blank) {
  const auto placeholder = "<w:tc><w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                           run("单击此处输入文字。") + "</w:sdtContent></w:sdt></w:p></w:tc>";
  BOOST_TEST(read_sketch(table(row(placeholder + cell("7")))) == "t 1x2 / |7\n");
}

BOOST_AUTO_TEST_CASE(keeps_insertions_and_leaves_deletions_out) {
  const auto changed = "<w:p>" + run("收到申请") + "<w:del><w:r><w:delText>17</w:delText></w:r></w:del><w:ins>" +
                       run("18") + "</w:ins>" + run("件") + "</w:p>";
  BOOST_TEST(read_sketch(changed) == "p 收到申请18件\n");
  BOOST_TEST(diagnostic_of(changed) == "docx-tracked-changes");
  BOOST_TEST(read_sketch(paragraph("前", "", "<w:rPr><w:del/></w:rPr>") + paragraph("后")) == "p 前后\n");
  BOOST_TEST(read_sketch(table(row(cell("旧"), "<w:del/>") + row(cell("新"), "<w:ins/>"))) == "t 1x1 / 新\n");
  BOOST_TEST(read_sketch(paragraph("末", "", "<w:rPr><w:del/></w:rPr>")) == "p 末\n");
}

BOOST_AUTO_TEST_CASE(shows_what_fields_compute) {
  const auto sum = "<w:p>" + run("共") + field_mark("begin") + "<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>" +
                   field_mark("separate") + run("12") + field_mark("end") + run("件") + "</w:p>";
  BOOST_TEST(read_sketch(sum) == "p 共12件\n");
  BOOST_TEST(read_sketch("<w:p><w:fldSimple w:instr=\"DATE\">" + run("2024年") + "</w:fldSimple></w:p>") ==
             "p 2024年\n");
}

BOOST_AUTO_TEST_CASE(leaves_the_table_of_contents_out) {
  const auto toc = "<w:p>" + field_mark("begin") + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" +
                   field_mark("separate") + run("一、概述 1") + "</w:p>" + paragraph("二、公开 3") + "<w:p>" +
                   field_mark("end") + "</w:p>" + paragraph("正文");
  BOOST_TEST(read_sketch(toc) == "p 正文\n");
  BOOST_TEST(diagnostic_of(toc) == "docx-contents-left-out");
}

BOOST_AUTO_TEST_CASE(reads_text_boxes_once) {
  const auto content = "<w:txbxContent>" + paragraph("框内") + "</w:txbxContent>";
  const auto box = "<w:p>" + run("框外") +
                   "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + content +
                   "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + content +
                   "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
  BOOST_TEST(read_sketch(box) == "p 框外\np 框内\n");
  BOOST_TEST(read_sketch("<w:p><w:r><w:pict><v:textbox>" + content + "</v:textbox></w:pict></w:r></w:p>") ==
             "p 框内\n");
}

BOOST_AUTO_TEST_CASE(puts_notes_behind_their_paragraph_or_table) {
  DocxParts parts;
  parts.footnotes = "<w:footnote w:id=\"2\">" + paragraph("含上年结转。") + "</w:footnote><w:footnote w:id=\"3\">" +
                    paragraph("不含咨询。") + "</w:footnote>";
  const std::string mark = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
  const std::string other = "<w:r><w:footnoteReference w:id=\"3\"/></w:r>";
  parts.body = "<w:p>" + run("收到18") + mark + run("件") + "</w:p>" +
               table(row("<w:tc><w:p>" + run("66") + other + "</w:p></w:tc>")) + "<w:p>" + run("完") + mark + "</w:p>";
  const auto document = read("docx", docx(parts));
  BOOST_TEST(sketch(document) == "p 收到18件\np 含上年结转。\nt 1x1 / 66\np 不含咨询。\np 完\n");
  BOOST_TEST((document.blocks[1].as<Paragraph>()->role == Role::note));
  const auto& marks = document.blocks[0].as<Paragraph>()->text.marks;
  BOOST_REQUIRE(marks.size() == 1);
  BOOST_TEST(marks[0].from == 4);
  BOOST_TEST((marks[0].kind == MarkKind::note));
}

BOOST_AUTO_TEST_CASE(splits_paragraphs_at_soft_breaks_before_items) {
  const auto soft = "<w:p>" + run("一、概述") + "<w:r><w:br/></w:r>" + run("　　2023年") + "<w:r><w:br/></w:r>" +
                    run("继续") + "<w:r><w:br/></w:r>" + run("二、公开") + "</w:p>";
  BOOST_TEST(read_sketch("<w:p>" + run("甲") + "<w:r><w:br w:type=\"page\"/></w:r>" + run("乙") + "</w:p>") ==
             "p 甲乙\n");
  const auto text = read_sketch(soft);
  BOOST_TEST(text.starts_with("p 一、概述"));
  BOOST_TEST(text.ends_with("\np 二、公开\n"));
}

BOOST_AUTO_TEST_CASE(marks_bold_runs) {
  const auto document =
      read("docx", docx("<w:p>" + run("一是") + run("加强", "<w:b/>") + run("领导", "<w:b w:val=\"1\"/>") +
                        run("。", "<w:b w:val=\"0\"/>") + "</w:p>"));
  const auto& text = document.blocks[0].as<Paragraph>()->text;
  BOOST_TEST(text.chars == "一是加强领导。");
  BOOST_REQUIRE(text.marks.size() == 1);
  BOOST_TEST(text.marks[0].from == 2);
  BOOST_TEST(text.marks[0].to == 6);
}

BOOST_AUTO_TEST_CASE(leaves_hidden_text_out) {
  BOOST_TEST(read_sketch("<w:p>" + run("明") + run("暗", "<w:vanish/>") + "</w:p>") == "p 明\n");
  BOOST_TEST(diagnostic_of("<w:p>" + run("明") + run("暗", "<w:vanish/>") + "</w:p>") == "docx-hidden-text");
}

BOOST_AUTO_TEST_CASE(names_images) {
  DocxParts parts;
  parts.relationships =
      "<Relationship Id=\"i\" Type=\"http://x/image\" Target=\"media/image3.png\"/>"
      "<Relationship Id=\"j\" Type=\"http://x/image\" Target=\"http://far.example/a.png\" TargetMode=\"External\"/>";
  const auto picture = [](const char* id) {
    return "<w:p><w:r><w:drawing><wp:inline><wp:docPr descr=\"印章\"/><a:graphic><pic:pic><a:blip r:embed=\"" +
           std::string(id) + "\"/></pic:pic></a:graphic></wp:inline></w:drawing></w:r></w:p>";
  };
  parts.body = paragraph("清河市人民政府") + picture("i") + picture("j");
  BOOST_TEST(sketch(read("docx", docx(parts))) == "p 清河市人民政府\ni image3.png 印章\ni  印章\n");
}

BOOST_AUTO_TEST_CASE(says_what_it_cannot_read) {
  BOOST_TEST(diagnostic_of(paragraph("甲") + "<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object>"
                                             "</w:r></w:p>") == "docx-embedded-object");
  BOOST_TEST(diagnostic_of(paragraph("甲") + "<w:altChunk/>") == "docx-inserted-file");
}

BOOST_AUTO_TEST_CASE(reads_whatever_prefixes_and_strict_files) {
  const auto with = [](const std::string& document) {
    return Zip()
        .add(
            "_rels/.rels",
            "<x:Relationships xmlns:x=\"http://schemas.openxmlformats.org/package/2006/relationships\"><x:Relationship "
            "Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" "
            "Target=\"/word\\document.xml\"/></x:Relationships>")
        .add("WORD\\Document.xml", document)
        .bytes();
  };
  const std::string body = "<z:body><z:p><z:r><z:t>甲</z:t></z:r></z:p></z:body>";
  BOOST_TEST(sketch(read("docx", with("<z:document xmlns:z=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">" +
                                      body + "</z:document>"))) == "p 甲\n");
  BOOST_TEST(sketch(read("docx", with("<document xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
                                      "xmlns:w=\"urn:other\"><body><w:p>x</w:p><p><r><t>乙</t></r></p></body>"
                                      "</document>"))) == "p 乙\n");
}

BOOST_AUTO_TEST_SUITE_END()
