#include "outline_fixture.hpp"

using namespace outline_test;

BOOST_AUTO_TEST_SUITE(outline_sections)

BOOST_AUTO_TEST_CASE(numbers_make_sections_of_two_levels) {
  const auto doc = document({"#清河市2018年政府信息公开年度报告", "本报告由以下部分组成。", "#一、概述", "开展了工作。",
                             "（一）加强组织领导，提高水平。成立了领导小组。", "（二）其他措施", "1、开了会。",
                             "二、二、主动公开政府信息情况：", "三、2018年重点项目建设情况", "内容。"});
  const auto found = read(doc);
  BOOST_TEST(shown(found.report.sections) ==
             "1 preamble |: 本报告由以下部分组成。\n"
             "1 overview 一|概述: 开展了工作。\n"
             "2 organisation （一）|加强组织领导，提高水平: 成立了领导小组。\n"
             "2 overview （二）|其他措施: 1、开了会。\n"
             "1 proactive 二|主动公开政府信息情况:\n"
             "1 key_areas 三|2018年重点项目建设情况: 内容。\n");
  BOOST_TEST(found.report.sections[2].at.block == 5U);
  BOOST_TEST((found.report.sections[2].at.chars == nianbao::Range{0, 14}));
}

BOOST_AUTO_TEST_CASE(lost_numbers_fill_gaps_and_belong_below_otherwise) {
  const auto doc = document({"清河市2018年政府信息公开年度报告", "一、概述", "主动公开政府信息情况", "（一）数量情况",
                             "主动公开政府信息的形式", "网站。", "收费及减免情况", "六、存在的主要问题及改进情况",
                             "（一）主动公开不够", "有待加强。", "其他需要报告的事项", "无"});
  BOOST_TEST(shown(read(doc).report.sections) ==
             "1 overview 一|概述:\n"
             "1 proactive |主动公开政府信息情况:\n"
             "2 proactive （一）|数量情况:\n"
             "2 proactive |主动公开政府信息的形式: 网站。\n"
             "1 fees |收费及减免情况:\n"
             "1 problems 六|存在的主要问题及改进情况:\n"
             "2 problems （一）|主动公开不够: 有待加强。\n"
             "1 other_matters |其他需要报告的事项: 无\n");
}

BOOST_AUTO_TEST_CASE(without_a_gap_a_heading_is_below) {
  const auto doc = document({"一、总体情况", "依申请公开情况", "受理5件。", "二、主动公开政府信息情况"});
  BOOST_TEST(shown(read(doc).report.sections) ==
             "1 overview 一|总体情况:\n2 requests |依申请公开情况: 受理5件。\n1 proactive 二|主动公开政府信息情况:\n");
}

BOOST_AUTO_TEST_CASE(sentences_and_items_are_no_headings) {
  const auto doc =
      document({"一、总体情况", "（一）2018年受理申请25件。均已办结。", "主动公开工作有序推进，依申请公开情况良好。",
                "一、本年新收政府信息公开申请数量", "（二）" + std::string(60 * 3, 'x') + "。"});
  const auto sections = read(doc).report.sections;
  BOOST_TEST(sections.size() == 1U);
  BOOST_TEST(sections.front().blocks.size() == 4U);
}

BOOST_AUTO_TEST_CASE(furniture_and_page_numbers_are_left_out) {
  const auto doc =
      document({"当前位置：首页 > 公开", "清河市2018年政府信息公开年度报告", "一、概述", "正文。", "— 3 —", "-4-",
                "第5页 共9页", " | | |", "打印 关闭", "扫一扫在手机上查看当前页面", "（此件公开发布）"});
  BOOST_TEST(shown(read(doc).report.sections) == "1 overview 一|概述: 正文。\n");
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_kept_apart_but_for_page_numbers) {
  const auto found = read(document({"清河市2018年政府信息公开年度报告", "一、概述", "正文。", "— 3 —", "相关链接：",
                                    "（此件公开发布）", "附件：清河市2018年统计表.docx"}));
  const auto& lines = found.report.left_out;
  BOOST_REQUIRE(lines.size() == 3U);
  BOOST_TEST(lines[0].text == "相关链接：");
  BOOST_TEST(lines[0].at.block == 5U);
  BOOST_TEST(lines[1].text == "（此件公开发布）");
  BOOST_TEST(lines[2].text == "附件：清河市2018年统计表.docx");
  BOOST_TEST(found.report.attachments.empty());
}

