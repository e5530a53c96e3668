// Conversion under the rules and formats that are shipped.
#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

#include "convert_fixture.hpp"
#include "generate.hpp"
#include "paths.hpp"
#include "shipped.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

struct Fixture {
  Shipped shipped{{test::bundle_path()}};
  ConvertOptions options;

  Fixture() { options.templates = shipped.formats(); }
  Conversion to_current(const Report& source) {
    return converted(source, shipped.format("standard-2021"), shipped.rules(), options);
  }
};

const ConceptKey kClosed{"outcome.total", {{"applicant", "total"}}};

/// A statistics table of 2018 as it should be: 7 requests, 4 already public, 3 granted.
Report statistics_of_2018() {
  Report report = old_report();
  report.format = "legacy-2018";
  report.forms[0].format = "legacy-2018";
  const auto add = [&](const char* id, std::int64_t value, Dims dims = {}) { add_table(report, {id, dims}, value); };
  add("disclosure.total", 147);
  add("normative.made", 10);
  add("request.received", 7, {{"applicant", "total"}});
  add("request.by_channel", 7, {{"channel", "online"}});
  add("request.closed", 7);
  add("request.closed_extended", 1);
  add("reply.total", 7);
  add("reply.already_public", 4);
  add("reply.granted", 3);
  for (const char* id : {"reply.partial", "reply.denied", "reply.denied.state_secret", "reply.denied.trade_secret",
                         "reply.denied.privacy", "reply.denied.security_stability",
                         "reply.denied.not_government_information", "reply.denied.other_law", "reply.not_this_agency",
                         "reply.nonexistent", "reply.needs_correction", "reply.other_channel"}) {
    add(id, 0);
  }
  add("dispute.upheld", 4, {{"route", "reconsideration"}});
  return report;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(shipped_rules, Fixture)

BOOST_AUTO_TEST_CASE(both_sums_hold_between_all_formats) {
  for (const auto* from : options.templates) {
    for (const auto* to : options.templates) {
      for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        const Report source = generate(*from, seed, {options.templates, seed % 4 == 0});
        const auto result = converted(source, *to, shipped.rules(), options);
        BOOST_TEST(result.ledger.facts.size() == source.facts.size());
        BOOST_TEST(equal(source, result.report) == (source.format == to->id), from->id << " to " << to->id);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_statistics_table_becomes_the_current_form) {
  const auto source = statistics_of_2018();
  const auto result = to_current(source);
  BOOST_TEST(cell_of(result, {"request.received", {{"applicant", "total"}}}).value == "7");
  BOOST_TEST(cell_of(result, {"outcome.granted", {{"applicant", "total"}}}).value == "7");
  BOOST_TEST((cell_of(result, {"outcome.granted", {{"applicant", "total"}}}).fidelity == Fidelity::derived));
  BOOST_TEST(cell_of(result, kClosed).value == "7");
  BOOST_TEST(cell_of(result, {"normative.made", {}}).value == "10");
  BOOST_TEST(cell_of(result, {"dispute.upheld", {{"route", "reconsideration"}}}).value == "4");
}

BOOST_AUTO_TEST_CASE(an_extension_is_never_a_carry_over) {
  const auto source = statistics_of_2018();
  const auto result = to_current(source);
  const auto& cell = cell_of(result, {"request.carried_over", {{"applicant", "total"}}});
  BOOST_TEST(!cell.filled());
  BOOST_TEST((cell.blank == BlankReason::no_concept));
  BOOST_TEST(cell.reason.zh.find("延期") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(reasons_name_the_format_the_report_has) {
  const std::map<std::string, std::vector<std::string>> others{
      {"prose", {"旧表", "2019年格式", "现行格式", "全国表"}},
      {"legacy-2018", {"2019年格式", "现行格式", "来源没有表格"}},
      {"fujian-legacy", {"2019年格式", "现行格式", "旧表“", "延期", "来源没有表格"}},
      {"standard-2019", {"旧表没有", "旧表不", "旧表只", "旧表“", "旧表行政", "现行格式", "来源没有表格"}},
      {"standard-2021", {"旧表没有", "旧表不", "旧表只", "旧表“", "旧表行政", "2019年格式", "来源没有表格"}}};
  for (const auto* from : options.templates) {
    const Report source = generate(*from, 4, {options.templates, false});
    for (const auto* to : options.templates) {
      for (const auto& cell : converted(source, *to, shipped.rules(), options).ledger.cells) {
        for (const auto& other : others.at(std::string(from->id))) {
          BOOST_TEST((!cell.blank || cell.reason.zh.find(other) == std::string::npos),
                     from->id << " to " << to->id << ", " << cell.label << ": " << cell.reason.zh);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_old_table_beside_the_form_gives_no_reasons) {
  Report source = generate(shipped.format("standard-2019"), 2, {});
  Form old;
  old.id = "statistics";
  old.format = "legacy-2018";
  source.forms.push_back(old);
  const auto conversion = to_current(source);
  const auto& cell = cell_of(conversion, {"normative.repealed", {}});
  BOOST_TEST(cell.reason.zh.find("2019年格式没有废止件数") != std::string::npos, cell.reason.zh);
}

BOOST_AUTO_TEST_CASE(the_fujian_table_has_the_rows_of_the_reports_year) {
  auto source = statistics_of_2018();
  add_table(source, {"request.by_channel", {{"channel", "letter"}}}, 0);
  add_table(source, {"request.by_channel", {{"channel", "fax"}}}, 0);
  const auto concepts = [&](int year) {
    source.year = static_cast<std::int16_t>(year);
    std::set<std::string> found;
    for (const auto& cell : converted(source, shipped.format("fujian-legacy"), shipped.rules(), options).ledger.cells) {
      found.insert(to_string(cell.key));
    }
    return found;
  };
  const std::vector<std::string> early{"fujian.request.email", "fujian.request.other", "fujian.appeal",
                                       "request.by_channel{channel=fax}", "request.by_channel{channel=letter}"};
  const std::vector<std::string> late{"fujian.request.letter_or_fax", "fujian.reply.other",
                                      "fujian.complaint_or_litigation", "disclosure.total{span=cumulative}"};
  for (const int year : {2010, 2018, 0}) {
    const auto found = concepts(year);
    for (const auto& one : early) {
      BOOST_TEST(found.count(one) == (year == 2010 ? 1U : 0U), one << " in " << year);
    }
    for (const auto& one : late) {
      BOOST_TEST(found.count(one) == (year == 2010 ? 0U : 1U), one << " in " << year);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_format_takes_every_kind_of_narrative) {
  const std::set<std::string_view> with_text{"一", "（一）", "（二）", "（四）", "（五）", "五", "六"};
  Report source = statistics_of_2018();
  for (int kind = 1; kind < 12; ++kind) {
    Section section;
    section.kind = static_cast<SectionKind>(kind);
    section.heading = "一段文字";
    Block block;
    block.body = Paragraph{Role::body, {"文字。", {}, {}}};
    section.blocks.emplace_back(std::move(block));
    source.sections.push_back(std::move(section));
  }
  const auto result = to_current(source);
  std::set<std::string_view> found;
  for (const auto& section : result.report.sections) {
    for (const auto& block : section.blocks) {
      if (std::holds_alternative<Block>(block)) {
        found.insert(section.number);
      }
    }
  }
  BOOST_TEST(found == with_text, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(sentences_about_the_structure_stay_out) {
  Report source = statistics_of_2018();
  for (const char* text :
       {"本年报由概述、主动公开情况等9个方面组成。", "详细数据见附件。", "领导小组由三个部分组成。"}) {
    Section section;
    Block block;
    block.body = Paragraph{Role::body, {text, {}, {}}};
    section.blocks.emplace_back(std::move(block));
    source.sections.push_back(std::move(section));
  }
  const auto result = to_current(source);
  std::vector<std::string> omitted;
  for (const auto& omission : result.ledger.omissions) {
    omitted.push_back(omission.text);
  }
  const std::vector<std::string> expected{"本年报由概述、主动公开情况等9个方面组成。", "详细数据见附件。"};
  BOOST_TEST(omitted == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
