#include "check_sample.hpp"

using namespace nianbao;

BOOST_AUTO_TEST_SUITE(prose_by_itself)

BOOST_AUTO_TEST_CASE(sums_of_the_prose_are_checked_where_it_states_all_parts) {
  Sample sample(2017, "prose");
  sample.prose("request.received{applicant=total}", "32").prose("request.by_channel{channel=in_person}", "15");
  sample.prose("request.by_channel{channel=fax}", "0").prose("request.by_channel{channel=online}", "4");
  sample.prose("request.by_channel{channel=letter}", "22").prose("staffing.full_time", "3");
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST(finding.rule == "national/legacy-request-channels-add-up");
  BOOST_TEST(finding.message.zh.find("＝41，“收到申请数”填报为32，相差9。") != std::string::npos);
  BOOST_TEST(outcome.tally.checked() == 1U);
}

BOOST_AUTO_TEST_CASE(replies_that_outnumber_the_requests_closed_are_a_doubt) {
  Sample sample(2017, "prose");
  sample.prose("request.closed", "5");
  for (const char* kind : {"already_public", "granted", "partial", "denied", "not_this_agency", "nonexistent",
                           "needs_correction", "other_channel"}) {
    sample.prose("reply." + std::string(kind), "2");
  }
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST(finding.rule == "national/legacy-replies-match-closed");
  BOOST_TEST((finding.severity == FindingSeverity::doubt));
  BOOST_TEST(to_string(finding.facts.front().key) == "request.closed");
}

BOOST_AUTO_TEST_CASE(kinds_that_are_not_stated_are_not_taken_as_zero) {
  Sample sample(2024, "prose");
  sample.prose("outcome.total{applicant=total}", "30").prose("outcome.granted{applicant=total}", "20");
  sample.prose("request.received{applicant=total}", "31").prose("request.received{applicant=natural_person}", "29");
  BOOST_TEST(sample.check().tally.checked() == 0U);
}

BOOST_AUTO_TEST_CASE(figure_stated_twice_with_two_values_is_open) {
  Sample sample(2017, "prose");
  sample.prose("staffing.personnel", "9").prose("staffing.personnel", "8");
  sample.prose("staffing.full_time", "3").prose("staffing.part_time", "6");
  BOOST_TEST(sample.check().tally.checked() == 0U);
}

