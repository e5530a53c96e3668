#include "check_sample.hpp"

using namespace nianbao;

namespace {

std::vector<const Template*> templates() {
  std::vector<const Template*> all;
  for (const auto& format : all_templates().templates) {
    all.push_back(format.get());
  }
  return all;
}

/// Everything a check says, as one text.
std::string said(const CheckOutcome& outcome) {
  std::string text = summary(outcome.tally).zh;
  for (const auto& finding : outcome.findings) {
    text += "\n" + finding.rule + " " + finding.message.zh;
  }
  for (const auto& remark : outcome.remarks) {
    text += "\n" + remark.zh;
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plans)

BOOST_AUTO_TEST_CASE(a_check_with_a_plan_says_the_same) {
  std::vector<Sample> samples;
  samples.emplace_back(2019, "standard-2019");
  samples.back().form("table-3").row("request.received", {"21", "6", "", "", "", "", "27"});
  samples.back().row("request.carried_in", {"1", "0", "0", "0", "0", "0", "2"});
  samples.back().form("table-2").cell("normative.published", "28").cell("normative.public_total", "2");
  samples.back().form("table-2", 2).cell("normative.published{instance=2}", "3");
  samples.back().cell("normative.public_total{instance=2}", "2");
  samples.emplace_back(2023, "standard-2021");
  samples.back().form("table-4").disputes("reconsideration", {"10", "1", "0", "0", "0"});
  samples.back().disputes("litigation_direct", {"2", "1", "0", "0", "3"});
  samples.back().form("table-3").row("outcome.other", {"1", "1", "0", "0", "0", "0", "3"});  // a group in one row
  samples.emplace_back(2018, "fujian-legacy");
  samples.back().form("statistics").cell("disclosure.total", "6").cell("disclosure.total{span=cumulative}", "7");
  samples.back().cell("disclosure.by_channel{channel=website}", "9");
  samples.back().cell("disclosure.by_channel{channel=website,span=cumulative}", "9");
  for (const auto& sample : samples) {
    const auto rules = rules_for(sample.report().year, sample.report().format, std::vector<std::string>(1, "fujian"));
    CheckOptions options;
    options.templates = templates();
    const CheckPlan plan(rules, options.templates);
    const auto without = run_checks(sample.report(), *rules, options);
    options.plan = &plan;
    BOOST_TEST(said(run_checks(sample.report(), *rules, options)) == said(without));
    BOOST_TEST(!without.findings.empty(), said(without));
  }
}

BOOST_AUTO_TEST_CASE(blanks_of_a_repeated_table_are_proven_with_a_plan_too) {
  Sample sample(2023, "standard-2021");
  sample.form("table-3").row("request.received", {"21", "6", "0", "0", "0", "0", "27"});
  sample.form("table-3", 2).cell("request.received{applicant=natural_person,instance=2}", "5");
  for (const auto* member : {"enterprise", "research", "welfare", "legal_service", "other_org"}) {
    sample.cell("request.received{applicant=" + std::string(member) + ",instance=2}", "");
  }
  sample.cell("request.received{applicant=total,instance=2}", "5");
  const auto rules = rules_for(2023, "standard-2021");
  CheckOptions options;
  options.templates = templates();
  const CheckPlan plan(rules, options.templates);
  const auto without = run_checks(sample.report(), *rules, options);
  options.plan = &plan;
  BOOST_TEST(said(run_checks(sample.report(), *rules, options)) == said(without));
  BOOST_REQUIRE_EQUAL(without.remarks.size(), 1U);
  BOOST_TEST(without.remarks.front().zh.find("5个空白单元格按0核对") != std::string::npos, without.remarks.front().zh);
}

BOOST_AUTO_TEST_CASE(the_plan_gives_the_sums_of_a_template_and_no_others) {
  const CheckPlan plan(rules_for(2023, "standard-2021"), templates());
  std::size_t disputes = 0;
  for (const auto& relation : plan.relations("standard-2021")) {
    BOOST_TEST(relation.rule.find("legacy") == std::string::npos, relation.rule);
    BOOST_TEST(relation.rule.find("series") == std::string::npos, relation.rule);
    disputes += relation.rule == "national/t4-results-add-up" ? 1 : 0;
  }
  BOOST_TEST(disputes == 3U);
  BOOST_TEST(plan.relations("nowhere").empty());
}

BOOST_AUTO_TEST_SUITE_END()
