// Reading and writing xlsx files.
#include <boost/test/unit_test.hpp>

#include "package.hpp"
#include "support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string read_sketch(const std::string& bytes) { return sketch(read("xlsx", bytes)); }

std::string code_of(std::string bytes) {
  Call call;
  const auto result = call.read("xlsx", std::move(bytes));
  return result.ok() ? "" : result.error().code;
}

std::string diagnostic_of(const std::string& bytes) {
  Call call;
  BOOST_TEST(call.read("xlsx", bytes).ok());
  return call.diagnostic();
}

/// What a number shows in this format.
std::string shown(std::string_view stored, std::string_view code, const std::string& workbook = {}) {
  XlsxParts parts;
  std::string escaped;
  for (const char c : code) {
    escaped += c == '"' ? "&quot;" : std::string(1, c);
  }
  parts.workbook = workbook;
  parts.styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"" + escaped +
                 "\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>";
  parts.sheets.push_back("<sheetData>" + sheet_row(1, number_cell("A1", stored, "s=\"1\"")) + "</sheetData>");
  const auto text = read_sketch(xlsx(parts));
  return text.substr(2, text.size() - 3);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xlsx_container)

BOOST_AUTO_TEST_CASE(tells_tables_from_text) {
  const auto rows =
      sheet_row(1, text_cell("A1", "清河市2023年年报")) +
      sheet_row(2, text_cell("A2", "指标") + text_cell("B2", "数")) +
      sheet_row(3, text_cell("A3", "收到") + number_cell("B3", "7")) + sheet_row(4, text_cell("A4", "一、其中")) +
      sheet_row(5, text_cell("A5", "网络") + number_cell("B5", "0")) + sheet_row(7, text_cell("A7", "填表人：张三"));
  const auto document = read("xlsx", xlsx(rows, {"A1:B1"}));
  BOOST_TEST(sketch(document) == "p 清河市2023年年报\nt 4x2 / 指标|数 / 收到|7 / 一、其中| / 网络|0\np 填表人：张三\n");
  const auto& cell = document.blocks[1].as<Table>()->cells[3];
  BOOST_TEST(cell.at.sheet == "表1");
  BOOST_TEST(cell.at.cell == "B3");
}

BOOST_AUTO_TEST_CASE(lets_borders_tell_tables) {
  XlsxParts parts;
  parts.styles =
      "<borders><border/><border><left style=\"thin\"/><right style=\"thin\"/></border></borders>"
      "<cellXfs><xf/><xf borderId=\"1\"/></cellXfs>";
  parts.sheets.push_back("<sheetData>" + sheet_row(1, text_cell("A1", "单位：清河市") + text_cell("B1", "2023年")) +
                         sheet_row(2, text_cell("A2", "表头", "s=\"1\"") + "<c r=\"B2\" s=\"1\"/>") +
                         sheet_row(3, text_cell("A3", "收到", "s=\"1\"") + "<c r=\"B3\" s=\"1\"/>") +
                         sheet_row(4, text_cell("A4", "注：含结转。")) + "</sheetData>");
  BOOST_TEST(read_sketch(xlsx(parts)) == "p 单位：清河市\np 2023年\nt 2x2 / 表头| / 收到|\np 注：含结转。\n");
}

BOOST_AUTO_TEST_CASE(reads_merges_and_drops_columns_that_nothing_tells_apart) {
  const auto rows = sheet_row(1, text_cell("A1", "甲") + text_cell("D1", "乙")) +
                    sheet_row(2, text_cell("A2", "1") + text_cell("D2", "2") + text_cell("F2", "3")) +
                    sheet_row(3, text_cell("D3", "4") + text_cell("F3", "5"));
  BOOST_TEST(read_sketch(xlsx(rows, {"A1:C1", "D1:F1", "A2:C3", "D2:E2", "D3:E3"})) ==
             "t 3x3 / 甲|乙[1x2] / 1[2x1]|2|3 / 4|5\n");
  // What the merges leave blank stays a column.
  BOOST_TEST(read_sketch(xlsx(sheet_row(1, text_cell("A1", "甲") + text_cell("C1", "乙")))) == "t 1x3 / 甲||乙\n");
}

BOOST_AUTO_TEST_CASE(keeps_grids_whole_where_merges_overlap) {
  const auto rows = sheet_row(1, text_cell("A1", "甲") + text_cell("B1", "乙") + text_cell("C1", "丙")) +
                    sheet_row(2, text_cell("A2", "丁") + text_cell("B2", "戊") + text_cell("C2", "己"));
  Call call;
  const auto document = call.read("xlsx", xlsx(rows, {"A1:B2", "B1:C2", "A1:XFD1048576"}));
  BOOST_REQUIRE(document.ok());
  BOOST_TEST(document_from_json(document_to_json(*document)).ok());
  BOOST_TEST(call.diagnostic() == "xlsx-covered-text");
}

