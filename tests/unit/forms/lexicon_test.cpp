// Tables that have lost the borders of their cells.
#include <boost/test/unit_test.hpp>

#include <string>

#include "forms/label_lexicon.hpp"
#include "reading.hpp"

using namespace nianbao;

namespace {

/// The parts of all stretches: labels in brackets, what stands between them as it is.
std::string parts(std::string_view line) {
  const auto& reading = test::Reading::instance();
  std::vector<const Template*> templates;
  for (const auto& item : reading.templates().templates) {
    templates.push_back(item.get());
  }
  const forms::LabelLexicon lexicon(templates);
  std::string found;
  for (const auto& stretch : lexicon.stretches(line, reading.vocabulary())) {
    for (const auto& part : stretch.parts) {
      const std::string text(line.substr(part.from, part.to - part.from));
      found += part.label ? "[" + text + "]" : text;
    }
    found += "|";
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon)

BOOST_AUTO_TEST_CASE(labels_and_figures_are_told_apart_by_what_the_form_prints) {
  BOOST_TEST(parts("统计表主动公开文件数条206912106其中：1.政府网站公开数条2069121062.政府公报公开数条00"
                   "受理依申请公开信息总数条11其中：1.当面申请数条112.网上申请数条00。此后") ==
             "[主动公开文件数]条206912106其中：[1.政府网站公开数]条206912106[2.政府公报公开数]条00"
             "[受理依申请公开信息总数]条11其中：[1.当面申请数]条11[2.网上申请数]条00|");
}

BOOST_AUTO_TEST_CASE(a_line_may_be_one_row) {
  BOOST_TEST(parts("1.属于国家秘密0000000") == "[1.属于国家秘密]0000000|");
  BOOST_TEST(parts("(三) 不予公 开1. 属于国家秘密0000000") == "[(三) 不予公 开][1. 属于国家秘密]0000000|");
  BOOST_TEST(parts("1.政府网站公开数条2069") == "[1.政府网站公开数]条2069|");
  BOOST_TEST(parts("（三）不予公开1.属于国家秘密0000000") == "[（三）不予公开][1.属于国家秘密]0000000|");
  BOOST_TEST(parts("（二）部分公开（区分处理的，只计这一情形，不计其他情形）1000001") ==
             "[（二）部分公开（区分处理的，只计这一情形，不计其他情形）]1000001|");
}

BOOST_AUTO_TEST_CASE(sentences_are_no_tables) {
  BOOST_TEST(parts("全年予以公开11件、部分公开3件、不予公开2件、无法提供7件、不予处理4件、其他处理3件，结转2件。") ==
             "");
  BOOST_TEST(parts("行政许可15件，行政处罚7件，行政强制2件，规章3件，行政规范性文件6件，总计33件。") == "");
  BOOST_TEST(parts("行政许可事项清单") == "");
  BOOST_TEST(parts("") == "");
}

BOOST_AUTO_TEST_CASE(a_label_in_brackets_keeps_them) {
  const auto found = parts("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）自然人总计"
                           "一、本年新收政府信息公开申请数量11二、上年结转政府信息公开申请数量00（一）予以公开11（七）总计11");
  BOOST_TEST(found.substr(0, std::string("[（本列数据").size()) == "[（本列数据");
}

BOOST_AUTO_TEST_CASE(what_follows_the_last_figure_is_left) {
  BOOST_TEST(parts("规章000行政规范性文件123行政许可5行政处罚6行政强制7总计18本年度工作情况").back() == '|');
  BOOST_TEST(parts("规章000行政规范性文件123行政许可5行政处罚6行政强制7总计18本年度工作情况").find("年度") ==
             std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
