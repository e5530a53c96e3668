// The Document of a conversion, its marks, its appendix, and what a final version demands.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "convert_fixture.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

const ConceptKey kReceived{"request.received", {{"applicant", "total"}}};
const ConceptKey kGranted{"outcome.granted", {{"applicant", "total"}}};

/// Renders a form as one table: a row for each cell, with its figure and marks.
class PlainFamily : public FormatFamily {
 private:
  [[nodiscard]] Result<std::vector<FormClaim>> do_recognize(const Document&, const Template&,
                                                            const FormatContext&) const override {
    return std::vector<FormClaim>{};
  }
  [[nodiscard]] Result<void> do_extract(const Document&, const FormClaim&, const FormatContext&,
                                        Report&) const override {
    return {};
  }
  [[nodiscard]] Result<std::vector<Block>> do_render(const Report& report, const Template&, const TemplateForm& form,
                                                     std::uint32_t, const FormatContext& context,
                                                     Arena& arena) const override {
    TableBuilder builder;
    for (std::uint32_t b = 0; b < form.blocks.size(); ++b) {
      const auto& block = form.blocks[b];
      for (std::uint32_t i = 0; i < block.cells.size(); ++i) {
        builder.begin_row();
        Cell cell;
        for (const auto& fact : report.facts) {
          if (fact.key == block.cells[i].key) {
            cell.text.chars = arena.store(fact.text);
          }
        }
        if (const auto* mark = context.marks->at(b, i / block.value_columns(), i % block.value_columns())) {
          cell.shaded = mark->shaded;
          cell.remark = arena.store(mark->remark);
        }
        builder.add(std::move(cell));
      }
    }
    Block table;
    table.body = builder.finish();
    std::vector<Block> blocks;
    blocks.push_back(std::move(table));
    return blocks;
  }
};

struct Fixture {
  SmallFormats formats;
  SmallRules rules;
  Report source = old_report();
  ConvertOptions options;
  Limits limits;
  DiagnosticSink sink;
  PlainFamily family;

