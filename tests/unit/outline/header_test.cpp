#include "outline_fixture.hpp"

using namespace outline_test;
using nianbao::to_string;

BOOST_AUTO_TEST_SUITE(outline_header)

BOOST_AUTO_TEST_CASE(the_title_is_joined_and_taken_apart) {
  struct Case {
    std::vector<std::string> texts;
    const char* title;
    const char* issuer;
    int year;
  };
  for (const auto& c : std::vector<Case>{
           {{"清河市人民政府", "2018 年政府信息公开年度报告", "一、概述"},
            "清河市人民政府2018 年政府信息公开年度报告",
            "清河市人民政府",
            2018},
           {{"2025 年清河市人民政府办公厅政府信息公开", "工作年度报告", "一、概述"},
            "2025 年清河市人民政府办公厅政府信息公开工作年度报告",
            "清河市人民政府办公厅",
            2025},
           {{"#云溪县财政局二〇一九年度政府信息公开工作年度报告"},
            "云溪县财政局二〇一九年度政府信息公开工作年度报告",
            "云溪县财政局",
            2019},
           {{"云溪县人民政府关于2017年政府信息公开工作情况的报告"},
            "云溪县人民政府关于2017年政府信息公开工作情况的报告",
            "云溪县人民政府",
            2017},
           {{"临江区 2023 年报告"}, "临江区 2023 年报告", "临江区", 2023},
           {{"政府信息公开工作年度报告（2016年度）", "一、概述"}, "政府信息公开工作年度报告（2016年度）", "", 2016},
           {{"清河市人民政府", "政府信息公开工作年度报告", "（2018年度）", "一、概述"},
            "清河市人民政府政府信息公开工作年度报告（2018年度）",
            "清河市人民政府",
            2018},
           {{"《清河市教育局2018年政府信息公开年报》"}, "清河市教育局2018年政府信息公开年报", "清河市教育局", 2018},
           {{"【信息公开年报】清河市教育局2018年政府信息公开年报"},
            "清河市教育局2018年政府信息公开年报",
            "清河市教育局",
            2018},
           {{"首页 > 政务公开 > 信息公开年报", "清河市2020年政府信息公开工作年度报告"},
            "清河市2020年政府信息公开工作年度报告",
            "清河市",
            2020},
           {{"根据要求，现发布《清河市2019年政府信息公开工作年度报告》。"}, "", "", 2019},
       }) {
    BOOST_TEST_CONTEXT(c.texts.front()) {
      const auto doc = document(c.texts);
      const auto found = read(doc);
      BOOST_TEST(found.report.title == c.title);
      BOOST_TEST(found.report.issuer == c.issuer);
      BOOST_TEST(found.report.year == c.year);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_menu_above_the_title_is_neither_header_nor_section) {
  const auto found =
      read(document({"首页", "政府信息公开指南", "政府信息公开年报", "依申请公开", "2022年",
                     "清河市教育局2023年政府信息公开工作年度报告", "发布时间：2024-01-20", "一、总体情况", "一切正常。",
                     "清河市教育局", "2024年1月18日", "相关稿件", "清河市2022年政府信息公开工作年度报告"}));
  BOOST_TEST(found.report.issuer == "清河市教育局");
  BOOST_TEST(found.report.year == 2023);
  BOOST_TEST(to_string(found.report.published) == "2024-01-20");
  BOOST_TEST(shown(found.report.sections).find("依申请公开") == std::string::npos);
  const auto& left = found.report.left_out;
  BOOST_TEST(std::any_of(left.begin(), left.end(), [](const auto& line) { return line.text == "依申请公开"; }));
}

BOOST_AUTO_TEST_CASE(a_table_of_contents_is_no_text) {
  const std::vector<std::string> body{"发布时间：2019-02-13", "一、概述", "正文一。", "二、依申请公开", "正文二。"};
  const std::vector<std::vector<std::string>> contents{{"目 录", "一、概述......1", "二、依申请公开......2"},
                                                       {"目　录", "一、概述 1", "二、依申请公开 2"},
                                                       {"目录", "一、概述", "二、依申请公开"}};
  for (const auto& entries : contents) {
    std::vector<std::string> lines{"清河市2018年政府信息公开年度报告"};
    lines.insert(lines.end(), entries.begin(), entries.end());
    lines.insert(lines.end(), body.begin(), body.end());
    const auto found = read(document(lines));
    BOOST_TEST(shown(found.report.sections) == "1 overview 一|概述: 正文一。\n1 requests 二|依申请公开: 正文二。\n");
    BOOST_TEST(to_string(found.report.published) == "2019-02-13");
    BOOST_TEST(found.report.left_out.size() == 3U);
  }
  const auto other = read(document({"清河市2018年政府信息公开年度报告", "目录", "一、概述", "正文一。"}));
  BOOST_TEST(shown(other.report.sections).ends_with("1 overview 一|概述: 正文一。\n"));
}

BOOST_AUTO_TEST_CASE(an_area_in_the_title_is_its_signatory) {
  const auto doc = document(
      {"介休市 2024 年政府信息公开工作年度报告", "一、总体情况", "一切正常。", "介休市人民政府", "2025 年 2 月 17 日"});
  const auto found = read(doc);
  BOOST_TEST(found.report.issuer == "介休市人民政府");
  BOOST_TEST(found.report.signatory == "介休市人民政府");
  BOOST_TEST(found.report.jurisdiction.name == "介休市");
  BOOST_TEST(found.report.jurisdiction.code == "140781");
  BOOST_TEST(to_string(found.report.published) == "2025-02-17");
  BOOST_TEST(shown(found.report.sections) == "1 overview 一|总体情况: 一切正常。\n");
}

BOOST_AUTO_TEST_CASE(a_functional_zone_has_no_code) {
  const auto zone = document({"孝义市青林高新区2018年政府信息公开工作年度报告"});
  BOOST_TEST(read(zone).report.jurisdiction.name == "孝义市青林高新区");
  BOOST_TEST(read(zone).report.jurisdiction.code.empty());
  const auto asked = document({"云溪县2018年政府信息公开工作年度报告"});
  BOOST_TEST(read(asked, {}, {0, "141181"}).report.jurisdiction.name == "孝义市");
  BOOST_TEST(read(asked).report.jurisdiction.name == "云溪县");
}

BOOST_AUTO_TEST_CASE(a_zone_is_named_with_the_province_it_lies_in) {
  const auto by_text = document({"云溪综合实验区2018年政府信息公开工作年度报告", "一、概述",
                                 "按照《福建省政府信息公开办法》的要求，编制本报告。", "附件：云溪综合实验区统计表"});
  BOOST_TEST(read(by_text).report.jurisdiction.name == "福建省云溪综合实验区");
  BOOST_TEST(read(by_text).report.jurisdiction.code.empty());
  BOOST_TEST(read(by_text).report.issuer == "云溪综合实验区");
  // What stands in the header is nearer than what the text names.
  const auto by_header = document({"来源：江苏省云溪综合实验区管委会", "云溪综合实验区2018年政府信息公开工作年度报告",
                                   "一、概述", "赴浙江省学习。"});
  BOOST_TEST(read(by_header).report.jurisdiction.name == "江苏省云溪综合实验区");
  const auto by_name = document({"平潭综合实验区2018年政府信息公开工作年度报告"});
  BOOST_TEST(read(by_name).report.jurisdiction.name == "福建省平潭综合实验区");
  BOOST_TEST(read(document({"云溪综合实验区2018年度报告"}), {}, {0, "平潭综合实验区"}).report.jurisdiction.name ==
             "福建省平潭综合实验区");
  // A district that several cities have, where the text tells the province.
  const auto district = document({"宝山区2018年政府信息公开工作年度报告", "一、概述", "上海市宝山区……"});
  BOOST_TEST(read(district).report.jurisdiction.code == "310113");
  const auto nowhere = document({"云溪综合实验区2018年政府信息公开工作年度报告", "一、概述", "一切正常。"});
  BOOST_TEST(read(nowhere).report.jurisdiction.name == "云溪综合实验区");
}

BOOST_AUTO_TEST_CASE(stated_publication_comes_before_the_signature) {
  auto doc =
      document({"索 引 号：A-001/2018", "发布日期：2018-02-13 12:30 来源：清河市人民政府办公厅",
                "清河市2017年政府信息公开工作年度报告", "一、概述", "一切正常。", "清河市人民政府办公厅 2018年2月8日"});
  const auto found = read(doc);
  BOOST_TEST(to_string(found.report.published) == "2018-02-13");
  BOOST_TEST(found.report.index_number == "A-001/2018");
  BOOST_TEST(found.report.signatory == "清河市人民政府办公厅");
  BOOST_TEST(found.report.issuer == "清河市人民政府办公厅");
  doc.properties.push_back({"发布时间", "2018年3月1日", {}});
  doc.properties.push_back({"文号", "清政办〔2018〕3号", {}});
  const auto by_property = read(doc);
  BOOST_TEST(to_string(by_property.report.published) == "2018-03-01");
  BOOST_TEST(by_property.report.document_number == "清政办〔2018〕3号");
}

BOOST_AUTO_TEST_CASE(numbers_of_contact_may_stand_right_behind_their_label) {
  const auto report =
      read(document({"清河市2018年政府信息公开工作年度报告",
                     "本报告统计期限从2018年1月1日起，至2018年12月31日止。联系方式：清河市政务公开办，邮编099000，"
                     "电话0999-1234567，传真12。",
                     "一、概述"}))
          .report;
  BOOST_TEST(to_string(report.period.to) == "2018-12-31");
  BOOST_TEST(report.contact.postcode == "099000");
  BOOST_TEST(report.contact.phone == "0999-1234567");
  BOOST_TEST(report.contact.fax.empty());
  const auto bracketed = read(document({"清河市2018年政府信息公开工作年度报告",
                                        "如有疑问，请联系清河市政务公开办（地址：清河市中山路1号（邮编099000）；电话：0999-1234567）。", "一、概述"}))
                             .report;
  BOOST_TEST(bracketed.contact.address == "清河市中山路1号");
  BOOST_TEST(bracketed.contact.postcode == "099000");
}

BOOST_AUTO_TEST_CASE(a_page_tells_when_it_was_put_out_and_how_often_read) {
  const auto timed = read(document({"清河市财政局2018年政府信息公开工作年度报告", "2019-01-18 09:12", "一、概述", "一切正常。",
                                    "清河市财政局", "2019年1月17日"}))
                         .report;
  BOOST_TEST(to_string(timed.published) == "2019-01-18");
  const auto read_often =
      read(document({"2018年政府信息公开工作年度报告", "发文时间：2019-01-21 来源：清河市财政局　阅读：233", "一、概述"})).report;
  BOOST_TEST(to_string(read_often.published) == "2019-01-21");
  BOOST_TEST(read_often.issuer == "清河市财政局");
}

BOOST_AUTO_TEST_CASE(the_preamble_states_period_contact_and_coverage) {
  const auto doc = document({"清河市2018年政府信息公开工作年度报告",
                             "本报告统计期限自2018年1月1日起至12月31日止，数据包括全市各级行政机关。如有疑问，请联系（"
                             "地 址：清河市中山路1号，邮编：099000，"
                             "电话：0999-1234567，传真：0999-1234568，电子邮箱：a_b@qinghe.gov."
                             "cn）。电子版见网站（http://www.qinghe.gov.cn）。",
                             "一、概述"});
  const auto report = read(doc).report;
  BOOST_TEST(to_string(report.period.from) == "2018-01-01");
  BOOST_TEST(to_string(report.period.to) == "2018-12-31");
  BOOST_TEST(report.contact.address == "清河市中山路1号");
  BOOST_TEST(report.contact.postcode == "099000");
  BOOST_TEST(report.contact.phone == "0999-1234567");
  BOOST_TEST(report.contact.fax == "0999-1234568");
  BOOST_TEST(report.contact.email == "a_b@qinghe.gov.cn");
  BOOST_TEST(report.contact.url == "http://www.qinghe.gov.cn");
  BOOST_TEST((report.coverage.scope == nianbao::Scope::area));
  BOOST_TEST(report.coverage.text == "数据包括全市各级行政机关");
  BOOST_TEST(report.coverage.at.block == 2U);
  BOOST_TEST(report.findings.empty());
}

BOOST_AUTO_TEST_CASE(a_whole_year_is_known_by_what_is_left_of_its_dates) {
  const auto period_of = [](const std::string& text) {
    const auto doc = document({"清河市2021年政府信息公开工作年度报告", text, "一、概述"});
    const auto report = read(doc).report;
    return to_string(report.period.from) + " " + to_string(report.period.to);
  };
  for (const char* text : {"统计期限从202111日起到20211231日止。", "统计期限自20211月1日至202112月31日。",
                           "统计期限自2021年11日起至1231日止。", "数据期限为20210101日至20211231日。"}) {
    BOOST_TEST(period_of(text) == "2021-01-01 2021-12-31");
  }
  for (const char* text : {"编号为202111日到20211231日。", "统计期限从202111日起到20221231日止。",
                           "统计期限从2021111日起到20211130日止。", "统计期限从202111日起", "统计期限从202111"}) {
    BOOST_TEST(period_of(text) == " ");
  }
}

BOOST_AUTO_TEST_CASE(on_a_cover_the_body_stands_below_the_title) {
  const auto cover = document({"政府信息公开工作年度报告", "（2016年度）", "清河市水务局", "2017年3月", "一、概述"});
  BOOST_TEST(read(cover).report.issuer == "清河市水务局");
  const auto text = document({"政府信息公开工作年度报告", "各有关单位要重视这项工作。", "清河市水务局", "一、概述"});
  BOOST_TEST(read(text).report.issuer.empty());
}

BOOST_AUTO_TEST_CASE(a_branch_is_placed_without_the_name_of_its_national_body) {
  const auto tax = document({"国家税务总局孝义市税务局2021年政府信息公开工作年度报告"});
  BOOST_TEST(read(tax).report.issuer == "国家税务总局孝义市税务局");
  BOOST_TEST(read(tax).report.jurisdiction.code == "141181");
}

BOOST_AUTO_TEST_CASE(a_period_of_another_year_is_a_finding) {
  const auto doc =
      document({"清河市2018年政府信息公开工作年度报告", "统计期限从2017年1月1日至2017年12月31日。", "一、概述"});
  const auto report = read(doc).report;
  BOOST_TEST(report.year == 2018);
  BOOST_REQUIRE(report.findings.size() == 1U);
  BOOST_TEST((report.findings.front().kind == nianbao::FindingKind::period));
  BOOST_TEST((report.findings.front().severity == nianbao::FindingSeverity::doubt));
  BOOST_TEST(report.findings.front().at.block == 2U);
  const auto chars = report.findings.front().at.chars;
  BOOST_REQUIRE(chars.has_value());
  BOOST_TEST(chars->from == 5U);
  BOOST_TEST(chars->to == 26U);
}

BOOST_AUTO_TEST_CASE(the_year_asked_for_serves_where_none_is_stated) {
  const auto doc = document({"清河市2018年政府信息公开工作年度报告"});
  const auto stated = read(doc, {}, {2019, ""}).report;
  BOOST_TEST(stated.year == 2018);
  BOOST_TEST(stated.diagnostics.front().code == "year-stated");
  const auto asked = read(document({"清河市政府信息公开工作年度报告"}), {}, {2019, ""}).report;
  BOOST_TEST(asked.year == 2019);
  BOOST_TEST(asked.diagnostics.empty());
  const auto none = read(document({"没有标题。"})).report;
  BOOST_TEST(none.year == 0);
  BOOST_TEST(none.diagnostics.front().code == "title-missing");
  BOOST_TEST(none.diagnostics.back().code == "year-unknown");
}

BOOST_AUTO_TEST_CASE(the_sign_off_is_read_from_lines_and_tables) {
  const std::vector<std::vector<std::string>> documents{
      {"清河市2018年政府信息公开年度报告", "一、概述", "单位负责人：张　三        审核人：李四        填报人：王五",
       "联系电话：0999--1234567   填报日期：2019年2月26日"},
      {"清河市2018年政府信息公开年度报告", "一、概述", "单位负责人：张三审核人：李四填报人：王五",
       "联系电话：0999--1234567填报日期：2019年2月26日"},
      {"清河市2018年政府信息公开年度报告", "一、概述", "填报单位（盖章）：", "单位负责人： 张三", "审核人：", "李四",
       "填报人： 王五", "联系电话： 0999--1234567", "填报日期： 2019年2月26日"},
      {"清河市2018年政府信息公开年度报告", "一、概述", "|统计指标|单位|统计数", "|行政诉讼数|件|0",
       "|单位负责人：张三|审核人：|李四", "|填报人：王五|联系电话：0999--1234567|填报日期：2019-02-26"}};
  for (const auto& texts : documents) {
    const auto doc = document(texts);
    const auto found = read(doc);
    const auto& signoff = found.report.signoff;
    BOOST_TEST_CONTEXT(texts[2]) {
      BOOST_TEST(signoff.responsible == "张三");
      BOOST_TEST(signoff.reviewer == "李四");
      BOOST_TEST(signoff.preparer == "王五");
      BOOST_TEST(signoff.phone == "0999--1234567");
      BOOST_TEST(to_string(signoff.date) == "2019-02-26");
      BOOST_TEST(found.report.published.empty());
      BOOST_TEST(shown(found.report.sections).find("张") == std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_telephone_number_alone_signs_nothing_off) {
  const auto doc = document({"清河市2018年政府信息公开年度报告", "一、概述", "联系电话：0999-1234567", "正文。"});
  const auto found = read(doc);
  BOOST_TEST(found.report.signoff.empty());
  BOOST_TEST(shown(found.report.sections) == "1 overview 一|概述: 联系电话：0999-1234567 正文。\n");
}

BOOST_AUTO_TEST_SUITE_END()
