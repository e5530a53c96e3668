// Where the narrative goes.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "convert_fixture.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

Block words(const char* text) {
  Block block;
  block.body = Paragraph{Role::body, {text, {}, {}}};
  return block;
}

Section section(SectionKind kind, const char* number, const char* heading, int level, const char* text) {
  Section result{kind, number, heading, level, {}, {}};
  result.blocks.emplace_back(words(text));
  return result;
}

/// The texts of a section's blocks, headings in brackets.
std::vector<std::string> texts(const Section& section) {
  std::vector<std::string> result;
  for (const auto& block : section.blocks) {
    if (const auto* form = std::get_if<FormReference>(&block)) {
      result.push_back("<" + std::string(form->id) + ">");
    } else if (const auto* heading = std::get<Block>(block).as<Heading>()) {
      result.push_back("[" + std::string(heading->text.chars) + "]");
    } else {
      result.emplace_back(std::get<Block>(block).text()->chars);
    }
  }
  return result;
}

struct Fixture {
  SmallFormats formats;
  SmallRules rules;
  Report source = old_report();
  ConvertOptions options;

  Fixture() {
    options.templates = formats.all();
    rules.sentences = {"由…个方面组成", "见附件"};
  }
  Conversion convert_to(std::string_view format) { return converted(source, formats.get(format), rules, options); }
  static const Section& find(const Conversion& conversion, std::string_view heading) {
    const auto& sections = conversion.report.sections;
    const auto it =
        std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.heading == heading; });
    BOOST_REQUIRE_MESSAGE(it != sections.end(), heading);
    return *it;
  }
  void check(const Conversion& conversion, std::string_view heading, const std::vector<std::string>& expected) {
    const auto found = texts(find(conversion, heading));
    BOOST_TEST(found == expected, boost::test_tools::per_element());
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(narrative, Fixture)

BOOST_AUTO_TEST_CASE(each_kind_goes_to_its_place) {
  source.sections.push_back(section(SectionKind::overview, "一", "概述", 1, "总的情况。"));
  source.sections.push_back(section(SectionKind::proactive, "二", "主动公开情况", 1, "公开了信息。"));
  source.sections.push_back(section(SectionKind::key_areas, "三", "重点领域", 1, "财政公开。"));
  source.sections.push_back(section(SectionKind::requests, "四", "依申请公开情况", 1, "收到申请。"));
  source.sections.push_back(section(SectionKind::disputes, "五", "复议诉讼", 1, "没有复议。"));
  source.sections.push_back(section(SectionKind::consultation, "六", "咨询", 1, "接受咨询。"));
  source.sections.push_back(section(SectionKind::organisation, "七", "机构培训", 1, "组织培训。"));
  source.sections.push_back(section(SectionKind::fees, "八", "收费情况", 1, "没有收费。"));
  source.sections.push_back(section(SectionKind::problems, "九", "存在的问题", 1, "还有不足。"));
  const auto result = convert_to("new");
  check(result, "总体情况", {"总的情况。", "[1.重点领域]", "财政公开。"});
  check(result, "主动公开", {"公开了信息。"});
  check(result, "依申请公开", {"收到申请。", "[1.复议诉讼]", "没有复议。"});
  check(result, "平台建设", {"接受咨询。"});
  check(result, "监督保障", {"组织培训。"});
  check(result, "申请情况", {"<table>"});
  check(result, "存在问题", {"还有不足。"});
  check(result, "其他事项", {"[1.收费情况]", "没有收费。"});
  BOOST_TEST(find(result, "平台建设").number == "（三）");
  BOOST_TEST(find(result, "平台建设").level == 2);
}

BOOST_AUTO_TEST_CASE(parts_of_a_moved_section_are_numbered_anew) {
  source.sections.push_back(section(SectionKind::overview, "一", "概述", 1, "总的情况。"));
  source.sections.push_back(section(SectionKind::overview, "（一）", "加强领导", 2, "成立小组。"));
  source.sections.push_back(section(SectionKind::overview, "（二）", "完善制度", 2, "印发制度。"));
  source.sections.push_back(section(SectionKind::key_areas, "二", "重点领域", 1, "重点工作。"));
  source.sections.push_back(section(SectionKind::key_areas, "（一）", "财政", 2, "公开预算。"));
  const auto result = convert_to("new");
  check(result, "总体情况",
        {"总的情况。", "[1.加强领导]", "成立小组。", "[2.完善制度]", "印发制度。", "[3.重点领域]", "重点工作。",
         "[（1）财政]", "公开预算。"});
}

BOOST_AUTO_TEST_CASE(a_part_of_another_kind_leaves_its_section) {
  source.sections.push_back(section(SectionKind::overview, "一", "概述", 1, "总的情况。"));
  source.sections.push_back(section(SectionKind::organisation, "（一）", "组织培训", 2, "培训两次。"));
  source.sections.push_back(section(SectionKind::overview, "（二）", "完善制度", 2, "印发制度。"));
  const auto result = convert_to("new");
  check(result, "总体情况", {"总的情况。", "[1.完善制度]", "印发制度。"});
  check(result, "监督保障", {"[1.组织培训]", "培训两次。"});
}

BOOST_AUTO_TEST_CASE(a_section_that_is_in_its_place_keeps_its_parts) {
  source.format = "new";
  source.forms[0].format = "new";
  source.forms[0].id = "table";
  source.sections.push_back(section(SectionKind::overview, "一", "总体情况", 1, "总的情况。"));
  source.sections.push_back(section(SectionKind::proactive, "（一）", "加大公开力度", 2, "公开了信息。"));
  source.sections.push_back(section(SectionKind::overview, "（二）", "管理信息", 2, "清理文件。"));
  source.sections.push_back(section(SectionKind::requests, "二", "申请情况", 1, "收到申请。"));
  const auto result = convert_to("future");
  check(result, "总体情况", {"总的情况。"});
  check(result, "加大公开力度", {"公开了信息。"});
  check(result, "管理信息", {"清理文件。"});
  check(result, "依申请公开", {"收到申请。"});
  BOOST_TEST(find(result, "依申请公开").number == "（三）");
}

BOOST_AUTO_TEST_CASE(problems_keep_their_parts) {
  source.sections.push_back(section(SectionKind::problems, "九", "存在的问题和改进", 1, "情况如下。"));
  source.sections.push_back(section(SectionKind::problems, "（一）", "问题", 2, "更新不及时。"));
  const auto result = convert_to("new");
  check(result, "存在问题", {"情况如下。"});
  check(result, "问题", {"更新不及时。"});
  BOOST_TEST(find(result, "问题").number == "（一）");
}

BOOST_AUTO_TEST_CASE(parts_that_stay_are_numbered_without_gaps) {
  source.sections.push_back(section(SectionKind::problems, "九", "不足之处", 1, "情况如下。"));
  source.sections.push_back(section(SectionKind::problems, "（一）", "问题", 2, "更新不及时。"));
  source.sections.push_back(section(SectionKind::fees, "（二）", "收费", 2, "没有收费。"));
  source.sections.push_back(section(SectionKind::problems, "（三）", "打算", 2, "加强更新。"));
  const auto result = convert_to("new");
  BOOST_TEST(find(result, "问题").number == "（一）");
  BOOST_TEST(find(result, "打算").number == "（二）");
  check(result, "其他事项", {"[1.收费]", "没有收费。"});
}

BOOST_AUTO_TEST_CASE(the_way_back_works_alike) {
  source.format = "new";
  source.forms[0].format = "new";
  source.sections.push_back(section(SectionKind::overview, "一", "总体情况", 1, "总的情况。"));
  source.sections.push_back(section(SectionKind::proactive, "（一）", "主动公开", 2, "公开了信息。"));
  source.sections.push_back(section(SectionKind::consultation, "（二）", "平台", 2, "建设平台。"));
  source.sections.push_back(section(SectionKind::other_matters, "四", "其他事项", 1, "没有收费。"));
  const auto result = convert_to("old");
  check(result, "概述", {"总的情况。"});
  check(result, "平台", {"建设平台。"});
  BOOST_TEST(find(result, "平台").number == "（一）");
  check(result, "主动公开情况", {"[1.主动公开]", "公开了信息。"});
  check(result, "存在问题", {"[1.其他事项]", "没有收费。"});
  BOOST_REQUIRE(result.report.attachments.size() == 1);
  BOOST_TEST(texts(result.report.attachments[0].sections[0]) == std::vector<std::string>{"<statistics>"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(sentences_about_the_old_structure_are_listed) {
  Section preamble;
  Block block = words("依据条例编制。本报告由概述、公开情况等 9 个方面组成。数据截至年末。");
  block.as<Paragraph>()->text.marks = {{0, 2, MarkKind::strong}, {28, 30, MarkKind::link}};
  preamble.blocks.emplace_back(std::move(block));
  preamble.blocks.emplace_back(words("统计表见附件。"));
  source.sections.push_back(std::move(preamble));
  const auto result = convert_to("new");
  const auto& kept = result.report.sections.front();
  BOOST_TEST(texts(kept) == std::vector<std::string>{"依据条例编制。数据截至年末。"}, boost::test_tools::per_element());
  const auto& marks = std::get<Block>(kept.blocks.front()).as<Paragraph>()->text.marks;
  BOOST_REQUIRE(marks.size() == 2);
  BOOST_TEST(marks[1].from == 7);
  BOOST_TEST(marks[1].to == 9);
  BOOST_REQUIRE(result.ledger.omissions.size() == 2);
  BOOST_TEST(result.ledger.omissions[0].text == "本报告由概述、公开情况等 9 个方面组成。");
  BOOST_TEST(result.ledger.omissions[1].text == "统计表见附件。");
}

BOOST_AUTO_TEST_CASE(a_sentence_that_also_states_the_period_stays) {
  rules.sentences.emplace_back("!年12月31日");
  const std::string stays = "报告由六个方面组成，涵盖2017年1月1日至2017年12月31日全市的数据。";
  Section preamble;
  preamble.blocks.emplace_back(words(stays.c_str()));
  preamble.blocks.emplace_back(words("统计表见附件。"));
  source.sections.push_back(std::move(preamble));
  const auto result = convert_to("new");
  BOOST_TEST(texts(result.report.sections.front()) == std::vector<std::string>{stays},
             boost::test_tools::per_element());
  BOOST_REQUIRE(result.ledger.omissions.size() == 1);
  BOOST_TEST(result.ledger.omissions[0].text == "统计表见附件。");
}

BOOST_AUTO_TEST_CASE(an_attachment_with_text_stays_one) {
  Section table{SectionKind::attachment, "", "", 1, {}, {}};
  table.blocks.emplace_back(FormReference{"statistics", 1});
  source.attachments.push_back({"统计表", {table}});
  table.blocks.emplace_back(words("（2018 年度）"));
  source.attachments.push_back({"统计表", {table}});
  table.blocks.emplace_back(words("填表说明。"));
  source.attachments.push_back({"说明", {table}});
  const auto result = convert_to("new");
  BOOST_REQUIRE(result.report.attachments.size() == 1);
  BOOST_TEST(result.report.attachments[0].title == "说明");
}

BOOST_AUTO_TEST_CASE(headings_that_are_replaced_are_in_the_ledger) {
  source.title = "清河市2018年信息公开年报";
  source.sections.push_back(section(SectionKind::overview, "一", "工作概述", 1, "总的情况。"));
  source.sections.push_back(section(SectionKind::key_areas, "二", "重点领域", 1, "财政公开。"));
  source.sections.push_back(section(SectionKind::problems, "三", "存在问题", 1, "还有不足。"));
  source.sections.push_back({SectionKind::fees, "四", "收费情况", 1, {}, {}});
  Section table{SectionKind::attachment, "", "", 1, {}, {}};
  table.blocks.emplace_back(FormReference{"statistics", 1});
  source.attachments.push_back({"附表", {table}});
  std::vector<std::string> lost;
  for (const auto& omission : convert_to("new").ledger.omissions) {
    BOOST_TEST((omission.kind == LedgerOmission::Kind::heading));
    lost.push_back(omission.text);
  }
  const std::vector<std::string> expected{"清河市2018年信息公开年报", "一、工作概述", "四、收费情况", "附表"};
  BOOST_TEST(lost == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(lines_of_the_page_are_in_the_ledger) {
  source.left_out.push_back({"（此件公开发布）", {}});
  for (const char* format : {"old", "new"}) {
    const auto result = convert_to(format);
    BOOST_REQUIRE(result.ledger.omissions.size() == 1U);
    BOOST_TEST((result.ledger.omissions[0].kind == LedgerOmission::Kind::furniture));
    BOOST_TEST(result.ledger.omissions[0].text == "（此件公开发布）");
  }
}

BOOST_AUTO_TEST_CASE(moves_are_in_the_ledger) {
  source.sections.push_back(section(SectionKind::proactive, "二", "主动公开情况", 1, "公开了信息。"));
  const auto result = convert_to("new");
  BOOST_REQUIRE(result.ledger.moves.size() == 1);
  BOOST_TEST(result.ledger.moves[0].from == "二、主动公开情况");
  BOOST_TEST(result.ledger.moves[0].to == "（一）主动公开");
}

BOOST_AUTO_TEST_SUITE_END()