  Fixture() {
    options.templates = formats.all();
    source.signed_on = {2019, 2, 22};
  }
  Conversion convert_to(std::string_view format) { return converted(source, formats.get(format), rules, options); }
  Document assembled(const Conversion& conversion) {
    const FormatContext context{limits, sink, rules.vocabulary()};
    const auto family_of = [this](const Template&) -> Result<const FormatFamily*> { return &family; };
    auto document = assemble(conversion, family_of, context, options);
    BOOST_REQUIRE(document.ok());
    return std::move(*document);
  }
  static std::vector<std::string> texts(const Document& document) {
    std::vector<std::string> result;
    for (const auto& block : document.blocks) {
      result.emplace_back(block.text() == nullptr ? "<table>" : block.text()->chars);
    }
    return result;
  }
  static std::vector<const Cell*> cells(const Document& document) {
    std::vector<const Cell*> result;
    for (const auto& block : document.blocks) {
      if (const auto* table = block.as<Table>()) {
        for (const auto& cell : table->cells) {
          result.push_back(&cell);
        }
        break;
      }
    }
    return result;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(assembling, Fixture)

BOOST_AUTO_TEST_CASE(the_document_has_the_targets_shape) {
  add_table(source, kReceived, 7);
  const std::vector<std::string> expected{"清河市人民政府2018年政府信息公开工作年度报告",
                                          "一、总体情况",
                                          "二、申请情况",
                                          "<table>",
                                          "三、存在问题",
                                          "四、其他事项",
                                          "清河市人民政府",
                                          "2019年2月22日"};
  BOOST_TEST(texts(assembled(convert_to("new"))) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_draft_says_so_and_shows_what_is_unsafe) {
  add_table(source, kReceived, 7);
  rules.map(kGranted, "reply.granted");
  add_table(source, {"reply.granted", {}}, 3);
  const auto document = assembled(convert_to("new"));
  BOOST_REQUIRE(!document.properties.empty());
  BOOST_TEST(document.properties[0].name == "草稿说明");
  BOOST_TEST(document.properties[0].value.find("旧格式") != std::string_view::npos);
  const auto all = cells(document);
  BOOST_TEST(all[0]->shaded);  // natural persons: the old form does not ask
  BOOST_TEST(!all[0]->remark.empty());
  BOOST_TEST(all[1]->text.chars == "7");
  BOOST_TEST(!all[1]->shaded);
  BOOST_TEST(all[1]->remark.empty());
  BOOST_TEST(all[3]->text.chars == "3");
  BOOST_TEST(!all[3]->shaded);
  BOOST_TEST(all[3]->remark.find("reply.granted3") != std::string_view::npos);
}

BOOST_AUTO_TEST_CASE(a_final_version_is_clean) {
  add_table(source, kReceived, 7);
  options.final = true;
  const auto document = assembled(convert_to("new"));
  BOOST_TEST(std::none_of(document.properties.begin(), document.properties.end(),
                          [](const Property& property) { return property.name == "草稿说明"; }));
  for (const auto* cell : cells(document)) {
    BOOST_TEST(!cell->shaded);
    BOOST_TEST(cell->remark.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_suspect_figure_keeps_its_mark_in_its_own_format) {
  const auto fact = add_table(source, kReceived, 7);
  source.facts[fact].reading = Reading::suspect;
  source.facts[fact].text = "7";
  const auto result = convert_to("old");
  BOOST_TEST(equal(source, result.report));
  const auto document = assembled(result);
  const auto all = cells(document);
  BOOST_TEST(all[1]->text.chars == "7");
  BOOST_TEST(all[1]->shaded);
  BOOST_TEST(all[1]->remark.find("待核实") != std::string_view::npos);
}

BOOST_AUTO_TEST_CASE(the_appendix_lists_what_found_no_cell) {
  add_table(source, {"disclosure.total", {}}, 100);
  const auto inside = assembled(convert_to("new"));
  BOOST_TEST(texts(inside).back() == "<table>");
  const auto* table = inside.blocks.back().as<Table>();
  BOOST_TEST(table->rows == 2U);
  BOOST_TEST(table->covering(2, 1)->text.chars == "disclosure.total");
  BOOST_TEST(table->covering(2, 2)->text.chars == "100");
  BOOST_TEST(table->covering(2, 4)->text.chars == "统计表");

  options.appendix = Appendix::beside;
  const auto conversion = convert_to("new");
  BOOST_TEST(texts(assembled(conversion)).back() == "2019年2月22日");
  const auto beside = appendix_document(conversion, Language::en);
  BOOST_REQUIRE(beside.has_value());
  BOOST_TEST(beside->blocks.front().text()->chars == "Appendix: figures not placed");
}

BOOST_AUTO_TEST_CASE(there_is_no_appendix_where_everything_has_its_cell) {
  add_table(source, kReceived, 7);
  BOOST_TEST(!appendix_document(convert_to("new"), Language::zh).has_value());
}

BOOST_AUTO_TEST_CASE(notes_are_kept) {
  source.forms[0].notes.push_back({"含上年度结转。", {}});
  const auto fact = add_table(source, kReceived, 7);
  source.facts[fact].note = "其中补正2件";
  const auto result = convert_to("new");
  BOOST_TEST(cell_of(result, kReceived).value == "7（其中补正2件）");
  BOOST_REQUIRE(result.report.forms[0].notes.size() == 1);
  BOOST_TEST(result.report.forms[0].notes[0].text == "含上年度结转。");
  BOOST_REQUIRE(result.ledger.notes.size() == 2);
  BOOST_TEST((result.ledger.notes[0].kept == LedgerNote::Kept::cell));
  BOOST_TEST((result.ledger.notes[1].kept == LedgerNote::Kept::form));
}

BOOST_AUTO_TEST_CASE(a_note_without_a_form_goes_to_the_appendix) {
  source.forms[0].notes.push_back({"含上年度结转。", {}});
  const auto document = assembled(convert_to("new"));
  BOOST_TEST(texts(document).back() == "含上年度结转。");
}

BOOST_AUTO_TEST_CASE(a_form_the_report_lacks_is_shown_blank_in_its_section) {
  source.format = "new";
  source.forms.clear();
  Section requests{SectionKind::requests, "二", "申请情况", 1, {}, {}};
  Section problems{SectionKind::problems, "三", "存在问题", 1, {}, {}};
  source.sections = {requests, problems};
  const auto result = convert_to("new");
  const std::vector<std::string> expected{"二、申请情况", "<table>", "三、存在问题", "2019年2月22日"};
  BOOST_TEST(texts(assembled(result)) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_final_version_is_refused_for_good_reasons_only) {
  add_table(source, kReceived, 7);
  BOOST_TEST(final_obstacles(convert_to("new"), source).empty());  // blanks of the old form are explained

  Finding doubt;
  doubt.severity = FindingSeverity::doubt;
  Finding error;
  error.message = {"合计不符", "the total does not match"};
  const auto suspect = add_table(source, {"normative.made", {}}, 3);
  source.facts[suspect].reading = Reading::suspect;
  add_prose(source, {"request.received", {{"applicant", "natural_person"}}}, 3);
  source.facts.back().qualifier = Qualifier::over;
  const auto unplaced = add_prose(source, {"disclosure.total", {}}, 100);
  source.facts[unplaced].reading = Reading::suspect;
  source.findings = {doubt, error};
  const auto obstacles = final_obstacles(convert_to("new"), source);
  BOOST_REQUIRE(obstacles.size() == 4);
  BOOST_TEST((obstacles[0].kind == FinalObstacle::Kind::error_finding));
  BOOST_TEST(obstacles[0].index == 1);
  BOOST_TEST((obstacles[1].kind == FinalObstacle::Kind::unexplained_blank));
  BOOST_TEST((obstacles[2].kind == FinalObstacle::Kind::suspect_cell));
  BOOST_TEST(obstacles[1].message.zh.find("自然人") != std::string::npos);
  BOOST_TEST((obstacles[3].kind == FinalObstacle::Kind::suspect_fact));
  BOOST_TEST(obstacles[3].index == unplaced);
}

BOOST_AUTO_TEST_CASE(the_summary_counts) {
  add_table(source, kReceived, 7);
  add_table(source, {"disclosure.total", {}}, 100);
  const auto result = convert_to("new");
  BOOST_TEST(ledger_summary(result.ledger, Language::zh) ==
             "由“旧格式”转换为“新格式”\n"
             "表格共7格：填入1（完全对应 1），空白6（来源空白 2、来源格式没有这个指标 4）\n"
             "来源数据共2项（已填入 1、未填入 1）\n");
  BOOST_TEST(ledger_summary(result.ledger, Language::en) ==
             "Converted from Old form to New form\n"
             "7 cells: 1 filled (exact 1), 6 blank (blank in the source 2, no such concept in the source's format 4)\n"
             "2 facts read (placed 1, unplaced 1)\n");
}

BOOST_AUTO_TEST_CASE(the_ledger_document_has_a_row_for_every_cell_and_fact) {
  add_table(source, kReceived, 7);
  add_table(source, {"disclosure.total", {}}, 100);
  const auto document = ledger_document(convert_to("new").ledger, Language::zh);
  std::vector<std::uint32_t> rows;
  for (const auto& block : document.blocks) {
    if (const auto* table = block.as<Table>()) {
      rows.push_back(table->rows);
    }
  }
  BOOST_TEST(rows == (std::vector<std::uint32_t>{8, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
