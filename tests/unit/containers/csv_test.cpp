// Reading and writing csv files.
#include <boost/test/unit_test.hpp>

#include "support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string read_sketch(const std::string& bytes) { return sketch(read("csv", bytes)); }

Document with_table(const std::vector<std::vector<std::string_view>>& rows) {
  TableBuilder builder;
  for (const auto& row : rows) {
    builder.begin_row();
    for (const auto text : row) {
      builder.add({}).text.chars = text;
    }
  }
  Document document;
  document.blocks.emplace_back();
  document.blocks.back().body = builder.finish();
  return document;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_container)

BOOST_AUTO_TEST_CASE(reads_records) {
  BOOST_TEST(read_sketch("清河市2023年年报\r\n\r\n指标,单位,数\r\n\"收到,\"\"网上\"\"\",件,7\r\n回应,次\r\n") ==
             "p 清河市2023年年报\nt 3x3 / 指标|单位|数 / 收到,\"网上\"|件|7 / 回应|次|~\n");
  BOOST_TEST(read_sketch("甲,\"一\n二\"\n乙,2") == "t 2x2 / 甲|一⏎二 / 乙|2\n");
  BOOST_TEST(read_sketch("甲;1\n乙;2\n") == "t 2x2 / 甲|1 / 乙|2\n");
  // The last row is a label without figures; a note is none.
  BOOST_TEST(read_sketch("甲,1\n乙,\n注：含结转,\n") == "t 2x2 / 甲|1 / 乙|\np 注：含结转\n");
  BOOST_TEST(read_sketch("标题,,\n甲,1,2\n乙,,\n丙,3,4\n") == "p 标题\nt 3x3 / 甲|1|2 / 乙|| / 丙|3|4\n");
}

BOOST_AUTO_TEST_CASE(rows_with_blank_cells_are_of_the_table_where_text_has_none) {
  const std::string label = "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理";
  BOOST_TEST(read_sketch("标题\n甲,1,2\n," + label + ",\n总计,,\n结转,,\n\n二、其他\n") ==
             "p 标题\nt 4x3 / 甲|1|2 / |" + label + "| / 总计|| / 结转||\np 二、其他\n");
}

BOOST_AUTO_TEST_CASE(reads_what_excel_writes_in_china) {
  const std::string gb = "\xD6\xB8\xB1\xEA,\xCA\xFD\n\xCA\xD5\xB5\xBD,7\n";
  Call call;
  const auto document = call.read("csv", gb);
  BOOST_REQUIRE(document.ok());
  BOOST_TEST(sketch(*document) == "t 2x2 / 指标|数 / 收到|7\n");
  BOOST_TEST(document->input.encoding == "GB18030");
}

BOOST_AUTO_TEST_CASE(knows_where_fields_stand) {
  const std::string file = "甲,\"乙\"\n丙,18\n";
  const auto document = read("csv", file);
  const auto& cells = document.blocks[0].as<Table>()->cells;
  BOOST_REQUIRE(cells[3].at.bytes);
  BOOST_TEST(cells[3].at.bytes->from == file.find("18"));
  BOOST_TEST(cells[3].at.line == 2U);
  BOOST_TEST(cells[1].at.bytes->from == file.find("乙"));
}

BOOST_AUTO_TEST_CASE(takes_an_open_quote_for_a_character) {
  Call call;
  const auto document = call.read("csv", "甲,\"乙\n丙,\"2\n丁,3\n");
  BOOST_REQUIRE(document.ok());
  BOOST_TEST(sketch(*document) == "t 2x2 / 甲|\"乙⏎丙,\"2 / 丁|3\n");
  const auto open = call.read("csv", "甲,\"乙\n丙,2\n");
  BOOST_REQUIRE(open.ok());
  BOOST_TEST(sketch(*open) == "t 2x2 / 甲|\"乙 / 丙|2\n");
  BOOST_TEST(call.diagnostic() == "csv-open-quote");
}

BOOST_AUTO_TEST_CASE(writes_for_excel) {
  const auto document = with_table({{"指标", "a,b"}, {"\"甲\"", "一\n二"}});
  const auto bytes = write("csv", document);
  BOOST_TEST(bytes == "\xEF\xBB\xBF指标,\"a,b\"\r\n\"\"\"甲\"\"\",\"一\n二\"\r\n");
  BOOST_TEST(equal(read("csv", bytes), document));
}

BOOST_AUTO_TEST_CASE(lets_no_field_become_a_formula) {
  const auto document = with_table({{"=cmd|' /C calc'!A0", "+1+2", "-5"}, {"@SUM(A1)", "'=1", "-甲"}});
  const auto bytes = write("csv", document);
  BOOST_TEST(bytes.find("\"'=cmd") != std::string::npos);
  BOOST_TEST(bytes.find(",-5") != std::string::npos);
  BOOST_TEST(equal(read("csv", bytes), document), bytes);
}

BOOST_AUTO_TEST_CASE(keeps_grids_without_merges) {
  std::size_t tables = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    auto generated = generate(seed, false);
    for (auto& block : generated.blocks) {
      auto* table = block.as<Table>();
      if (table == nullptr) {
        continue;
      }
      for (auto& cell : table->cells) {
        cell.header = false;
        cell.text.chars = cell.text.chars.empty() ? "0" : cell.text.chars;
      }
      Document document;
      document.blocks.push_back(block);
      const auto bytes = write("csv", document);
      BOOST_TEST(equal(read("csv", bytes), document), bytes);
      ++tables;
    }
  }
  BOOST_TEST(tables > 100U);
}

BOOST_AUTO_TEST_CASE(bounds_files) {
  std::string wide(300000, ',');
  Call call;
  const auto refused = call.read("csv", "甲" + wide);
  BOOST_REQUIRE(!refused.ok());
  BOOST_TEST(refused.error().code == "table-too-large");
  BOOST_TEST(Call().read("csv", ",,\n,\n").error().code == "csv-no-text");
}

BOOST_AUTO_TEST_CASE(probes_rows) {
  const auto& csv = container("csv");
  BOOST_TEST((csv.probe("甲,乙\n", "a.csv") == Certainty::likely));
  BOOST_TEST((csv.probe("a,b,c\n1,2,3\n4,5,6\n7,8,9\n1,1,1\n", "-") == Certainty::likely));
  BOOST_TEST((csv.probe("一是,二是,三是\n四是,五是,六是\n", "a.txt") == Certainty::none));
  std::string cut;  // prose cut into lines
  for (int i = 0; i < 8; ++i) {
    cut += "全年收到申请25件,其中当面申请2件,网络申\n";
  }
  BOOST_TEST((csv.probe(cut, "a.txt") == Certainty::none));
  BOOST_TEST((csv.probe("<html>", "a.csv") == Certainty::none));
}

BOOST_AUTO_TEST_CASE(survives_mutated_files) {
  std::mt19937 random(4);
  const auto seed = write("csv", generate(5, true));
  for (int round = 0; round < 1500; ++round) {
    Call call;
    const auto document = call.read("csv", mutate(seed, random));
    BOOST_TEST((!document.ok() || document_from_json(document_to_json(*document)).ok()));
  }
}

BOOST_AUTO_TEST_SUITE_END()
