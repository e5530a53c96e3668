// The minimal family, through the host: recognised, extracted, rendered.
#include <boost/test/unit_test.hpp>

#include "bundles.hpp"
#include "no_vocabulary.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

/// One form of two rows.
Template small_template() {
  Template format;
  format.id = "minimal-2024";
  TemplateBlock block;
  block.columns.resize(1);
  for (const auto& [label, concept_id] :
       {std::pair("收到申请", "request.received"), std::pair("办结", "request.closed")}) {
    TemplateRow row;
    row.path = {label};
    block.rows.push_back(row);
    TemplateCell cell;
    cell.present = true;
    cell.key.id = concept_id;
    cell.unit = "件";
    block.cells.push_back(cell);
  }
  TemplateForm form;
  form.id = "list";
  form.blocks.push_back(block);
  format.forms.push_back(form);
  return format;
}

Block table_of(const std::vector<std::pair<const char*, const char*>>& rows) {
  TableBuilder builder;
  for (const auto& [label, figure] : rows) {
    builder.begin_row();
    for (const char* text : {label, figure}) {
      Cell cell;
      cell.text.chars = text;
      builder.add(cell);
    }
  }
  return Block{builder.finish(), {}};
}

struct Fixture {
  std::unique_ptr<PluginHost> host = host_over({kMinimal});
  const FormatFamily& family = **host->family("minimal-list");
  const Template format = small_template();
  Limits limits;
  DiagnosticSink diagnostics;
  NoVocabulary vocabulary;
  FormatContext context{limits, diagnostics, vocabulary};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(family, Fixture)

BOOST_AUTO_TEST_CASE(what_is_rendered_is_what_was_extracted) {
  Document document;
  document.blocks.push_back(table_of({{"收到申请", "7"}, {"办结", ""}}));
  document.number_blocks();
  const auto claims = family.recognize(document, format, context);
  BOOST_REQUIRE(claims.ok());
  BOOST_REQUIRE(claims->size() == 1);
  BOOST_TEST((claims->front().certainty == Certainty::certain));

  Report report;
  BOOST_REQUIRE(family.extract(document, claims->front(), context, report).ok());
  BOOST_REQUIRE(report.facts.size() == 2);
  BOOST_TEST(report.facts[0].key.id == "request.received");
  BOOST_TEST((report.facts[1].status == Status::blank));

  Arena arena;
  const auto blocks = family.render(report, format, format.forms.front(), 1, context, arena);
  BOOST_REQUIRE(blocks.ok());
  BOOST_TEST(equal(blocks->front(), document.blocks.front()));
}

BOOST_AUTO_TEST_CASE(foreign_tables_are_left_alone) {
  Document document;
  document.blocks.push_back(table_of({{"人口", "7"}, {"面积", "2"}, {"办结", "1"}}));
  document.number_blocks();
  const auto claims = family.recognize(document, format, context);
  BOOST_REQUIRE(claims.ok());
  BOOST_TEST(claims->empty());
}

BOOST_AUTO_TEST_SUITE_END()
