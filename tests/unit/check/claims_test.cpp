// Shares, sums and growth that the prose claims.
#include "check_sample.hpp"

using namespace nianbao;

BOOST_AUTO_TEST_SUITE(claims)

namespace {

Claim claim(ClaimKind kind, const char* value, const char* step, std::vector<std::uint32_t> of,
            std::vector<std::uint32_t> base = {}) {
  Claim claim;
  claim.kind = kind;
  claim.value = Decimal::parse(value);
  claim.step = Decimal::parse(step);
  claim.unit = "%";
  claim.of = std::move(of);
  claim.base = std::move(base);
  return claim;
}

Sample sixths() {
  Sample sample(2017, "prose");
  sample.prose("request.by_channel{channel=in_person}", "18").prose("request.received{applicant=total}", "52");
  return sample;
}

}  // namespace

BOOST_AUTO_TEST_CASE(share_may_be_rounded_or_cut) {
  for (const char* value : {"34.62", "34.61"}) {
    Sample sample = sixths();
    sample.report().claims.push_back(claim(ClaimKind::share, value, "0.01", {0}, {1}));
    const auto outcome = sample.check();
    BOOST_TEST(outcome.findings.empty(), value);
    BOOST_TEST(outcome.tally.held == 1U);
  }
}

BOOST_AUTO_TEST_CASE(wrong_share_is_a_doubt) {
  Sample sample = sixths();
  sample.report().claims.push_back(claim(ClaimKind::share, "33.9", "0.1", {0}, {1}));
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST((finding.kind == FindingKind::percent && finding.severity == FindingSeverity::doubt));
  BOOST_TEST(finding.message.zh == "正文所称比例与数据不符：18占52的34.61%，正文为33.9%。请核对比例或数据。");
}

BOOST_AUTO_TEST_CASE(share_of_nothing_is_not_checked) {
  Sample sample(2017, "prose");
  sample.prose("request.by_channel{channel=in_person}", "0").prose("request.received{applicant=total}", "0");
  sample.report().claims.push_back(claim(ClaimKind::share, "100", "1", {0}, {1}));
  BOOST_TEST(sample.check().tally.checked() == 0U);
}

BOOST_AUTO_TEST_CASE(sum_of_table_figures_that_the_prose_states_is_a_conflict) {
  Sample sample(2019, "standard-2019");
  sample.form("table-3").row("outcome.granted", {"25", "2", "0", "0", "0", "0", ""});
  sample.row("outcome.partial", {"3", "0", "0", "0", "0", "0", "3"});
  sample.report().claims.push_back(claim(ClaimKind::sum, "25", "1", {6, 13}));
  const auto outcome = sample.check();
  const auto found = findings_of(outcome, "check/stated-sum");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST((found[0]->kind == FindingKind::conflict));
  BOOST_TEST(found[0]->message.zh.find("予以公开27＋部分公开3＝30，正文为25") != std::string::npos);
}

// A row whose total and whose other cells are blank holds at least what it prints.
BOOST_AUTO_TEST_CASE(sum_that_is_less_than_the_table_prints_is_a_conflict_whatever_the_blanks_hold) {
  Sample sample(2019, "standard-2019");
  sample.form("table-3").row("outcome.granted", {"25", "2", "", "", "", "", ""});
  sample.row("outcome.partial", {"3", "", "", "", "", "", ""});
  sample.report().claims.push_back(claim(ClaimKind::sum, "25", "1", {6, 13}));
  const auto outcome = sample.check();
  const auto found = findings_of(outcome, "check/stated-sum");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  sample.report().claims[0].value = Decimal(31);
  BOOST_TEST(findings_of(sample.check(), "check/stated-sum").empty());
}

BOOST_AUTO_TEST_CASE(share_of_a_stated_sum_is_that_of_the_stated_figure) {
  Sample sample(2019, "standard-2019");
  sample.form("table-3").row("outcome.granted", {"25", "0", "0", "0", "0", "0", "25"});
  sample.row("outcome.partial", {"5", "0", "0", "0", "0", "0", "5"});
  sample.prose("outcome.total{applicant=total}", "100");
  sample.report().claims.push_back(claim(ClaimKind::sum, "28", "1", {6, 13}));
  sample.report().claims.push_back(claim(ClaimKind::share, "28", "1", {6, 13}, {14}));
  BOOST_TEST(findings_of(sample.check(), "check/share").empty());
  sample.report().claims[1].value = Decimal(30);
  BOOST_TEST(findings_of(sample.check(), "check/share").size() == 1U);
}

BOOST_AUTO_TEST_CASE(listed_parts_that_miss_their_total_are_a_doubt) {
  Sample sample(2019, "prose");
  sample.prose("disclosure.total", "100");
  sample.report().claims.push_back(claim(ClaimKind::sum, "90", "1", {0}));
  const auto outcome = sample.check();
  const auto& finding = only(outcome);
  BOOST_TEST((finding.kind == FindingKind::arithmetic && finding.severity == FindingSeverity::doubt));
  BOOST_TEST(finding.message.zh == "正文所列各项之和为90，“主动公开政府信息数”为100，两者不符。请核对各项数据或总数。");
}

BOOST_AUTO_TEST_CASE(growth_needs_last_years_report) {
  Sample before(2023, "standard-2021");
  before.form("table-3").row("request.received", {"200", "0", "0", "0", "0", "0", "200"});
  Sample now(2024, "standard-2021");
  now.form("table-3").row("request.received", {"210", "0", "0", "0", "0", "0", "210"});
  now.prose("request.received{applicant=total}", "210");
  now.report().claims.push_back(claim(ClaimKind::growth, "5", "1", {7}));
  BOOST_TEST(now.check(&before.report()).findings.empty());
  now.report().claims[0].value = Decimal(7);
  const auto outcome = now.check(&before.report());
  BOOST_TEST(only(outcome).rule == "check/growth");
  BOOST_TEST(now.check().findings.empty());
}

BOOST_AUTO_TEST_SUITE_END()
