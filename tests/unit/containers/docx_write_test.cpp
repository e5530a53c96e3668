// Writing docx files: what is read back, what Word finds in them.
#include <boost/test/unit_test.hpp>

#include <numeric>

#include "package.hpp"
#include "support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

Block table_block(TableBuilder& builder) {
  Block block;
  block.body = builder.finish();
  return block;
}

Block paragraph_block(Role role, std::string_view text) {
  Block block;
  block.body = Paragraph{role, {text, {}, {}}};
  return block;
}

std::string part_of(const std::string& bytes, const std::string& name) { return unzip(bytes, name); }

bool holds(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_writer)

BOOST_AUTO_TEST_CASE(writes_and_reads_the_same_document) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const auto document = generate(seed, true);
    const auto bytes = write("docx", document);
    const auto again = read("docx", bytes);
    BOOST_TEST(equal(document, again), "seed " << seed << "\n" << sketch(document) << "---\n" << sketch(again));
    BOOST_TEST(write("docx", again) == bytes);
  }
}

BOOST_AUTO_TEST_CASE(keeps_roles_lines_images_captions_and_nested_blocks) {
  Document document;
  for (const auto role :
       {Role::title, Role::subtitle, Role::body, Role::caption, Role::note, Role::signoff, Role::date}) {
    document.blocks.push_back(paragraph_block(role, "负责人：张三    审核人：李四\t填报人"));
  }
  document.blocks.emplace_back();
  document.blocks.back().body = Lines{{"  指标  单位\n\n  收到  7 ", {}, {}}};
  document.blocks.emplace_back();
  document.blocks.back().body = Image{"image1.png", "印章"};
  TableBuilder builder;
  builder.begin_row();
  Cell cell;
  TableBuilder inner;
  inner.begin_row();
  inner.add({}).text.chars = "内";
  cell.blocks.push_back(table_block(inner));
  cell.blocks.push_back(document.blocks.back());
  builder.add(std::move(cell)).text.chars = "外";
  auto table = table_block(builder);
  table.as<Table>()->caption = "表一";
  document.blocks.push_back(table);
  document.blocks.push_back(table);
  const auto again = read("docx", write("docx", document));
  BOOST_TEST(equal(document, again), sketch(document) << "---\n" << sketch(again));
}

BOOST_AUTO_TEST_CASE(writes_draft_marks_as_comments) {
  Document document;
  document.properties.push_back({"草稿说明", "由<旧表>转换。", {}});
  TableBuilder builder;
  builder.begin_row();
  Cell cell;
  cell.shaded = true;
  cell.remark = "原表\"空白\"";
  builder.add(cell);
  document.blocks.push_back(table_block(builder));
  const auto bytes = write("docx", document);
  BOOST_TEST(holds(part_of(bytes, "word/comments.xml"), "w:author=\"nianbao\""));
  BOOST_TEST(holds(part_of(bytes, "word/comments.xml"), "原表&quot;空白&quot;"));
  const auto again = read("docx", bytes);
  BOOST_TEST(sketch(again) == "@草稿说明=由<旧表>转换。\nt 1x1 / \n");
  BOOST_TEST(again.blocks[0].as<Table>()->cells[0].shaded);
  BOOST_TEST(again.blocks[0].as<Table>()->cells[0].remark == "原表\"空白\"");
  // A clean file has none.
  Document clean;
  clean.blocks.push_back(paragraph_block(Role::body, "甲"));
  BOOST_TEST(!holds(part_of(write("docx", clean), "word/document.xml"), "comment"));
}

