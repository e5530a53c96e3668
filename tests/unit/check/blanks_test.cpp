#include "check_sample.hpp"

using namespace nianbao;

namespace {

std::size_t blanks(const CheckOutcome& outcome) {
  return outcome.tally.not_assessable[static_cast<std::size_t>(NotAssessable::blank)];
}

Sample table3() {
  Sample sample(2019, "standard-2019");
  sample.form("table-3");
  return sample;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(blanks_as_zero)

BOOST_AUTO_TEST_CASE(row_that_reaches_its_total_proves_its_blanks) {
  Sample sample = table3();
  sample.row("request.received", {"21", "6", "", "", "", "", "27"});
  const auto outcome = sample.check();
  BOOST_TEST(outcome.tally.held == 1U);
  BOOST_TEST(outcome.findings.empty());
  BOOST_REQUIRE_EQUAL(outcome.remarks.size(), 1U);
  BOOST_TEST(
      outcome.remarks[0].zh ==
      "表三：4个空白单元格按0核对，因所在行或列已填的数据恰好等于合计，例如“本年新收政府信息公开申请数量·自然人”21"
      "＋“本年新收政府信息公开申请数量·商业企业”6＝“本年新收政府信息公开申请数量·总计”27。");
}

BOOST_AUTO_TEST_CASE(proof_reaches_no_other_row) {
  Sample sample = table3();
  sample.row("request.received", {"21", "6", "", "", "", "", "27"});
  sample.row("outcome.granted", {"", "", "", "", "", "", ""});
  const auto outcome = sample.check();
  BOOST_TEST(outcome.tally.held == 1U);
  BOOST_TEST(blanks(outcome) >= 1U);
}

BOOST_AUTO_TEST_CASE(row_with_a_zero_of_its_own_proves_nothing) {
  Sample sample = table3();
  sample.row("request.received", {"21", "6", "0", "", "", "", "27"});
  const auto outcome = sample.check();
  BOOST_TEST(outcome.tally.held == 0U);
  BOOST_TEST(outcome.remarks.empty());
}

BOOST_AUTO_TEST_CASE(blank_that_another_relation_contradicts_stays_open) {
  Sample sample = table3();
  sample.row("request.received", {"21", "", "", "", "", "", "21"});
  // The enterprises' column says that two were received.
  sample.cell("request.carried_in{applicant=enterprise}", "1").cell("outcome.total{applicant=enterprise}", "2");
  sample.cell("request.carried_over{applicant=enterprise}", "1");
  const auto outcome = sample.check();
  BOOST_TEST(findings_of(outcome, "national/t3-in-equals-out").empty());
  BOOST_TEST(findings_of(outcome, "national/t3-applicants-add-up").empty());
}

BOOST_AUTO_TEST_CASE(total_is_never_inferred) {
  Sample sample = table3();
  sample.row("request.received", {"0", "0", "0", "0", "0", "0", ""});
  const auto outcome = sample.check();
  BOOST_TEST(outcome.tally.held == 0U);
  BOOST_TEST(blanks(outcome) >= 1U);
}

BOOST_AUTO_TEST_CASE(wrong_total_over_blanks_is_not_a_fault_but_open) {
  Sample sample = table3();
  sample.row("request.received", {"21", "6", "", "", "", "", "30"});
  const auto outcome = sample.check();
  BOOST_TEST(outcome.findings.empty());
  BOOST_TEST(outcome.tally.held == 0U);
}

BOOST_AUTO_TEST_CASE(finding_on_proven_blanks_says_so) {
  Sample before(2018, "standard-2019");
  before.form("table-3").row("request.carried_over", {"1", "2", "0", "0", "0", "0", "3"});
  Sample now = table3();
  now.row("request.carried_in", {"1", "", "", "", "", "", "1"});
  const auto outcome = now.check(&before.report());
  const auto found = findings_of(outcome, "national/series-carried-in-is-last-years-carried-over");
  BOOST_REQUIRE_EQUAL(found.size(), 2U);  // enterprises 0 against 2, total 1 against 3
  BOOST_TEST(found[1]->message.zh.find("为0，上年报告") != std::string::npos);
  BOOST_TEST(found[1]->message.zh.find("其中1个空白单元格按0计。") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