BOOST_AUTO_TEST_CASE(reads_shared_and_rich_strings) {
  XlsxParts parts;
  parts.strings =
      "<si><r><t>主动</t></r><r><rPr><b/></rPr><t>公开</t></r><rPh><t>zhu</t></rPh></si><si><t>一行_x000D_\n二行</t></"
      "si>";
  parts.sheets.push_back("<sheetData>" +
                         sheet_row(1, number_cell("A1", "0", "t=\"s\"") + number_cell("B1", "1", "t=\"s\"") +
                                          number_cell("C1", "9", "t=\"s\"") + number_cell("D1", "计算", "t=\"str\"")) +
                         "</sheetData>");
  BOOST_TEST(read_sketch(xlsx(parts)) == "t 1x4 / 主动公开|一行⏎二行||计算\n");
}

BOOST_AUTO_TEST_CASE(shows_numbers_by_their_format) {
  BOOST_TEST(shown("14.279999999999999", "General") == "14.28");
  BOOST_TEST(shown("4.29385756E2", "General") == "429.385756");
  BOOST_TEST(shown("1E-3", "General") == "0.001");
  BOOST_TEST(shown("123456789012", "General") == "123456789012");
  BOOST_TEST(shown("2.675", "0.00") == "2.68");
  BOOST_TEST(shown("999.995", "#,##0.00") == "1,000.00");
  BOOST_TEST(shown("1234567", "#,##0") == "1,234,567");
  BOOST_TEST(shown("0.0623", "0.0%") == "6.2%");
  BOOST_TEST(shown("6", "0\"期\"") == "6期");
  BOOST_TEST(shown("0", "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ") == "0");
  BOOST_TEST(shown("-5", "0;[Red]0") == "-5");
  BOOST_TEST(shown("12345", "0!.0,\"万\"") == "12345");
  BOOST_TEST(shown("7", "000") == "007");
  BOOST_TEST(shown("1.50", "0.##") == "1.5");
  BOOST_TEST(shown("很多", "0") == "很多");
}

BOOST_AUTO_TEST_CASE(shows_dates) {
  BOOST_TEST(shown("45291", "yyyy\"年\"m\"月\"d\"日\"") == "2023年12月31日");
  BOOST_TEST(shown("45291", "yyyy-mm-dd") == "2023-12-31");
  BOOST_TEST(shown("45291.5", "yyyy/m/d h:mm") == "2023-12-31 12:00");
  BOOST_TEST(shown("45291", "[$-804]yyyy\"年\"m\"月\"") == "2023年12月");
  BOOST_TEST(shown("59", "yyyy-mm-dd") == "1900-02-28");
  BOOST_TEST(shown("43829", "yyyy-mm-dd", "<workbookPr date1904=\"1\"/>") == "2023-12-31");
  BOOST_TEST(shown("-1", "yyyy-mm-dd") == "-1");
}

BOOST_AUTO_TEST_CASE(says_what_it_leaves_out) {
  const auto shown = sheet_row(1, text_cell("A1", "甲") + text_cell("B1", "乙"));
  BOOST_TEST(diagnostic_of(xlsx(shown + sheet_row(2, text_cell("A2", "丙"), "hidden=\"1\""))) == "xlsx-hidden-rows");
  BOOST_TEST(diagnostic_of(xlsx(shown + sheet_row(2, "<c r=\"A2\"><f>SUM(A1)</f></c>"))) ==
             "xlsx-formula-without-value");
  BOOST_TEST(diagnostic_of(xlsx(shown + sheet_row(2, number_cell("A2", "#DIV/0!", "t=\"e\"")))) == "xlsx-error-value");
  XlsxParts parts;
  parts.sheets = {"<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>" + shown + "</sheetData>"};
  BOOST_TEST(diagnostic_of(xlsx(parts)) == "xlsx-hidden-columns");
  parts.sheets = {"<sheetData>" + shown + "</sheetData>", "<sheetData>" + shown + "</sheetData>"};
  parts.sheet_attributes = {"", "state=\"hidden\""};
  BOOST_TEST(diagnostic_of(xlsx(parts)) == "xlsx-hidden-sheet");
  BOOST_TEST(read_sketch(xlsx(parts)) == "t 1x2 / 甲|乙\n");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_workbook) {
  BOOST_TEST(code_of("PK") == "package-damaged");
  BOOST_TEST(code_of(docx("<w:p/>")) == "xlsx-not-a-workbook");
  BOOST_TEST(code_of(Zip().add("a.txt", "甲").bytes()) == "package-not-office");
  BOOST_TEST(code_of(xlsx("")) == "xlsx-no-text");
  BOOST_TEST(code_of(xlsx(sheet_row(1, text_cell("A1", "甲")) + sheet_row(1048576, text_cell("XFD1048576", "乙")))) ==
             "");
}