BOOST_AUTO_TEST_CASE(prints_the_official_page) {
  Document document;
  document.blocks.push_back(paragraph_block(Role::title, "清河市2023年年报"));
  const auto bytes = write("docx", document);
  const auto main = part_of(bytes, "word/document.xml");
  BOOST_TEST(holds(main, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
  BOOST_TEST(holds(main, "w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\""));
  BOOST_TEST(holds(main, "w:type=\"lines\" w:linePitch=\"579\""));
  BOOST_TEST(holds(part_of(bytes, "word/footer1.xml"), "— "));
  BOOST_TEST(holds(part_of(bytes, "word/settings.xml"), "<w:evenAndOddHeaders/>"));
  const auto styles = part_of(bytes, "word/styles.xml");
  for (const auto* font : {"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"}) {
    BOOST_TEST(holds(styles, std::string("w:eastAsia=\"") + font + "\""), font);
    BOOST_TEST(holds(part_of(bytes, "word/fontTable.xml"), font));
  }
  BOOST_TEST(holds(part_of(bytes, "docProps/core.xml"), "<dc:title>清河市2023年年报</dc:title>"));
}

BOOST_AUTO_TEST_CASE(writes_true_merges_and_repeated_header_rows) {
  TableBuilder builder;
  builder.begin_row();
  Cell wide;
  wide.header = true;
  wide.colspan = 2;
  wide.rowspan = 2;
  builder.add(wide);
  Cell head;
  head.header = true;
  builder.add(head);
  builder.begin_row();
  builder.add(head);
  builder.begin_row();
  for (int i = 0; i < 3; ++i) {
    builder.add({});
  }
  Document document;
  document.blocks.push_back(table_block(builder));
  const auto main = part_of(write("docx", document), "word/document.xml");
  BOOST_TEST(holds(main, "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>"));
  BOOST_TEST(holds(main, "<w:gridSpan w:val=\"2\"/><w:vMerge/>"));
  std::size_t heads = 0;
  for (auto at = main.find("<w:tblHeader/>"); at != std::string::npos; at = main.find("<w:tblHeader/>", at + 1)) {
    ++heads;
  }
  BOOST_TEST(heads == 2U);
}

BOOST_AUTO_TEST_CASE(takes_styles_and_page_of_a_reference_document) {
  DocxParts parts;
  parts.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"别的\"/></w:style>";
  parts.body =
      "<w:p/><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\"/><w:pgMar w:left=\"1000\" w:right=\"1000\"/></w:sectPr>";
  Document document;
  document.blocks.emplace_back();
  document.blocks.back().body = Heading{1, {"一、概述", {}, {}}};
  document.blocks.push_back(paragraph_block(Role::title, "标题"));
  Call call;
  call.options["reference-doc"] = docx(parts);
  const auto bytes = call.write("docx", document);
  BOOST_REQUIRE(bytes.ok());
  const auto main = part_of(*bytes, "word/document.xml");
  BOOST_TEST(holds(main, "w:w=\"16838\""));
  BOOST_TEST(holds(main, "<w:pStyle w:val=\"2\"/>"));
  BOOST_TEST(holds(main, "<w:pStyle w:val=\"NianbaoTitle\"/>"));
  BOOST_TEST(equal(read("docx", *bytes), document));

  call.options["reference-doc"] = "no docx";
  const auto refused = call.write("docx", document);
  BOOST_REQUIRE(!refused.ok());
  BOOST_TEST(refused.error().code == "reference-doc-unreadable");
}

BOOST_AUTO_TEST_CASE(a_column_is_as_wide_as_its_longest_figure) {
  TableBuilder builder;
  for (const std::string_view last : {"总计", "901327"}) {
    builder.begin_row();
    builder.add({}).text.chars = "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请的情形及其他情形";
    for (int column = 0; column < 7; ++column) {
      builder.add({}).text.chars = "社会公益组织";
    }
    builder.add({}).text.chars = last;
  }
  Document document;
  document.blocks.push_back(table_block(builder));
  const auto body = part_of(write("docx", document), "word/document.xml");
  std::vector<int> widths;
  const std::string_view mark = "<w:gridCol w:w=\"";
  for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at + 1)) {
    widths.push_back(std::stoi(body.substr(at + mark.size())));
  }
  BOOST_REQUIRE(widths.size() == 9);
  BOOST_TEST(widths.back() >= 6 * 105 + 2 * 57);  // digits of 10.5 points, the padding of both sides
  BOOST_TEST(widths.front() > widths[1]);
  BOOST_TEST(std::accumulate(widths.begin(), widths.end(), 0) <= 8845);
}

BOOST_AUTO_TEST_SUITE_END()
