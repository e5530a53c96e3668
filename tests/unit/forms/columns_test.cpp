// Which column a figure belongs to where cells are missing, moved or merged in another way.
#include <boost/test/unit_test.hpp>

#include <string>

#include "reading.hpp"

using namespace nianbao;

namespace {

const Fact* find(const Report& report, const std::string& key) {
  for (const auto& fact : report.facts) {
    if (to_string(fact.key) == key) {
      return &fact;
    }
  }
  return nullptr;
}

std::string value(const Report& report, const std::string& key) {
  const auto* fact = find(report, key);
  return fact == nullptr ? "none" : fact->value ? fact->value->to_string() : std::string(to_string(fact->status));
}

Report read(const std::string& text, const std::vector<Relation>* relations = nullptr) {
  const auto& reading = test::Reading::instance();
  return reading.extract(reading.read_text(text), 0, relations);
}

/// 自然人 + … = 总计, for two rows.
std::vector<Relation> row_sums() {
  std::vector<Relation> sums;
  for (const char* id : {"request.received", "outcome.granted"}) {
    Relation sum;
    for (const char* member : {"natural_person", "enterprise", "research", "welfare", "legal_service", "other_org"}) {
      sum.terms.push_back({{id, {{"applicant", member}}}, 1});
    }
    sum.terms.push_back({{id, {{"applicant", "total"}}}, -1});
    sums.push_back(std::move(sum));
  }
  return sums;
}

constexpr const char* kHead = "清河市2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(columns)

BOOST_AUTO_TEST_CASE(a_form_with_fewer_columns_of_its_own_is_read_by_its_header) {
  const auto report = read(std::string(kHead) +
                           "申请情况\t自然人\t法人或其他组织\t总计\n"
                           "一、本年新收政府信息公开申请数量\t4\t3\t7\n"
                           "二、上年结转政府信息公开申请数量\t1\t0\t1\n"
                           "（一）予以公开\t2\t2\t4\n");
  BOOST_TEST(value(report, "request.received{applicant=natural_person}") == "4");
  BOOST_TEST(value(report, "request.received{applicant=total}") == "7");
  BOOST_TEST(value(report, "request.received{applicant=enterprise}") == "none");
  BOOST_TEST(!report.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(a_row_cut_at_its_right_end_keeps_its_left_columns) {
  const auto report = read(std::string(kHead) +
                           "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
                           "一、本年新收政府信息公开申请数量\t4\t3\t0\t0\t0\t0\t7\n"
                           "二、上年结转政府信息公开申请数量\t1\n"
                           "（一）予以公开\t2\t2\t0\t0\t0\t0\t4\n");
  BOOST_TEST(value(report, "request.carried_in{applicant=natural_person}") == "1");
  BOOST_TEST(value(report, "request.carried_in{applicant=total}") == "none");
}

BOOST_AUTO_TEST_CASE(sums_place_figures_whose_blank_neighbours_left_no_trace) {
  const auto text = std::string(kHead) +
                    "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
                    "一、本年新收政府信息公开申请数量 9 5 14\n"
                    "二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n"
                    "（一）予以公开 1 2 0 0 1 0 4\n";
  const auto sums = row_sums();
  const auto report = read(text, &sums);
  const auto* total = find(report, "request.received{applicant=total}");
  BOOST_REQUIRE(total != nullptr);
  BOOST_TEST(total->value->to_string() == "14");
  BOOST_TEST((total->reading == Reading::relations));
  const auto* person = find(report, "request.received{applicant=natural_person}");
  BOOST_REQUIRE(person != nullptr);
  BOOST_TEST((person->reading == Reading::suspect));
  BOOST_TEST(value(report, "outcome.granted{applicant=legal_service}") == "1");
}

BOOST_AUTO_TEST_CASE(table_four_in_two_tables_is_one_form) {
  const auto report = read(
      "清河市2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
      "行政复议\t\t\t\t\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n3\t1\t0\t0\t4\n\n"
      "行政诉讼\t\t\t\t\t\t\t\t\t\n未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
      "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
      "1\t0\t0\t1\t2\t0\t0\t5\t0\t5\n");
  BOOST_TEST(report.forms.size() == 1U);
  BOOST_TEST(value(report, "dispute.total{route=reconsideration}") == "4");
  BOOST_TEST(value(report, "dispute.total{route=litigation_direct}") == "2");
  BOOST_TEST(value(report, "dispute.other{route=litigation_after_reconsideration}") == "5");
}

BOOST_AUTO_TEST_CASE(table_four_may_shorten_its_labels) {
  const auto report = read(
      "清河市2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
      "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n维持\t纠正\t其他\t未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
      "\t\t\t\t\t维持\t纠正\t其他\t未审结\t总计\t维持\t纠正\t其他\t未审结\t总计\n"
      "3\t1\t0\t0\t4\t1\t0\t0\t1\t2\t0\t0\t5\t0\t5\n");
  BOOST_TEST(value(report, "dispute.upheld{route=reconsideration}") == "3");
  BOOST_TEST(value(report, "dispute.other{route=litigation_after_reconsideration}") == "5");
}

BOOST_AUTO_TEST_CASE(table_four_twice_in_one_line_is_two_forms) {
  const std::string head =
      "行政复议 行政诉讼 结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉 "
      "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 ";
  const auto report =
      read("四、政府信息公开行政复议、行政诉讼情况 （一）全县 " + head + "2 0 1 0 3 1 0 0 0 1 0 0 0 0 0 （二）县本级 " +
           head + "1 0 0 0 1 0 0 0 0 0 0 0 4 0 4 五、存在的主要问题及改进情况 公开不够及时。\n");
  BOOST_TEST(report.forms.size() == 2U);
  BOOST_TEST(value(report, "dispute.total{route=reconsideration}") == "3");
  BOOST_TEST(value(report, "dispute.other{instance=2,route=litigation_after_reconsideration}") == "4");
}

BOOST_AUTO_TEST_CASE(a_blank_row_named_like_a_column_heads_nothing) {
  for (const char* cells : {"\t\t\t\t\t\t\t", "\t/\t/\t/\t/\t/\t/\t/"}) {
    const auto report = read(std::string(kHead) +
                             "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
                             "一、本年新收政府信息公开申请数量\t4\t3\t0\t0\t0\t0\t7\n"
                             "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
                             "3.其他" +
                             cells + "\n（七）总计\t5\t3\t0\t0\t0\t0\t8\n");
    BOOST_TEST(value(report, "outcome.total{applicant=natural_person}") == "5");
    BOOST_TEST(value(report, "outcome.total{applicant=total}") == "8");
  }
}

BOOST_AUTO_TEST_CASE(a_blank_row_named_like_a_column_heads_nothing_behind_the_labels_of_its_groups) {
  for (const std::string cells : {"\t\t\t\t\t\t\t\n", "\t/\t/\t/\t/\t/\t/\t/\n"}) {
    const auto report = read(std::string(kHead) +
                             "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
                             "一、本年新收政府信息公开申请数量\t\t\t4\t3\t0\t0\t0\t0\t7\n"
                             "三、本年度办理结果\t（一）予以公开\t\t4\t3\t0\t0\t0\t0\t7\n"
                             "三、本年度办理结果\t（六）其他处理\t3.其他" +
                             cells + "三、本年度办理结果\t（七）总计\t\t4\t3\t0\t0\t0\t0\t7\n");
    BOOST_TEST(value(report, "outcome.total{applicant=natural_person}") == "4");
    BOOST_TEST(value(report, "outcome.total{applicant=total}") == "7");
  }
}

BOOST_AUTO_TEST_CASE(a_figure_torn_by_a_blank_is_suspect) {
  const auto report = read(std::string(kHead) +
                           "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
                           "一、本年新收政府信息公开申请数量\t1 2\t3\t0\t0\t0\t0\t15\n"
                           "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
                           "（一）予以公开\t2\t2\t0\t0\t0\t0\t4\n");
  const auto* fact = find(report, "request.received{applicant=natural_person}");
  BOOST_REQUIRE(fact != nullptr);
  BOOST_TEST((fact->reading == Reading::suspect));
  BOOST_TEST(fact->value->to_string() == "12");
  BOOST_TEST(fact->candidates.size() == 2U);
}

BOOST_AUTO_TEST_CASE(every_fact_knows_its_place) {
  const auto report = read(std::string(kHead) +
                           "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
                           "一、本年新收政府信息公开申请数量\t4\t3\t0\t0\t0\t0\t7\n"
                           "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
                           "（一）予以公开\t2\t2\t0\t0\t0\t0\t4\n");
  const auto* fact = find(report, "request.received{applicant=enterprise}");
  BOOST_REQUIRE(fact != nullptr);
  BOOST_TEST(fact->at.block != 0U);
  BOOST_TEST(fact->at.row == 2U);
  BOOST_TEST(fact->at.line == 6U);
  BOOST_REQUIRE(fact->at.bytes.has_value());
  BOOST_TEST(fact->at.bytes->to - fact->at.bytes->from == 1U);
}

/// Cells one to a line as a word processor saves them: empty ones too.
std::string one_to_a_line(const std::vector<std::vector<std::string>>& rows, const std::string& between) {
  std::string text;
  for (const auto& row : rows) {
    for (const auto& cell : row) {
      text += cell + between;
    }
  }
  return text;
}

BOOST_AUTO_TEST_CASE(an_empty_line_between_cells_one_to_a_line_is_an_empty_cell) {
  for (const std::string between : {"\n", "\n\n"}) {
    const auto report = read(kHead +
                             one_to_a_line({{"一、本年新收政府信息公开申请数量", "321", "6", "", "", "", "", "327"},
                                            {"二、上年结转政府信息公开申请数量", "", "12", "", "", "", "", ""},
                                            {"（一）予以公开", "295", "3", "", "", "2", "", "300"},
                                            {"（二）部分公开", "", "", "", "", "", "", ""},
                                            {"（七）总计", "330", "6", "", "", "", "", "336"},
                                            {"四、结转下年度继续办理", "3", "", "", "", "", "", "3"}},
                                           between) +
                             "四、其他\n");
    BOOST_TEST(value(report, "request.received{applicant=enterprise}") == "6");
    BOOST_TEST(value(report, "request.received{applicant=research}") == "blank");
    BOOST_TEST(value(report, "request.received{applicant=total}") == "327");
    BOOST_TEST(value(report, "request.carried_in{applicant=natural_person}") == "blank");
    BOOST_TEST(value(report, "request.carried_in{applicant=enterprise}") == "12");
    BOOST_TEST(value(report, "request.carried_in{applicant=total}") == "blank");
    BOOST_TEST(value(report, "outcome.granted{applicant=legal_service}") == "2");
    BOOST_TEST(value(report, "outcome.partial{applicant=total}") == "blank");
    BOOST_TEST(value(report, "outcome.total{applicant=total}") == "336");
    BOOST_TEST(value(report, "request.carried_over{applicant=natural_person}") == "3");
    BOOST_TEST((find(report, "request.received{applicant=total}")->reading == Reading::direct));
  }
}

BOOST_AUTO_TEST_CASE(empty_lines_between_rows_are_no_cells) {
  const auto report = read(std::string(kHead) +
                           "一、本年新收政府信息公开申请数量\n321\n6\n327\n\n\n"
                           "二、上年结转政府信息公开申请数量\n12\n1\n13\n\n\n"
                           "四、结转下年度继续办理\n3\n3\n");
  for (const char* id : {"request.received", "request.carried_in"}) {
    for (const auto& fact : report.facts) {
      BOOST_TEST((fact.key.id != id || fact.reading == Reading::suspect), to_string(fact.key));
      BOOST_TEST((fact.key.id != id || fact.status != Status::blank), to_string(fact.key));
    }
  }
}

BOOST_AUTO_TEST_CASE(columns_in_another_order_are_told_by_the_header) {
  const std::string head = std::string(kHead) +
                           "申请情况\t申请人情况\n"
                           "总计\t自然人\t法人或其他组织\n"
                           "其他\t商业企业\t科研机构\t社会公益组织\t法律服务机构\n";
  const auto sums = row_sums();
  const auto report = read(head + "一、本年新收政府信息公开申请数量\t9\t4\t3\t2\t0\t0\t0\n", &sums);
  BOOST_TEST(value(report, "request.received{applicant=total}") == "9");
  BOOST_TEST(value(report, "request.received{applicant=natural_person}") == "4");
  BOOST_TEST(value(report, "request.received{applicant=other_org}") == "3");
  BOOST_TEST(value(report, "request.received{applicant=enterprise}") == "2");
  BOOST_CHECK(find(report, "request.received{applicant=total}")->reading == Reading::direct);
  // Nothing confirms that the columns were moved with the words of the header.
  const auto unsure = read(head + "一、本年新收政府信息公开申请数量\t9\t4\t3\t2\t0\t0\t0\n");
  BOOST_CHECK(find(unsure, "request.received{applicant=total}")->reading == Reading::suspect);
}

BOOST_AUTO_TEST_CASE(figures_in_chinese_numerals_are_figures_behind_a_label) {
  const auto report = read(std::string(kHead) + "一、本年新收政府信息公开申请数量\t十二\t〇\t0\t0\t0\t三\t一五\n");
  BOOST_TEST(value(report, "request.received{applicant=natural_person}") == "12");
  BOOST_TEST(value(report, "request.received{applicant=enterprise}") == "0");
  BOOST_TEST(value(report, "request.received{applicant=total}") == "15");
}

BOOST_AUTO_TEST_CASE(letters_for_digits_keep_their_column_and_are_not_guessed) {
  const auto report = read(std::string(kHead) + "一、本年新收政府信息公开申请数量\t1O\tO\t0\t0\t0\tl2\t22\n");
  const auto* first = find(report, "request.received{applicant=natural_person}");
  BOOST_REQUIRE(first != nullptr);
  BOOST_TEST(!first->value);
  BOOST_CHECK(first->reading == Reading::suspect);
  BOOST_REQUIRE(first->candidates.size() == 1U);
  BOOST_TEST(first->candidates.front().to_string() == "10");
  BOOST_TEST(value(report, "request.received{applicant=research}") == "0");
  BOOST_TEST(value(report, "request.received{applicant=total}") == "22");
  BOOST_TEST(!report.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(one_figure_below_a_header_one_word_to_a_line_is_not_placed_by_its_last_word) {
  const auto report = read(
      "清河市2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容\n本年制发件数\n"
      "本年废止件数\n现行有效件数\n规章\n21\n行政规范性文件\n19\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许"
      "可\n7\n");
  BOOST_REQUIRE(!report.facts.empty());
  for (const auto& fact : report.facts) {
    BOOST_CHECK(to_string(fact.key) == "licence.decisions" || fact.reading == Reading::suspect);
  }
}

namespace {

constexpr const char* kApplicants =
    "申请情况|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n"
    "一、本年新收政府信息公开申请数量|4|3|||||7\n";

bool is_direct(const Report& report, const std::string& key) {
  const auto* fact = find(report, key);
  return fact != nullptr && fact->reading == Reading::direct;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_row_without_outer_borders_keeps_empty_cells_at_both_ends) {
  const auto report = read(std::string(kHead) + kApplicants +
                           "二、上年结转政府信息公开申请数量||1||||2|\n"
                           "（一）予以公开|||||||7\n");
  BOOST_TEST(value(report, "request.carried_in{applicant=natural_person}") == "blank");
  BOOST_TEST(value(report, "request.carried_in{applicant=enterprise}") == "1");
  BOOST_TEST(value(report, "request.carried_in{applicant=total}") == "blank");
  BOOST_TEST(value(report, "outcome.granted{applicant=total}") == "7");
}

BOOST_AUTO_TEST_CASE(the_first_cell_of_a_row_without_label_may_be_empty) {
  const auto report = read(
      "清河市2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
      "行政复议|行政诉讼\n结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|复议后起诉\n"
      "结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计\n"
      "|3|1|0|4|7|2|3|0|12|0|0|0|0|0\n");
  BOOST_TEST(value(report, "dispute.upheld{route=reconsideration}") == "blank");
  BOOST_TEST(value(report, "dispute.corrected{route=reconsideration}") == "3");
  BOOST_TEST(value(report, "dispute.total{route=litigation_after_reconsideration}") == "0");
}

BOOST_AUTO_TEST_CASE(cells_set_apart_by_equal_blanks_stand_in_no_columns) {
  for (const std::string blanks : {" ", "    ", "　"}) {
    const auto row = [&](const std::string& cells) {
      std::string line;
      for (const char c : cells) {
        line += c == '|' ? blanks : std::string(1, c);
      }
      return line + "\n";
    };
    const auto report = read(
        "清河市2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n第二十条第（一）项\n" +
        row("信息内容|本年制发件数|本年废止件数|现行有效件数") + row("规章|300|571") + row("行政规范性文件|67|0|353"));
    BOOST_TEST_CONTEXT("'" << blanks << "'") {
      BOOST_TEST(value(report, "regulation.made") == "300");
      BOOST_TEST(!is_direct(report, "regulation.made"));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_header_that_lost_its_place_names_no_columns) {
  const auto report = read(
      "清河市2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
      "行政复议    行政诉讼\n结果维持    结果纠正    其他结果    尚未审结    总计    未经复议直接起诉    复议后起诉\n"
      "结果维持    结果纠正    其他结果    尚未审结    总计    结果维持    结果纠正    其他结果    尚未审结    总计\n"
      "                    7    2    3    0    12    0    0    0    0    0\n");
  BOOST_TEST(!is_direct(report, "dispute.upheld{route=reconsideration}"));
  BOOST_TEST(!is_direct(report, "dispute.upheld{route=litigation_direct}"));
}

BOOST_AUTO_TEST_CASE(labels_in_pieces_do_not_end_their_table) {
  std::string text = std::string(kHead) +
                     "  自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n"
                     "一、本年新收政府信息公开申请数量  2  1  0  0  0  0  3\n";
  for (const char* label :
       {"三、本 （一）予|以公开", "  （二）部分公开|（区分处理的，|只计这一情形，|不计其他情形）", "1.属于国家|秘密",
        "2.其他法律|行政法规禁|止公开", "3.危及“三|安全一稳|定”", "4.保护第三|方合法权益", "5.属于三类|内部事务信|息",
        "6.属于四类|过程性信息", "7.属于行政|执法案卷", "8.属于行政|查询事项", "1.本机关不|掌握相关政|府信息",
        "2.没有现成|信息需要另|行制作", "3.补正后申|请内容仍不|明确", "1.信访举报|投诉类申请", "2.重复申|请"}) {
    std::string lines = label;
    const auto first = lines.find('|');
    lines.replace(first, 1, "     1  0  0  0  0  0  1\n\n");
    for (auto at = lines.find('|'); at != std::string::npos; at = lines.find('|')) {
      lines.replace(at, 1, "\n\n");
    }
    text += lines + "\n\n";
  }
  const auto report = read(text + "（七）总计  2  1  0  0  0  0  3\n");
  BOOST_TEST(report.forms.size() == 1U);
  BOOST_TEST(value(report, "outcome.total{applicant=total}") == "3");
  BOOST_TEST(value(report, "outcome.denied.enforcement_file{applicant=natural_person}") == "1");
}

BOOST_AUTO_TEST_CASE(labels_of_several_groups_without_the_name_of_one_place_no_figure) {
  const auto report = read(
      "清河市2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
      "类别\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
      "行政诉讼\t7\t2\t3\t0\t12\n");
  for (const auto& fact : report.facts) {
    BOOST_TEST((fact.reading == Reading::suspect), to_string(fact.key));
  }
}

BOOST_AUTO_TEST_SUITE_END()
