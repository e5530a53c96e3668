#include "check_sample.hpp"

using namespace nianbao;

namespace {

std::size_t count(const CheckOutcome& outcome, NotAssessable reason) {
  return outcome.tally.not_assessable[static_cast<std::size_t>(reason)];
}

/// Table 3 with one result row beside the totals; its sums hold.
Sample requests() {
  Sample sample(2024, "standard-2019");
  sample.form("table-3").row("request.received", {"6", "2", "0", "0", "1", "0", "9"});
  sample.row("request.carried_in", {"1", "0", "0", "0", "0", "0", "1"});
  sample.row("request.carried_over", {"2", "0", "0", "0", "0", "0", "2"});
  sample.row("outcome.total", {"5", "2", "0", "0", "1", "0", "8"});
  return sample;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(relations)

BOOST_AUTO_TEST_CASE(total_left_at_zero_reads_as_a_clerk_should_read_it) {
  Sample sample(2023, "standard-2021");
  sample.form("table-4").disputes("reconsideration", {"10", "1", "0", "0", "0"});
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST(finding.rule == "national/t4-results-add-up");
  BOOST_TEST((finding.kind == FindingKind::arithmetic && finding.severity == FindingSeverity::error));
  BOOST_TEST(finding.message.zh ==
             "表四·行政复议：结果维持10＋结果纠正1＋其他结果0＋尚未审结0＝11，“总计”填报为0，相差11。"
             "请核对“总计”是否漏填。依据：推定（总计应为前四项之和）。");
  BOOST_TEST(finding.message.en ==
             "Table 4, 行政复议: 结果维持 10 + 结果纠正 1 + 其他结果 0 + 尚未审结 0 = 11, but “总计” says 0 "
             "(difference 11). Check whether “总计” was left out. Basis: inferred (the total should be the "
             "sum of the four figures before it).");
  BOOST_REQUIRE_EQUAL(finding.facts.size(), 5U);
  BOOST_TEST(to_string(finding.facts.front().key) == "dispute.total{route=reconsideration}");
}

BOOST_AUTO_TEST_CASE(sums_that_hold_give_no_finding) {
  const auto outcome = requests().check();
  BOOST_TEST(outcome.findings.empty());
  BOOST_TEST(outcome.tally.held >= 7U + 4U);  // seven columns, four rows
}

BOOST_AUTO_TEST_CASE(column_that_does_not_balance_is_named) {
  Sample sample = requests();
  sample.report().facts[6].value = Decimal(19);  // 新收·总计
  const auto outcome = sample.check();
  BOOST_TEST(findings_of(outcome, "national/t3-in-equals-out").size() == 1U);
  BOOST_TEST(findings_of(outcome, "national/t3-applicants-add-up").size() == 1U);
  BOOST_TEST(findings_of(outcome, "national/t3-in-equals-out")[0]->message.zh ==
             "表三·总计：本年新收政府信息公开申请数量19＋上年结转政府信息公开申请数量1＝20，总计8＋结转下年度继续办理2"
             "＝10，相差10。"
             "请核对新收、结转和办理结果。依据：表样注明（表三表头：第一项加第二项之和，等于第三项加第四项之和）。");
}

BOOST_AUTO_TEST_CASE(long_sums_leave_out_their_zeros) {
  Sample sample(2019, "standard-2019");
  sample.form("table-3");
  for (const char* row :
       {"denied.state_secret", "denied.prohibited_by_law", "denied.endangers_security", "denied.third_party_rights",
        "denied.internal_affairs", "denied.process_information", "denied.enforcement_file",
        "denied.administrative_inquiry", "unavailable.needs_creation", "unavailable.still_unclear",
        "not_processed.petition", "not_processed.repeat", "not_processed.publication", "not_processed.excessive",
        "not_processed.confirm_or_reissue", "other"}) {
    sample.cell("outcome." + std::string(row) + "{applicant=total}", "0");
  }
  sample.cell("outcome.granted{applicant=total}", "7").cell("outcome.partial{applicant=total}", "2");
  sample.cell("outcome.unavailable.not_held{applicant=total}", "3").cell("outcome.total{applicant=total}", "13");
  const auto outcome = sample.check();
  const auto found = findings_of(outcome, "national/t3-results-add-up");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0]->message.zh ==
             "表三·总计：予以公开7＋部分公开2＋本机关不掌握相关政府信息3（其余16项为0）＝12，“总计”填报为13，相差1。"
             "依据：推定（（七）总计应为（一）至（六）各项之和）。");
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_neither_passed_nor_failed) {
  Sample sample(2023, "standard-2021");
  sample.form("table-4").disputes("reconsideration", {"", "", "", "", ""});
  sample.disputes("litigation_direct", {"7", "2", "/", "0", "9"});
  sample.disputes("litigation_after_reconsideration", {"1", "0"});  // the rest of the row was cut off
  const auto outcome = sample.check();
  BOOST_TEST(outcome.tally.held == 0U);
  BOOST_TEST(count(outcome, NotAssessable::blank) == 1U);
  BOOST_TEST(count(outcome, NotAssessable::dash) == 1U);
  BOOST_TEST(count(outcome, NotAssessable::absent) == 1U);
  const auto& note = only(outcome);
  BOOST_TEST(note.rule == "check/blank-block");
  BOOST_TEST((note.severity == FindingSeverity::note && note.kind == FindingKind::structure));
}

