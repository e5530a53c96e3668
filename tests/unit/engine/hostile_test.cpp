// Far too much of one thing: time and memory stay in proportion, limits are named.
#include "engine_support.hpp"

#include "work_time.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string repeated(std::string_view part, std::size_t size) {
  std::string text;
  while (text.size() < size) {
    text += part;
  }
  return text;
}

std::string code_of(std::string text, const Limits& limits, const std::string& name = "a.txt") {
  ReadOptions options;
  options.limits = limits;
  const auto reports = read_reports(std::move(text), name, options);
  return reports.ok() ? "" : reports.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_files)

// Each of these once took time by the square of its length.
BOOST_AUTO_TEST_CASE(one_thing_again_and_again_takes_time_in_proportion) {
  for (const char* part :
       {"一", "一、", "（一）", "1,", "收到申请12件，其中自然人7件。", "清河市2020年政府信息公开工作年度报告\n"}) {
    const WorkTime time;
    BOOST_TEST(read_reports(repeated(part, 300000)).ok());
    BOOST_TEST(time.seconds() < 8.0, part);
  }
}

// Forty digits for seven cells can be cut in millions of ways, and every row of the table so.
BOOST_AUTO_TEST_CASE(figures_that_can_be_cut_in_too_many_ways_are_given_up_and_said) {
  std::string text = "清河市2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n";
  for (const char* label :
       {"一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "1.属于国家秘密",
        "2.其他法律行政法规禁止公开", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息",
        "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
        "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "3.要求提供公开出版物", "（七）总计",
        "四、结转下年度继续办理"}) {
    text += std::string(label) + "8314159265358979323846264338327950288419";
  }
  const WorkTime time;
  const auto report = read_report(text);
  BOOST_TEST(time.seconds() < 1.0);
  BOOST_TEST(has_diagnostic(report, "search-cut"));
  for (const auto& fact : report.facts) {
    BOOST_TEST((fact.reading == Reading::suspect), to_string(fact.key));
  }
}

BOOST_AUTO_TEST_CASE(a_document_beyond_a_limit_is_refused_by_its_name) {
  Limits limits;
  limits.text_bytes = 100;
  BOOST_TEST(code_of(repeated("一", 120), limits) == "text-too-large");
  BOOST_TEST(code_of("<html><p>" + repeated("一", 120), limits, "a.html") == "document-too-large");
  limits = {};
  limits.blocks = 10;
  BOOST_TEST(code_of(repeated("一。\n\n", 120), limits) == "document-too-large");
  BOOST_TEST(code_of(repeated("一\n", 200), limits) == "text-too-large");
  BOOST_TEST(code_of("<html><ul>" + repeated("<li>一", 200), limits, "a.html") == "document-too-large");
  limits = {};
  limits.all_cells = 10;
  BOOST_TEST(code_of("<html>" + repeated("<table><tr><td>1<td>2</table>", 300), limits, "a.html") ==
             "document-too-large");
  limits = {};
  limits.cells = 3;
  const std::string grid = R"({"schema":"nianbao-document/1","blocks":[{"type":"table","rows":2,"columns":2,"cells":[)"
                           R"({"row":1,"column":1,"rowspan":2,"colspan":2,"text":""}]}]})";
  BOOST_TEST(code_of(grid, limits, "a.json") == "document-too-large");
}

BOOST_AUTO_TEST_CASE(figures_of_a_text_longer_than_any_paragraph_keep_their_place) {
  const std::string padding = repeated("全市各级各部门认真落实有关要求。", 100000);
  const std::string text = "清河市2020年政府信息公开工作年度报告\n\n" + padding + "2020年共收到政府信息公开申请321件。";
  const auto report = read_report(text);
  const auto fact = std::find_if(report.facts.begin(), report.facts.end(),
                                 [](const Fact& f) { return f.text == "321件" || f.text == "321"; });
  BOOST_REQUIRE(fact != report.facts.end());
  BOOST_REQUIRE(fact->at.bytes.has_value());
  BOOST_TEST(text.substr(fact->at.bytes->from, 3) == "321");
  BOOST_TEST(fact->at.line == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
