// Input that is no report, or far too much of one: bounded time, no crash, no figures out of nothing.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <string>

#include "paths.hpp"
#include "reading.hpp"

using namespace nianbao;

namespace {

Report read(const std::string& text) {
  const auto& reading = test::Reading::instance();
  return reading.extract(reading.read_text(text));
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    text += part;
  }
  return text;
}

/// The next place where a character begins.
std::size_t boundary(const std::string& text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    ++at;
  }
  return at;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_input)

BOOST_AUTO_TEST_CASE(narrative_alone_has_no_forms) {
  const auto report = read(
      "清河市2020年政府信息公开工作年度报告\n\n本年新收政府信息公开申请数量 12 件，予以公开 3 件。行政许可 20 "
      "件，行政处罚 4 件。\n\n"
      "行政复议\n\n结果维持的1件。\n");
  BOOST_TEST(report.forms.empty());
  BOOST_TEST(report.facts.empty());
}

BOOST_AUTO_TEST_CASE(empty_documents_are_read) {
  const auto& reading = test::Reading::instance();
  BOOST_TEST(reading.extract(Document()).forms.empty());
  Document document;
  Table table;
  table.rows = 3;
  table.columns = 2;
  document.blocks.push_back({table, {}});
  document.blocks.push_back({List{}, {}});
  document.number_blocks();
  BOOST_TEST(reading.extract(document).forms.empty());
}

BOOST_AUTO_TEST_CASE(a_row_thousands_of_times_ends) {
  const auto report =
      read("统计指标\t单位\t统计数\n" + repeated("（一）收到申请数\t件\t7\n涉及国家某某秘密事项\t件\t1\n", 20000));
  BOOST_TEST(report.forms.size() <= 1U);
}

BOOST_AUTO_TEST_CASE(a_form_thousands_of_times_ends) {
  const auto& reading = test::Reading::instance();
  const auto one = test::slurp(test::source_path("tests/golden/standard/glued.txt"));
  const auto report = reading.extract(reading.read_text(repeated(one, 30)));
  BOOST_TEST(report.forms.size() == 90U);
  BOOST_TEST(report.facts.size() == 30U * 200U);
}

BOOST_AUTO_TEST_CASE(shuffled_pieces_of_a_form_do_not_crash) {
  const auto text = test::slurp(test::source_path("tests/golden/standard/aligned-lines.txt"));
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::string mixed;
    for (int i = 0; i < 60; ++i) {
      const auto from = boundary(text, random() % text.size());
      const auto to = boundary(text, std::min(from + random() % 120, text.size()));
      mixed += text.substr(from, to - from) + (random() % 2 == 0 ? "\n" : "\t");
    }
    const auto report = read("清河市2022年政府信息公开工作年度报告\n" + mixed);
    for (const auto& fact : report.facts) {
      BOOST_TEST(!fact.key.id.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_form_cut_anywhere_gives_no_wrong_figure) {
  const auto& reading = test::Reading::instance();
  const auto text = test::slurp(test::source_path("tests/golden/standard/tabs-2021.txt"));
  std::map<std::string, std::string> truth;
  for (const auto& fact : reading.extract(reading.read_text(text)).facts) {
    truth[to_string(fact.key)] = std::string(fact.text);
  }
  for (std::size_t end = text.size() / 4; end < text.size(); end += 97) {
    const auto cut = text.rfind('\n', end);
    for (const auto& fact : reading.extract(reading.read_text(text.substr(0, cut + 1))).facts) {
      if (fact.reading == Reading::direct) {
        BOOST_TEST(truth[to_string(fact.key)] == fact.text,
                   to_string(fact.key) + " when cut at " + std::to_string(cut));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