BOOST_AUTO_TEST_CASE(blank_blocks_of_one_form_are_one_note) {
  Sample sample(2023, "standard-2021");
  sample.form("table-4").disputes("reconsideration", {"1", "0", "0", "0", "1"});
  sample.disputes("litigation_direct", {"", "", "", "", ""});
  sample.disputes("litigation_after_reconsideration", {"", "", "", "", ""});
  const auto outcome = sample.check();
  BOOST_TEST(only(outcome).message.zh.find("表四·未经复议直接起诉、复议后起诉：10个单元格") == 0U);
}

BOOST_AUTO_TEST_CASE(each_instance_of_a_repeated_form_is_checked_by_itself) {
  Sample sample(2019, "standard-2019");
  sample.form("table-2").cell("normative.published", "28").cell("normative.public_total", "212");
  sample.form("table-2", 2)
      .cell("normative.published{instance=2}", "5")
      .cell("normative.public_total{instance=2}", "2");
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST(finding.message.zh ==
             "表二（第2份）·规范性文件：本年新公开数量5，大于对外公开总数量2，相差3。依据：推定（本年新公开的应含在对外"
             "公开总数之内）。");
}

BOOST_AUTO_TEST_CASE(rules_are_only_for_their_formats) {
  Sample sample(2024, "standard-2021");
  sample.form("table-4").disputes("reconsideration", {"1", "1", "1", "4", "7"});
  BOOST_TEST(sample.check().findings.empty());  // the old table's sum of three kinds would not hold
}

BOOST_AUTO_TEST_CASE(fault_that_rests_on_a_suspect_figure_is_a_doubt_and_says_so) {
  Sample sample(2018, "legacy-2018");
  sample.form("statistics").cell("interpretation.press_conferences", "0");
  sample.cell("interpretation.press_conferences_by_head", "11");
  sample.last().reading = Reading::suspect;
  sample.last().candidates = {Decimal(11), Decimal(0)};
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST((finding.severity == FindingSeverity::doubt));
  BOOST_TEST(finding.message.zh ==
             "统计表：主要负责同志参加新闻发布会次数11，大于参加或举办新闻发布会总次数0，相差11。"
             "其中“主要负责同志参加新闻发布会次数”待核实，暂按11核对。依据：推定（“其中”项不应大于总次数）。");
}

BOOST_AUTO_TEST_CASE(money_in_other_units_is_compared_in_one) {
  Sample sample(2018, "fujian-legacy");
  sample.form("statistics")
      .cell("disclosure.total", "6", "条")
      .cell("disclosure.by_channel{channel=website}", "5", "条");
  sample.cell("disclosure.by_channel{channel=gazette}", "12", "期");
  const auto outcome = sample.check(nullptr, {"fujian"});
  BOOST_TEST(outcome.findings.empty());
  BOOST_TEST(count(outcome, NotAssessable::unsettled) == 1U);
}

BOOST_AUTO_TEST_CASE(figures_of_all_years_are_a_frame_of_their_own) {
  Sample sample(2018, "fujian-legacy");
  sample.form("statistics").cell("disclosure.total", "6").cell("disclosure.by_channel{channel=website}", "6");
  sample.cell("disclosure.total{span=cumulative}", "80")
      .cell("disclosure.by_channel{channel=website,span=cumulative}", "90");
  const auto outcome = sample.check(nullptr, {"fujian"});
  const auto& finding = only(outcome);
  BOOST_TEST(finding.rule == "fujian/channel-within-disclosed-fujian");
  BOOST_TEST(to_string(finding.facts.front().key) == "disclosure.by_channel{channel=website,span=cumulative}");
}

