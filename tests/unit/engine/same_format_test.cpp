// A report brought to its own format, written and read again: an equal report.
#include <algorithm>
#include <array>

#include <nianbao/report_json.hpp>

#include "engine_support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

// Attached with a caption and a line below it; signed by nobody; one cell holds two figures in one.
constexpr const char* kStatistics =
    "清河市2018年政府信息公开工作年度报告\n\n一、概述\n\n2018年主动公开政府信息14条，历年累计公开90条。\n\n"
    "七、其他需要报告的事项\n\n没有其他事项。\n\n"
    "附件\n\n政府信息公开情况统计表\n\n（2018年度）\n\n填报单位（盖章）：\n\n"
    "统计指标\t单位\t统计数\n"
    "一、主动公开情况\t——\t——\n"
    "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t14\n"
    "其中：主动公开规范性文件数\t条\t3\n"
    "二、回应解读情况\t——\t——\n"
    "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）\t次\t2\n"
    "（二）通过不同渠道和方式回应解读的情况\t——\t——\n"
    "1.参加或举办新闻发布会总次数\t次\t4\n"
    "其中：主要负责同志参加新闻发布会次数\t次\t41\n"
    "三、依申请公开情况\t——\t——\n"
    "（一）收到申请数\t件\t7\n"
    "（二）申请办结数\t件\t7\n";

// Table 4 ends before its last three columns.
constexpr const char* kShortTable =
    "| 行政复议 | | | | | 行政诉讼 | | | | | | |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|\n"
    "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | |\n"
    "| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 |\n"
    "| 1 | 0 | 0 | 2 | 3 | 0 | 0 | 0 | 0 | 0 | 4 | 0 |\n";

constexpr const char* kForm =
    "# 云溪县2019年政府信息公开工作年度报告\n\n## 一、总体情况\n\n2019年主动公开政府信息205条。\n\n"
    "## 四、政府信息公开行政复议、行政诉讼情况\n\n";

constexpr const char* kProse =
    "临江区2017年政府信息公开工作年度报告\n\n一、概述\n\n2017年主动公开政府信息约300条，其中规范性文件6件。\n\n"
    "三、依申请公开政府信息情况\n\n2017年收到申请9件，2016年收到申请5件。\n";

// The old table beside a form of 2019.
constexpr const char* kOldTable =
    "\n## 附件：政府信息公开情况统计表\n\n"
    "| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n"
    "| 一、主动公开情况 | —— | —— |\n"
    "| （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条） | 条 | 205 |\n"
    "| 其中：主动公开规范性文件数 | 条 | 3 |\n"
    "| 三、依申请公开情况 | —— | —— |\n"
    "| （一）收到申请数 | 件 | 17 |\n"
    "| （二）申请办结数 | 件 | 16 |\n";

/// Containers that can say all a report has.
constexpr std::array kContainers{"html", "json"};

void comes_back(const Report& report, const char* format) {
  for (const char* container : kContainers) {
    const auto again = read_report(converted(report, format, container), std::string("out.") + container);
    BOOST_TEST(equal(report, again), container << ": " << report_to_json(again));
  }
}

