#include "outline_fixture.hpp"

BOOST_AUTO_TEST_SUITE(form_scopes)

namespace {

using namespace outline_test;

/// Forms of the tables of a document, one for each, all of the same template; read with the lines above them.
nianbao::Report scopes_of(const std::vector<std::string>& texts) {
  const auto doc = document(texts);
  nianbao::Report report;
  const auto own = reader();
  const auto outline = own.read(doc, {}, report);
  std::vector<nianbao::ClaimedForm> claims;
  for (const auto& block : doc.blocks) {
    if (block.as<nianbao::Table>() != nullptr) {
      nianbao::Form form;
      form.id = "table-3";
      form.format = "standard-2021";
      form.instance = static_cast<std::uint32_t>(report.forms.size() + 1);
      form.blocks = {block.at.block};
      report.forms.push_back(form);
    }
  }
  own.fill_sections(doc, outline, claims, report);
  return report;
}

}  // namespace

BOOST_AUTO_TEST_CASE(captions_tell_repeated_tables_apart) {
  const auto report = scopes_of(
      {"一、总体情况", "（全市）", "|本年新收|5|", "单位：件", "表二：市本级数据", "（单位：件）", "|本年新收|2|"});
  BOOST_REQUIRE(report.forms.size() == 2U);
  BOOST_TEST((report.forms[0].scope == nianbao::Scope::area));
  BOOST_TEST(report.forms[0].caption == "（全市）");
  BOOST_TEST((report.forms[1].scope == nianbao::Scope::body));
  BOOST_TEST(report.forms[1].caption == "表二：市本级数据");
}

BOOST_AUTO_TEST_CASE(the_caption_of_a_form_in_the_middle_of_a_text_tells_its_scope) {
  const auto doc = document({"一、总体情况", "一切正常。"});
  nianbao::Report report;
  const auto own = reader();
  const auto outline = own.read(doc, {}, report);
  for (const char* caption : {"清河县统计表（全县）", "清河县统计表（县本级）"}) {
    nianbao::Form form;
    form.id = "statistics";
    form.caption = caption;
    form.blocks = {doc.blocks.back().at.block};
    report.forms.push_back(form);
  }
  own.fill_sections(doc, outline, {}, report);
  BOOST_TEST((report.forms[0].scope == nianbao::Scope::area));
  BOOST_TEST((report.forms[1].scope == nianbao::Scope::body));
}

BOOST_AUTO_TEST_CASE(a_scope_is_never_guessed) {
  const auto alone = scopes_of({"（全市）", "|本年新收|5|"});
  BOOST_TEST((alone.forms.front().scope == nianbao::Scope::unknown));
  const auto plain = scopes_of({"（全市）", "|本年新收|5|", "另一张表", "|本年新收|2|"});
  BOOST_TEST((plain.forms[1].scope == nianbao::Scope::unknown));
  BOOST_TEST(plain.forms[1].caption.empty());
  const auto both = scopes_of({"全市和本级", "|本年新收|5|", "全市的数据见下表。", "|本年新收|2|"});
  BOOST_TEST((both.forms[0].scope == nianbao::Scope::unknown));
  BOOST_TEST((both.forms[1].scope == nianbao::Scope::unknown));
}

BOOST_AUTO_TEST_SUITE_END()