BOOST_AUTO_TEST_CASE(the_summary_says_what_was_done) {
  CheckTally tally;
  tally.held = 78;
  tally.failed = 2;
  tally.not_assessable = {3, 0, 3, 0, 0, 0, 0};
  BOOST_TEST(summary(tally).zh == "共核对86项：通过78项，不成立2项，无法核对6项（缺上年报告3项、单元格空白3项）");
  BOOST_TEST(summary(tally).en ==
             "86 relations checked: 78 hold, 2 fail, 6 not assessable (no report of last year: 3, blank cells: 3)");
  BOOST_TEST(summary(CheckTally{}).zh == "共核对0项：通过0项，不成立0项");
}

BOOST_AUTO_TEST_CASE(empty_report_has_nothing_to_check) {
  const auto outcome = Sample(0, "").check();
  BOOST_TEST(outcome.findings.empty());
  BOOST_TEST(outcome.tally.checked() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(last_year)

BOOST_AUTO_TEST_CASE(figures_that_do_not_follow_are_found) {
  Sample before(2023, "standard-2021");
  before.form("table-3").row("request.carried_over", {"119", "2", "0", "0", "0", "0", "121"});
  before.form("table-2").cell("normative.in_force", "397");
  Sample now(2024, "standard-2021");
  now.form("table-3").row("request.carried_in", {"110", "2", "0", "0", "0", "0", "112"});
  now.form("table-2").cell("normative.made", "50").cell("normative.repealed", "27").cell("normative.in_force", "420");
  const auto outcome = now.check(&before.report());
  const auto found = findings_of(outcome, "national/series-carried-in-is-last-years-carried-over");
  BOOST_REQUIRE_EQUAL(found.size(), 2U);  // natural persons and total
  BOOST_TEST((found[0]->kind == FindingKind::series));
  BOOST_TEST(
      found[0]->message.zh ==
      "表三·总计：“上年结转政府信息公开申请数量”为112，上年报告“结转下年度继续办理”为121，相差9。请核对两年的结转数。"
      "依据：推定（上年结转数应等于上年报告的结转下年度继续办理数）。");
  BOOST_TEST(findings_of(outcome, "national/series-normative-in-force").empty());
}

BOOST_AUTO_TEST_CASE(without_it_relations_are_counted_as_not_assessable) {
  Sample now(2024, "standard-2021");
  now.form("table-3").row("request.carried_in", {"110", "2", "0", "0", "0", "0", "112"});
  const auto outcome = now.check();
  BOOST_TEST(outcome.findings.empty());
  BOOST_TEST(count(outcome, NotAssessable::no_previous) == 7U);
}

BOOST_AUTO_TEST_CASE(counts_are_whole_and_not_below_zero_and_are_not_counted_where_they_are) {
  Sample sample = requests();
  const auto sound = sample.check();
  sample.report().facts[14].value = Decimal(-2);  // 结转下年度·自然人
  const auto negative = sample.check();
  BOOST_REQUIRE_EQUAL(findings_of(negative, "national/counts-not-negative-of-applicants").size(), 1U);
  BOOST_TEST(findings_of(negative, "national/counts-not-negative-of-applicants")[0]->message.zh ==
             "表三·结转下年度继续办理：“自然人”填报为-2，不应小于0。请核对。依据：推定（件数、次数、人数和金额不小于0"
             "（只有“本年增/减”可以是负数））。");
  sample.report().facts[14].value = Decimal::parse("2.5");
  BOOST_TEST(findings_of(sample.check(), "national/counts-whole-of-applicants").size() == 1U);
  BOOST_TEST(sound.tally.held == 11U);  // seven columns, four rows: no figure alone
}

BOOST_AUTO_TEST_CASE(a_rule_on_both_spans_runs_once) {
  Sample sample(2018, "fujian-legacy");
  sample.form("statistics").cell("reply.total", "500").cell("reply.total{span=cumulative}", "400");
  const auto outcome = sample.check(nullptr, {"fujian"});
  BOOST_TEST(only(outcome).rule == "fujian/year-within-all-years-of-concepts");
  sample.report().facts[1].value = Decimal(900);
  BOOST_TEST(sample.check(nullptr, {"fujian"}).tally.held == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