const LedgerCell& cell_of(const Conversion& conversion, std::string_view concept_id) {
  const auto& cells = conversion.ledger.cells;
  return *std::find_if(cells.begin(), cells.end(), [&](const LedgerCell& cell) { return cell.key.id == concept_id; });
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) {
    ++found;
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(same_format)

BOOST_AUTO_TEST_CASE(an_attached_table_comes_back) {
  const auto report = read_report(kStatistics);
  BOOST_REQUIRE(report.format == "legacy-2018");
  comes_back(report, "legacy-2018");
  const auto page = converted(report, "legacy-2018", "markdown");
  BOOST_TEST(count(page, "政府信息公开情况统计表") == 1U);
  BOOST_TEST(count(page, "（2018年度）") == 1U);
}

BOOST_AUTO_TEST_CASE(nobody_signs_who_did_not) {
  const auto report = read_report(kStatistics);
  BOOST_TEST(read_report(converted(report, "legacy-2018", "html"), "a.html").signatory.empty());
  BOOST_TEST(converted(report, "standard-2021", "markdown").find("\n清河市\n") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_suspect_figure_stays_as_printed_and_marked) {
  auto report = read_report(kStatistics);
  for (auto& fact : report.facts) {
    if (fact.key.id == "interpretation.press_conferences_by_head") {
      fact.reading = Reading::suspect;
      fact.candidates = {Decimal(1), Decimal(4)};
    }
  }
  comes_back(report, "legacy-2018");
  ConvertOptions options;
  const auto conversion = conversion_of(report, "legacy-2018", options);
  const auto& cell = cell_of(conversion, "interpretation.press_conferences_by_head");
  BOOST_TEST(cell.value == "41");
  BOOST_TEST(cell.suspect);
  BOOST_TEST(cell.reason.zh.find("待核实") != std::string::npos);
  const auto obstacles = final_obstacles(conversion, report);
  BOOST_TEST(std::any_of(obstacles.begin(), obstacles.end(), [](const FinalObstacle& obstacle) {
    return obstacle.kind == FinalObstacle::Kind::suspect_cell;
  }));
  const auto other = conversion_of(report, "fujian-legacy", options);
  for (const auto& one : other.ledger.cells) {
    BOOST_TEST(!(one.filled() && one.suspect));
  }
}

BOOST_AUTO_TEST_CASE(cells_the_report_lacks_do_not_become_blank_ones) {
  const auto report = read_report(std::string(kForm) + kShortTable, "a.md");
  BOOST_REQUIRE(report.format == "standard-2019");
  const auto is_blank = [](const Fact& fact) { return fact.status == Status::blank; };
  BOOST_REQUIRE(std::none_of(report.facts.begin(), report.facts.end(), is_blank));
  for (const bool final_version : {false, true}) {
    ConvertOptions options;
    options.final = final_version;
    const auto again = read_report(converted(report, "standard-2019", "html", options), "a.html");
    for (const auto& fact : again.facts) {
      const auto form = fact.form == Fact::kNoForm ? std::string_view() : again.forms[fact.form].id;
      BOOST_TEST((form != "table-4" || fact.status != Status::blank), to_string(fact.key));
    }
  }
}

BOOST_AUTO_TEST_CASE(sentences_come_back_and_are_no_appendix) {
  const auto report = read_report(kProse);
  BOOST_REQUIRE(report.format == "prose");
  comes_back(report, "prose");
  ConvertOptions options;
  const auto& ledger = conversion_of(report, "prose", options).ledger;
  BOOST_TEST(ledger.count(FactFate::placed) == report.facts.size());
  BOOST_TEST(converted(report, "prose", "html").find("附录") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_old_table_beside_the_form_stays) {
  const auto report = read_report(std::string(kForm) + kShortTable + kOldTable, "a.md");
  BOOST_REQUIRE(report.format == "standard-2019");
  BOOST_REQUIRE(report.forms.size() == 2U);
  const auto again = read_report(converted(report, "standard-2019", "html"), "a.html");
  const auto received = [](const Report& one) {
    return std::count_if(one.facts.begin(), one.facts.end(),
                         [](const Fact& fact) { return fact.value == Decimal(16) && fact.key.id == "request.closed"; });
  };
  BOOST_TEST(received(report) == 1);
  BOOST_TEST(received(again) == 1);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(to_prose)

BOOST_AUTO_TEST_CASE(sentences_stay_and_tables_stay_tables) {
  const auto report = read_report(kStatistics);
  ConvertOptions options;
  const auto conversion = conversion_of(report, "prose", options);
  const auto& ledger = conversion.ledger;
  BOOST_TEST(ledger.balanced());
  BOOST_TEST(ledger.count(FactFate::unplaced) == 0U);
  BOOST_TEST(ledger.count(FactFate::placed) + ledger.count(FactFate::same_as) == report.facts.size());
  BOOST_TEST(conversion.report.format == "prose");
  const auto page = converted(report, "prose", "html");
  BOOST_TEST(page.find("附录") == std::string::npos);
  const auto again = read_report(page, "a.html");
  BOOST_TEST(again.facts.size() == report.facts.size());
  BOOST_TEST(count(page, "政府信息公开情况统计表") == 1U);
}

BOOST_AUTO_TEST_CASE(names_of_the_old_sign_off_stay_out) {
  auto report = read_report(std::string(kStatistics) + "\n单位负责人：张三  审核人：李四  填报人：王五\n");
  BOOST_REQUIRE(report.signoff.responsible == "张三");
  BOOST_TEST(converted(report, "prose", "html").find("张三") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_left_out_takes_its_figures_along) {
  const auto report = read_report(
      "临江区2017年政府信息公开工作年度报告\n\n一、概述\n\n本报告由概述、主动公开情况等6个方面组成，2017年主动公开政府"
      "信息300条。\n\n"
      "三、依申请公开政府信息情况\n\n2017年收到申请9件。\n" +
      std::string(kStatistics).substr(std::string(kStatistics).find("附件\n")));
  ConvertOptions options;
  const auto conversion = conversion_of(report, "prose", options);
  for (const auto& entry : conversion.ledger.facts) {
    const bool left_out = entry.fact.text.find("300") != std::string_view::npos;
    BOOST_TEST((!left_out || entry.why != FactReason::in_text));
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(generations_of_a_form)

BOOST_AUTO_TEST_CASE(rows_are_those_of_the_year_numbered_as_they_stand) {
  const auto report = read_report(kStatistics);
  const auto page = converted(report, "fujian-legacy", "markdown");
  std::size_t last = 0;
  for (const char* label : {"其中：1.当面申请数", "2.网上申请数", "3.信函、传真申请数", "4.其他类型答复数"}) {
    const auto at = page.find(label);
    BOOST_TEST((at != std::string::npos && at > last), label);
    last = at;
  }
  for (const char* label : {"传真申请数", "电子邮件申请数", "其他形式申请数"}) {
    BOOST_TEST(page.find(std::string(".") + label) == std::string::npos, label);
  }
}

BOOST_AUTO_TEST_CASE(an_older_report_gets_the_older_rows) {
  std::string text = kStatistics;
  for (auto at = text.find("2018"); at != std::string::npos; at = text.find("2018", at)) {
    text.replace(at, 4, "2014");
  }
  const auto page = converted(read_report(text), "fujian-legacy", "markdown");
  for (const char* label : {"其中：1.当面申请数", "2.传真申请数", "3.电子邮件申请数", "4.网上申请数", "5.信函申请数",
                            "6.其他形式申请数", "行政申诉数"}) {
    BOOST_TEST(page.find(label) != std::string::npos, label);
  }
  BOOST_TEST(page.find("信函、传真") == std::string::npos);
  BOOST_TEST(page.find("历年累计 |") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(own_notices)

BOOST_AUTO_TEST_CASE(a_drafts_notice_is_no_text_of_the_report) {
  const auto report = read_report(kProse);
  for (const auto language : {Language::zh, Language::en}) {
    ConvertOptions options;
    options.language = language;
    for (const char* container : {"html", "markdown", "text", "csv", "json"}) {
      const auto bytes = converted(report, "standard-2021", container, options);
      BOOST_REQUIRE(bytes.find("草稿说明") != std::string::npos);
      const auto again = read_report(bytes, std::string("out.") + container);
      BOOST_TEST(report_to_json(again).find("草稿说明") == std::string::npos, container);
      DiagnosticSink diagnostics;
      const auto document = engine().read_document(bytes, std::string("out.") + container, {}, diagnostics).value();
      const auto is_notice = [](const Property& property) { return property.name == "草稿说明"; };
      BOOST_TEST(std::count_if(document.properties.begin(), document.properties.end(), is_notice) == 1, container);
    }
  }
}

BOOST_AUTO_TEST_CASE(other_lines_with_that_word_stay) {
  const auto report = read_report("草稿说明：本报告尚未审定。\n\n" + std::string(kProse));
  BOOST_TEST(report_to_json(report).find("尚未审定") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