BOOST_AUTO_TEST_CASE(bounds_sheets) {
  std::string rows;
  for (int row = 1; row <= 300; ++row) {
    rows += sheet_row(row, text_cell("A" + std::to_string(row), "甲") + text_cell("ALL" + std::to_string(row), "乙"));
  }
  BOOST_TEST(code_of(xlsx(rows)) == "table-too-large");
  Call call;
  call.limits.cells = 10;
  const auto many = call.read("xlsx", xlsx(rows));
  BOOST_REQUIRE(!many.ok());
  BOOST_TEST(many.error().code == "sheet-too-large");
}

BOOST_AUTO_TEST_CASE(writes_and_reads_the_same_document_but_for_bold) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    auto document = generate(seed, true);
    for (auto& block : document.blocks) {
      if (auto* paragraph = block.as<Paragraph>()) {
        paragraph->text.marks.clear();
      } else if (auto* list = block.as<List>()) {
        for (auto& item : list->items) {
          item.front().as<Paragraph>()->text.marks.clear();
        }
      }
    }
    const auto bytes = write("xlsx", document);
    const auto again = read("xlsx", bytes);
    BOOST_TEST(equal(document, again), "seed " << seed << "\n" << sketch(document) << "---\n" << sketch(again));
    BOOST_TEST(write("xlsx", again) == bytes);
  }
}

BOOST_AUTO_TEST_CASE(writes_figures_as_numbers_and_everything_else_as_text) {
  TableBuilder builder;
  builder.begin_row();
  for (const auto* text : {"66", "429.385756", "-3", "007", "1.50", "13901234567890", "66件", "=1+1", "_x0041_"}) {
    builder.add({}).text.chars = text;
  }
  Document document;
  document.blocks.emplace_back();
  document.blocks.back().body = builder.finish();
  const auto bytes = write("xlsx", document);
  const auto sheet = unzip(bytes, "xl/worksheets/sheet2.xml");
  BOOST_TEST(sheet.find("<v>66</v>") != std::string::npos);
  BOOST_TEST(sheet.find("<v>429.385756</v>") != std::string::npos);
  BOOST_TEST(sheet.find("<v>-3</v>") != std::string::npos);
  for (const auto* text : {"007", "1.50", "13901234567890", "66件", "=1+1"}) {
    BOOST_TEST(sheet.find(">" + std::string(text) + "</t>") != std::string::npos, text);
  }
  BOOST_TEST(equal(read("xlsx", bytes), document));
}

BOOST_AUTO_TEST_CASE(writes_draft_marks_and_further_sheets) {
  Document document;
  document.properties.push_back({"草稿说明", "由旧表转换。", {}});
  TableBuilder builder;
  builder.begin_row();
  Cell cell;
  cell.shaded = true;
  cell.remark = "原表空白";
  builder.add(cell);
  Document beside;
  beside.blocks.emplace_back();
  beside.blocks.back().body = Paragraph{Role::body, {"转换对照", {}, {}}};
  document.blocks.emplace_back();
  document.blocks.back().body = builder.finish();
  Call call;
  call.options["sheet:数据"] = "指标,值\r\n\"收到\"\"申请\"\"\",18\r\n";
  call.options["sheet:转换对照表"] = document_to_json(beside);
  const auto bytes = call.write("xlsx", document);
  BOOST_REQUIRE(bytes.ok());
  BOOST_TEST(unzip(*bytes, "xl/comments2.xml").find("原表空白") != std::string::npos);
  BOOST_TEST(unzip(*bytes, "xl/workbook.xml").find("name=\"数据\"") != std::string::npos);
  BOOST_TEST(unzip(*bytes, "xl/worksheets/sheet3.xml").find("收到&quot;申请&quot;") != std::string::npos);
  const auto again = read("xlsx", *bytes);
  BOOST_TEST(sketch(again) == "@草稿说明=由旧表转换。\nt 1x1 / \n");
  BOOST_TEST(again.blocks[0].as<Table>()->cells[0].shaded);
  BOOST_TEST(again.blocks[0].as<Table>()->cells[0].remark == "原表空白");
}

BOOST_AUTO_TEST_CASE(survives_mutated_parts) {
  std::mt19937 random(9);
  const auto sheet = "<sheetData>" + sheet_row(1, text_cell("A1", "甲") + number_cell("B1", "45291.5", "s=\"1\"")) +
                     sheet_row(2, number_cell("A2", "1", "t=\"s\"")) +
                     "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>";
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m;[Red]#,##0.0_ \\!\"/></numFmts>"
      "<cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs>";
  for (int round = 0; round < 1500; ++round) {
    XlsxParts parts;
    parts.sheets.push_back(round % 2 == 0 ? mutate(sheet, random) : sheet);
    parts.styles = round % 2 == 1 ? mutate(styles, random) : styles;
    Call call;
    const auto document = call.read("xlsx", xlsx(parts));
    BOOST_TEST((!document.ok() || document_from_json(document_to_json(*document)).ok()));
  }
}

BOOST_AUTO_TEST_SUITE_END()