BOOST_AUTO_TEST_CASE(a_link_to_a_file_is_no_attachment) {
  auto doc = document({"一、概述", "正文。", "附件：清河市统计表", "后文。"});
  doc.blocks[2].as<nianbao::Paragraph>()->text.marks = {{0, 9, nianbao::MarkKind::link}};
  const auto linked = read(doc).report;
  BOOST_TEST(linked.attachments.empty());
  BOOST_TEST(shown(linked.sections) == "1 overview 一|概述: 正文。 附件：清河市统计表 后文。\n");
  doc.blocks[2].as<nianbao::Paragraph>()->text.marks.clear();
  BOOST_TEST(read(doc).report.attachments.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_paragraph_cut_by_a_page_is_joined) {
  auto doc = document({"一、概述", "全市各级行政机关认真落实条例要求，不断完善各项工作制度，先后修订出", "- 2 -",
                       "台了两项办法。", "二是加强培训。"});
  doc.blocks[3].at.bytes = nianbao::Range{500, 521};
  doc.blocks[3].at.line = 9;
  const auto report = read(doc).report;
  const auto& block = std::get<nianbao::Block>(report.sections.front().blocks.front());
  BOOST_TEST(block.text()->chars == "全市各级行政机关认真落实条例要求，不断完善各项工作制度，先后修订出台了两项办法。");
  BOOST_REQUIRE(block.text()->source.size() == 1U);
  BOOST_TEST(block.text()->source.front().file_from == 500U);
  BOOST_TEST(block.text()->source.front().line == 9U);
  BOOST_TEST(report.sections.front().blocks.size() == 2U);
}

BOOST_AUTO_TEST_CASE(parts_of_a_block_keep_marks_and_place) {
  nianbao::Document doc;
  const std::string_view text = "（一）加强组织领导。成立小组，落实责任。";
  nianbao::Block block{nianbao::Paragraph{nianbao::Role::body, {text, {{10, 14, nianbao::MarkKind::strong}}, {}}}, {}};
  block.at.bytes = nianbao::Range{100, 100 + text.size()};
  block.at.line = 7;
  doc.blocks.push_back(block);
  doc.number_blocks();
  const auto report = read(doc).report;
  const auto& taken = std::get<nianbao::Block>(report.sections.front().blocks.front());
  BOOST_TEST(taken.text()->chars == "成立小组，落实责任。");
  BOOST_REQUIRE(taken.text()->marks.size() == 1U);
  BOOST_TEST(taken.text()->marks.front().from == 0U);
  BOOST_TEST(taken.text()->marks.front().to == 4U);
  const auto place = nianbao::locate(*taken.text(), {5, 7}, {15, 21}, taken.at);
  BOOST_TEST((place.chars == nianbao::Range{15, 17}));
  BOOST_TEST((place.bytes == nianbao::Range{100 + 45, 100 + 51}));
  BOOST_TEST(place.line == 7U);
}

BOOST_AUTO_TEST_CASE(statements_captions_and_rows_are_no_headings) {
  const auto doc =
      document({"#清河市2024年政府信息公开工作年度报告", "二、主动公开政府信息情况", "#表二：主动公开政府信息情况",
                ">一、总体情况 5 6\n（一）其他 7", "四、其他需要报告的事项", "无其他需要报告的事项"});
  BOOST_TEST(shown(read(doc).report.sections) ==
             "1 proactive 二|主动公开政府信息情况: 表二：主动公开政府信息情况 一、总体情况 5 6\n（一）其他 7\n"
             "1 other_matters 四|其他需要报告的事项: 无其他需要报告的事项\n");
}

BOOST_AUTO_TEST_CASE(the_problems_below_a_lost_heading_are_known) {
  const auto doc = document({"四、依申请公开情况", "（一）存在的主要问题", "不够深入。", "六、其他需要报告的事项"});
  BOOST_TEST(shown(read(doc).report.sections) ==
             "1 requests 四|依申请公开情况:\n2 problems （一）|存在的主要问题: 不够深入。\n"
             "1 other_matters 六|其他需要报告的事项:\n");
}

BOOST_AUTO_TEST_CASE(claimed_forms_stand_where_they_were) {
  const auto doc =
      document({"二、主动公开政府信息情况", "|规章|0", "|规范性文件|2", ">前言\n行政许可 5\n行政处罚 6\n后话",
                "三、收到和处理政府信息公开申请情况", "|甲|1", "|乙|2", "|丙|3", "注：含上年结转。"});
  const std::string_view verbatim = doc.blocks[2].text()->chars;
  const auto from = static_cast<std::uint32_t>(verbatim.find("行政许可"));
  const auto to = static_cast<std::uint32_t>(verbatim.find("\n后话"));
  const std::vector<nianbao::ClaimedForm> claims{{"table-2", 1, {{2, 0, 0, 0, 0}, {3, 0, 0, from, to}}},
                                                 {"table-3", 2, {{5, 2, 2, 0, 0}}}};
  const auto report = read(doc, claims).report;
  BOOST_TEST(shown(report.sections) ==
             "1 proactive 二|主动公开政府信息情况: <table-2 1> 前言 后话\n"
             "1 requests 三|收到和处理政府信息公开申请情况: (object) <table-3 2> (object) 注：含上年结转。\n");
  const auto& left = std::get<nianbao::Block>(report.sections[1].blocks[2]);
  BOOST_REQUIRE(left.as<nianbao::Table>() != nullptr);
  BOOST_TEST(left.as<nianbao::Table>()->rows == 1U);
  BOOST_TEST(left.as<nianbao::Table>()->cells.front().text.chars == "丙");
}

BOOST_AUTO_TEST_CASE(attachments_come_apart) {
  const auto doc =
      document({"一、概述", "正文。", "附件：政府信息公开情况统计表", "清河市人民政府", "2019年2月22日", "附件1",
                "政府信息公开情况统计表", "（2018年度）", "|规章|0", "附件2：情况说明", "说明如下。"});
  const auto report = read(doc).report;
  BOOST_TEST(shown(report.sections) == "1 overview 一|概述: 正文。 附件：政府信息公开情况统计表\n");
  BOOST_REQUIRE(report.attachments.size() == 2U);
  BOOST_TEST(report.attachments[0].title == "政府信息公开情况统计表");
  BOOST_TEST(shown(report.attachments[0].sections) == "1 attachment |: （2018年度） (object)\n");
  BOOST_TEST(report.attachments[1].title == "情况说明");
}

BOOST_AUTO_TEST_CASE(a_page_in_one_line_is_cut) {
  const std::string filler(
      "我市认真贯彻落实各项要求，健全工作制度，完善工作机制，加强工作指导，推动各项工作有序开展，取得了一定的成效，得到"
      "了群众的认可和好评。");
  std::string page =
      "当前位置： 首页 云溪县财政局2009年度政府信息公开年度报告 来源：云溪县财政局 时间：2010-05-12 00:00 微信 微博 "
      "本年报由概述等部分组成。";
  page += filler + filler + " 一、概述 " + filler + filler +
          "二、主动公开政府信息情况（一）主动公开政府信息的形式2009年通过网站公开6条。" + filler;
  page += "三、收费及减免情况无。" + filler + " 云溪县财政局 二○一○年四月十日 附表： 指标名称 数 6";
  const auto doc = document({page});
  const auto report = read(doc).report;
  BOOST_TEST(report.title == "云溪县财政局2009年度政府信息公开年度报告");
  BOOST_TEST(report.issuer == "云溪县财政局");
  BOOST_TEST(nianbao::to_string(report.published) == "2010-05-12");
  BOOST_TEST(report.signatory == "云溪县财政局");
  BOOST_TEST(shown(report.sections) == "1 preamble |: 本年报由概述等部分组成。" + filler + filler +
                                           "\n1 overview 一|概述: " + filler + filler +
                                           "\n1 proactive 二|主动公开政府信息情况:"
                                           "\n2 proactive （一）|主动公开政府信息的形式: 2009年通过网站公开6条。" +
                                           filler + "\n1 fees 三|收费及减免情况: 无。" + filler + "\n");
  BOOST_REQUIRE(report.attachments.size() == 1U);
  BOOST_TEST(shown(report.attachments[0].sections) == "1 attachment |: 指标名称 数 6\n");
}

BOOST_AUTO_TEST_CASE(a_sign_off_is_found_in_a_page_in_one_line) {
  std::string page = "云溪县2018年政府信息公开年度报告 一、概述 ";
  for (int i = 0; i < 12; ++i) {
    page += "我县认真贯彻落实各项要求，健全工作制度，完善工作机制，加强工作指导。";
  }
  page +=
      "二、主动公开情况 通过网站公开6条。 单位负责人： 张三 审核人：李四 填报人：王五 联系电话：0999-1234567 "
      "填报日期：2019年1月5日";
  const auto report = read(document({page})).report;
  BOOST_TEST(report.signoff.responsible == "张三");
  BOOST_TEST(report.signoff.reviewer == "李四");
  BOOST_TEST(report.signoff.preparer == "王五");
  BOOST_TEST(report.signoff.phone == "0999-1234567");
  BOOST_TEST(nianbao::to_string(report.signoff.date) == "2019-01-05");
  BOOST_TEST(shown(report.sections).ends_with("1 proactive 二|主动公开情况: 通过网站公开6条。\n"));
}

BOOST_AUTO_TEST_CASE(a_heading_and_its_text_taken_for_one_paragraph_are_parted) {
  nianbao::Document doc;
  const std::string_view text = "依申请公开情况受理5件，均已办结。";
  const auto cut = static_cast<std::uint32_t>(std::string_view("依申请公开情况").size());
  const auto size = static_cast<std::uint32_t>(text.size());
  doc.blocks.push_back(
      {nianbao::Paragraph{nianbao::Role::body, {text, {}, {{0, cut, 0, cut, 3}, {cut, size, cut + 1, size + 1, 4}}}},
       {}});
  doc.number_blocks();
  BOOST_TEST(shown(read(doc).report.sections) == "1 requests |依申请公开情况: 受理5件，均已办结。\n");
}

BOOST_AUTO_TEST_CASE(text_in_the_line_of_a_known_heading_is_parted_from_it) {
  const auto doc = document({"一、一、总体情况：2023年主动公开信息1203条。", "（一）主动公开：有序推进",
                             "依申请公开情况：收到8件。", "5、存在的主要问题及改进措施", "一是形式单一。",
                             "六、其他需要报告的事项无其他需要报告的事项。未收费。", "七、其他需要报告的事项 无"});
  BOOST_TEST(shown(read(doc).report.sections) ==
             "1 overview 一|总体情况: 2023年主动公开信息1203条。\n2 proactive （一）|主动公开: 有序推进\n"
             "1 requests |依申请公开情况: 收到8件。\n1 problems 5|存在的主要问题及改进措施: 一是形式单一。\n"
             "1 other_matters 六|其他需要报告的事项: 无其他需要报告的事项。未收费。\n"
             "1 other_matters 七|其他需要报告的事项: 无\n");
}

BOOST_AUTO_TEST_CASE(known_words_at_the_start_of_a_line_are_not_always_a_heading) {
  const auto doc =
      document({"一、总体情况", "主动公开：良好", "1.加强组织领导", "2.5件属于其他", "依申请公开情况："});
  BOOST_TEST(shown(read(doc).report.sections) ==
             "1 overview 一|总体情况: 主动公开：良好 1.加强组织领导 2.5件属于其他\n"
             "1 requests |依申请公开情况:\n");
}

BOOST_AUTO_TEST_CASE(text_below_a_signature_is_a_paragraph_of_its_own) {
  const auto report =
      read(document({"清河市2018年政府信息公开年度报告", "一、概述", "正文。", "附件：1.清河市2018年办件清单",
                     "清河市人民政府", "2019年3月12日", "责任单位另有说明", "主办：清河市人民政府",
                     "清河市网站标识码：3600000001 赣ICP备15000000号"}))
          .report;
  BOOST_TEST(shown(report.sections) == "1 overview 一|概述: 正文。 附件：1.清河市2018年办件清单 责任单位另有说明\n");
  BOOST_TEST(report.left_out.size() == 2U);
}

BOOST_AUTO_TEST_CASE(parts_are_sections) {
  const auto doc = document({"第一部分 概述", "正文。", "第二部分　主动公开政府信息情况"});
  BOOST_TEST(shown(read(doc).report.sections) ==
             "1 overview 第一部分|概述: 正文。\n1 proactive 第二部分|主动公开政府信息情况:\n");
}

BOOST_AUTO_TEST_CASE(hostile_documents_end) {
  std::string headings;
  std::string brackets;
  for (int i = 0; i < 20000; ++i) {
    headings += "（一）标题\n内容。\n";
    brackets += "一、（一）二、";
  }
  for (const auto& text : {headings, brackets, std::string(300000, ':'), std::string(300000, '(')}) {
    const auto doc = document({text, ">" + text});
    const auto found = read(doc);
    BOOST_TEST(found.report.sections.size() < 5000U);
  }
  const auto empty = read(document({}));
  BOOST_TEST(empty.report.sections.empty());
  BOOST_TEST(empty.outline.lines.empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(outline_parts)

BOOST_AUTO_TEST_CASE(reports_of_other_years_or_issuers_are_told_apart) {
  const std::string text(900, 'x');
  const auto doc =
      document({"清河市2017年政府信息公开年度报告", "一、概述", text, "清河市2017年政府信息公开年度报告", text,
                "清河市人民政府", "2018年政府信息公开年度报告", "一、概述", text, "云溪县2016年政府信息公开年度报告"});
  const auto parts = reader().split(doc);
  BOOST_REQUIRE(parts.size() == 2U);
  BOOST_TEST(parts[0].block_to == 5U);
  BOOST_TEST(parts[0].year == 2017);
  BOOST_TEST(parts[1].block_from == 5U);
  BOOST_TEST(parts[1].block_to == doc.blocks.size());
  BOOST_TEST(parts[1].title == "清河市人民政府2018年政府信息公开年度报告");
  const auto second = nianbao::cut(doc, parts[1]);
  BOOST_TEST(second.blocks.size() == 5U);
  BOOST_TEST(second.blocks.front().at.block == 1U);
  BOOST_TEST(read(second).report.year == 2018);
}

BOOST_AUTO_TEST_CASE(one_report_is_one_part) {
  const auto parts = reader().split(document({"没有标题。"}));
  BOOST_REQUIRE(parts.size() == 1U);
  BOOST_TEST(parts[0].block_to == 1U);
  BOOST_TEST(reader().split(document({})).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(outline_rules)

BOOST_AUTO_TEST_CASE(faults_are_told_with_their_places) {
  const auto bad = nianbao::OutlineRules::read("title:\n  end: [年报]\nsignof: {}\n", "outline.yaml");
  BOOST_REQUIRE(!bad.ok());
  BOOST_TEST(bad.error().code == "outline-rules-faulty");
  BOOST_TEST(bad.error().message.en.find("outline.yaml:2:3") != std::string::npos);
  BOOST_TEST(bad.error().message.en.find("outline.yaml:3:1") != std::string::npos);
  BOOST_TEST(!nianbao::OutlineRules::load("/nowhere/outline.yaml").ok());
}

BOOST_AUTO_TEST_SUITE_END()