BOOST_AUTO_TEST_CASE(figures_of_another_year_take_no_part) {
  Sample sample(2017, "prose");
  sample.prose("staffing.personnel", "9").prose("staffing.full_time", "3");
  sample.prose("staffing.part_time", "5");
  sample.last().year = 2016;
  BOOST_TEST(sample.check().tally.checked() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(prose_against_tables)

BOOST_AUTO_TEST_CASE(unlike_scopes_are_a_doubt_that_names_them) {
  Sample sample(2024, "standard-2021");
  sample.form("table-3", 1, Scope::area).row("request.received", {"93", "2", "0", "0", "0", "0", "95"});
  sample.prose("request.received{applicant=total}", "17");
  sample.last().scope = Scope::body;
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST(finding.rule == "check/prose-against-table");
  BOOST_TEST((finding.kind == FindingKind::conflict && finding.severity == FindingSeverity::doubt));
  BOOST_TEST(finding.message.zh ==
             "文字与表格不一致：正文称“收到申请数”为17件，表三“本年新收政府信息公开申请数量·总计”为95件。"
             "两者口径可能不同（正文为本机关，表格为全行政区域）。如属口径差异，请在正文注明。");
  BOOST_REQUIRE_EQUAL(finding.facts.size(), 2U);
}

BOOST_AUTO_TEST_CASE(same_stated_scope_is_an_error) {
  Sample sample(2024, "standard-2021");
  sample.form("table-2", 1, Scope::area).cell("normative.made", "10");
  sample.prose("normative.made", "8");
  sample.last().scope = Scope::area;
  const auto outcome = sample.check();
  BOOST_TEST((only(outcome).severity == FindingSeverity::error));
}

BOOST_AUTO_TEST_CASE(what_all_data_cover_holds_for_tables_that_say_nothing_else) {
  const auto severity_of = [](Scope prose, Scope form, std::uint32_t instance) {
    Sample sample(2024, "standard-2021");
    sample.report().coverage.scope = Scope::area;
    sample.form("table-2", instance, form).cell("normative.made", "10");
    sample.prose("normative.made", "8");
    sample.last().scope = prose;
    return only(sample.check()).severity;
  };
  BOOST_TEST((severity_of(Scope::area, Scope::unknown, 1) == FindingSeverity::error));
  BOOST_TEST((severity_of(Scope::body, Scope::unknown, 1) == FindingSeverity::doubt));
  BOOST_TEST((severity_of(Scope::area, Scope::body, 1) == FindingSeverity::doubt));
  BOOST_TEST((severity_of(Scope::area, Scope::unknown, 2) == FindingSeverity::doubt));
}

BOOST_AUTO_TEST_CASE(nothing_stated_against_figures_is_an_error) {
  Sample sample(2018, "legacy-2018");
  sample.form("statistics").cell("dispute.total{route=reconsideration}", "9");
  sample.prose("dispute.total{route=reconsideration}", "0");
  sample.last().status = Status::stated_zero;
  sample.last().text = "未收到行政复议";
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST((finding.severity == FindingSeverity::error));
  BOOST_TEST(finding.message.zh ==
             "文字与表格不一致：正文称“案件总数（行政复议）”为0件（“未收到行政复议”），统计表“行政复议数量”为9件"
             "。请核对正文或表格。");
}

BOOST_AUTO_TEST_CASE(what_the_prose_does_not_divide_is_compared_with_the_sum) {
  Sample sample(2024, "standard-2021");
  sample.form("table-4").disputes("litigation_direct", {"7", "2", "3", "0", "12"});
  sample.disputes("litigation_after_reconsideration", {"5", "0", "0", "1", "6"});
  sample.prose("dispute.total{route=litigation}", "18").prose("dispute.upheld{route=litigation}", "10");
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST(to_string(finding.facts.front().key) == "dispute.upheld{route=litigation}");
  BOOST_TEST(finding.message.zh.find("表四“未经复议直接起诉·结果维持”7＋“复议后起诉·结果维持”5＝12件") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(group_is_compared_with_its_rows_and_a_blank_total_with_its_members) {
  Sample sample(2019, "standard-2019");
  sample.form("table-3").row("outcome.unavailable.not_held", {"30", "1", "0", "0", "0", "0", ""});
  sample.row("outcome.unavailable.needs_creation", {"4", "0", "0", "0", "0", "0", ""});
  sample.row("outcome.unavailable.still_unclear", {"2", "0", "0", "0", "0", "0", ""});
  sample.prose("outcome.unavailable{applicant=total}", "37").prose("outcome.unavailable{applicant=total}", "31");
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST(finding.message.zh.find("正文称“无法提供小计”为31件") != std::string::npos);
  BOOST_TEST(finding.message.zh.find("＝37件") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(agreeing_with_either_instance_is_enough) {
  Sample sample(2019, "standard-2019");
  sample.form("table-2").cell("normative.made", "28");
  sample.form("table-2", 2).cell("normative.made{instance=2}", "2");
  sample.prose("normative.made", "2");
  const auto outcome = sample.check();
  BOOST_TEST(outcome.findings.empty());
}

BOOST_AUTO_TEST_CASE(qualified_and_rounded_figures_are_ranges) {
  Sample sample(2018, "legacy-2018");
  sample.form("statistics")
      .cell("disclosure.total", "182345", "条")
      .cell("disclosure.by_channel{channel=website}", "150400", "条");
  sample.prose("disclosure.total", "180000", "条");
  sample.last().step = Decimal(10000);
  sample.last().qualifier = Qualifier::over;
  sample.prose("disclosure.by_channel{channel=website}", "150000", "条");
  sample.last().qualifier = Qualifier::about;
  BOOST_TEST(sample.check().findings.empty());
  sample.prose("disclosure.total", "190000", "条");
  sample.last().qualifier = Qualifier::over;
  sample.last().step = Decimal(10000);
  BOOST_TEST(sample.check().findings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(other_years_all_years_and_other_units_never_conflict) {
  Sample sample(2018, "legacy-2018");
  sample.form("statistics")
      .cell("disclosure.total", "50", "条")
      .cell("disclosure.by_channel{channel=gazette}", "45", "条");
  sample.prose("disclosure.total", "40");
  sample.last().year = 2017;
  sample.prose("disclosure.total{span=cumulative}", "400").prose("disclosure.by_channel{channel=gazette}", "6", "期");
  BOOST_TEST(sample.check().findings.empty());
}

BOOST_AUTO_TEST_CASE(parts_that_are_stated_cannot_outgrow_their_total) {
  Sample sample(2017, "prose");
  sample.prose("reply.total", "5")
      .prose("reply.granted", "4")
      .prose("reply.partial", "1")
      .prose("reply.nonexistent", "2");
  const auto rules = rules_for(2017, "");
  CheckOptions options;
  for (const auto& format : all_templates().templates) {
    options.templates.push_back(format.get());
  }
  const CheckPlan plan(rules, options.templates);
  options.plan = &plan;
  const auto outcome = run_checks(sample.report(), *rules, options);
  BOOST_TEST(only(outcome).rule == "national/legacy-replies-add-up");
  BOOST_TEST((only(outcome).severity == FindingSeverity::doubt));
  sample.report().facts[0].value = Decimal(7);
  BOOST_TEST(run_checks(sample.report(), *rules, options).findings.empty());
}

// 无法提供 is no cell: its rows are added up, and what they print is the least it can be.
BOOST_AUTO_TEST_CASE(group_of_rows_with_blanks_is_at_least_what_they_print) {
  Sample sample(2019, "standard-2019");
  sample.form("table-3").row("outcome.unavailable.not_held", {"26", "2", "", "", "", "", ""});
  sample.row("outcome.unavailable.needs_creation", {"4", "", "", "", "", "", ""});
  sample.row("outcome.unavailable.still_unclear", {"", "", "", "", "", "", ""});
  sample.prose("outcome.unavailable{applicant=total}", "26");
  const auto outcome = sample.check();
  const auto found = findings_of(outcome, "check/prose-against-table");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0]->message.zh.find("＝32件（空白单元格未计入，实际只会更大）") != std::string::npos);
  sample.report().facts.back().value = Decimal(33);
  BOOST_TEST(findings_of(sample.check(), "check/prose-against-table").empty());
}

BOOST_AUTO_TEST_SUITE_END()
