// Families that are programs: what they are asked, and what of their answers is believed.
#include <sys/wait.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <nianbao/engine.hpp>

#include "bundles.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

bool any_child() {
  siginfo_t info{};
  return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD;
}

/// A Document of a line and a table of two columns.
Document document_of(const char* line, const std::vector<std::pair<std::string, std::string>>& rows) {
  Document document;
  Paragraph paragraph;
  paragraph.text.chars = document.arena().store(line);
  document.blocks.push_back({paragraph, {}});
  TableBuilder builder;
  for (const auto& [left, right] : rows) {
    builder.begin_row();
    for (const auto& text : {left, right}) {
      Cell cell;
      cell.text.chars = document.arena().store(text);
      builder.add(cell);
    }
  }
  document.blocks.push_back({builder.finish(), {}});
  document.number_blocks();
  return document;
}

Document told(const std::string& operation, const std::string& answer) {
  return document_of("怪表", {{"项目", "件数"}, {operation, answer}, {"收到", "7"}});
}

struct Fixture {
  std::unique_ptr<Engine> engine = Engine::create({bundle_path(), source_path("tests/plugins/odd-form"),
                                                   source_path("examples/department-quarters")})
                                       .value();
  DiagnosticSink diagnostics;

  Result<std::vector<Report>> extract(Document document, const char* format = "") {
    ReadOptions options;
    options.format = format;
    return engine->extract(std::move(document), options, diagnostics);
  }
  /// The error of a report read with this format.
  std::string error_of(Document document) {
    const auto reports = extract(std::move(document), "odd-form");
    return reports.ok() ? "" : reports.error().code + ": " + reports.error().message.en;
  }
};

const Fact* fact_of(const Report& report, std::string_view concept_id) {
  for (const auto& fact : report.facts) {
    if (fact.key.id == concept_id) {
      return &fact;
    }
  }
  return nullptr;
}

struct Case {
  const char* operation;
  const char* answer;
  const char* says;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.operation << ' ' << c.answer; }

const Case kBad[] = {
    {"recognize", "[]", "process-bad-form: "},
    {"recognize", "no json", "process-bad-form: "},
    {"recognize", "crash", "process-died: "},
    {"recognize", "{}", "\"claims"},
    {"recognize",
     R"({"claims":[{"form":"other","pieces":[{"block":2}],"matched":1,"expected":1,"certainty":"certain"}]})",
     "\"claims[0].form"},
    {"recognize",
     R"({"claims":[{"form":"odd","pieces":[{"block":9}],"matched":1,"expected":1,"certainty":"certain"}]})",
     "\"claims[0].pieces[0].block"},
    {"recognize",
     R"({"claims":[{"form":"odd","pieces":[{"block":2,"rows":[2,9]}],"matched":1,"expected":1,"certainty":"certain"}]})",
     "\"claims[0].pieces[0].rows"},
    {"recognize", R"({"claims":[{"form":"odd","pieces":[],"matched":1,"expected":1,"certainty":"certain"}]})",
     "\"claims[0].pieces"},
    {"recognize",
     R"({"claims":[{"form":"odd","pieces":[{"block":2}],"matched":3,"expected":2,"certainty":"certain"}]})",
     "\"claims[0]"},
    {"extract", R"({"form":{}})", "\"facts"},
    {"extract", R"({"form":{},"facts":[{"concept":"no.such","value":"1","at":{"block":2,"row":3,"column":2}}]})",
     "\"facts[0].concept"},
    {"extract", R"({"form":{},"facts":[{"concept":"request.received","value":"1"}]})", "\"facts[0].at"},
    {"extract",
     R"({"form":{},"facts":[{"concept":"request.received","value":"1","at":{"block":2,"row":4,"column":1}}]})",
     "\"facts[0].at"},
    {"extract",
     R"({"form":{},"facts":[{"concept":"request.received","value":"x","at":{"block":2,"row":3,"column":2}}]})",
     "\"facts[0].value"},
    {"extract",
     R"({"form":{},"facts":[{"concept":"request.received","status":"reported","at":{"block":2,"row":3,"column":2}}]})",
     "\"facts[0]"},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(program_families, Fixture)

BOOST_AUTO_TEST_CASE(only_documents_with_its_texts_start_it) {
  const auto reports = extract(document_of("清河市统计表", {{"项目", "件数"}, {"收到", "7"}}));
  BOOST_REQUIRE(reports.ok());
  BOOST_TEST(!any_child());
  // Folded: a blank in the caption hides nothing.
  BOOST_REQUIRE(extract(document_of("清河市 怪 表", {{"项目", "件数"}, {"收到", "7"}})).ok());
  BOOST_TEST(any_child());
}

BOOST_AUTO_TEST_CASE(facts_have_the_places_of_the_cells_and_the_unit_of_the_concept) {
  const auto reports = extract(told("extract",
                                    R"({"form":{"caption":"怪表","notes":[{"text":"含上年"}]},"facts":[
             {"concept":"request.received","dims":{"applicant":"total"},"value":"7","at":{"block":2,"row":3,"column":2}},
             {"concept":"fee.amount","value":"250","unit":"元","text":"250元","at":{"block":1}}]})"));
  BOOST_REQUIRE(reports.ok());
  const auto& report = reports->front();
  BOOST_TEST(report.format == "odd-form");
  BOOST_REQUIRE(report.forms.size() == 1U);
  BOOST_TEST(report.forms[0].caption == "怪表");
  BOOST_TEST(report.forms[0].notes[0].text == "含上年");
  BOOST_TEST(report.forms[0].blocks[0] == 2U);
  const auto* received = fact_of(report, "request.received");
  BOOST_REQUIRE(received != nullptr);
  BOOST_TEST(received->form == 0U);
  BOOST_TEST(received->text == "7");
  BOOST_TEST(received->unit == "件");
  BOOST_TEST(received->at.row == 3U);
  BOOST_TEST(received->at.column == 2U);
  const auto* fee = fact_of(report, "fee.amount");
  BOOST_REQUIRE(fee != nullptr);
  BOOST_TEST(fee->value->to_string() == "0.025");
  BOOST_TEST(fee->unit == "万元");
  BOOST_TEST(fee->at.block == 1U);
}

BOOST_DATA_TEST_CASE(what_does_not_fit_is_refused, boost::unit_test::data::make(kBad), bad) {
  const auto said = error_of(told(bad.operation, bad.answer));
  BOOST_TEST(said.find(bad.says) != std::string::npos, said);
}

BOOST_AUTO_TEST_CASE(a_report_that_only_a_faulty_family_could_read_is_an_error) {
  const auto reports = extract(told("recognize", "crash"));
  BOOST_REQUIRE(!reports.ok());
  BOOST_TEST(reports.error().code == "process-died");
  BOOST_TEST((reports.error().kind == ErrorKind::plugin));
  BOOST_TEST(reports.error().where.find("odd-form/odd_form.py") != std::string::npos);
  BOOST_TEST(reports.error().hint.en.find("--from") != std::string::npos);
  // Whoever asks for another format does without it.
  BOOST_TEST(extract(told("recognize", "crash"), "legacy-2018").ok());
}

BOOST_AUTO_TEST_CASE(a_faulty_family_costs_its_own_formats_alone) {
  auto document = told("recognize", "crash");
  std::vector<std::pair<std::string, std::string>> rows;
  const auto form = (*engine->find_template("legacy-2018", 0))->forms.front();
  for (const auto& row : form.blocks.front().rows) {
    rows.emplace_back(row.path.back(), "1");
  }
  auto list = document_of("统计表", rows);
  for (const auto& block : list.blocks) {
    document.blocks.push_back(copy(block, document.arena()));
  }
  document.number_blocks();
  const auto reports = extract(std::move(document));
  BOOST_REQUIRE(reports.ok());
  BOOST_TEST(reports->front().format == "legacy-2018");
  bool told_so = false;
  for (const auto& diagnostic : reports->front().diagnostics) {
    told_so = told_so || diagnostic.code == "family-failed";
  }
  BOOST_TEST(told_so);
}

BOOST_AUTO_TEST_CASE(it_renders_what_it_is_given) {
  const auto* family = *engine->plugins().family("odd-form");
  const auto* format = *engine->find_template("odd-form", 0);
  const auto reports = extract(told("extract", R"({"form":{},"facts":[{"concept":"request.received",
    "dims":{"applicant":"total"},"value":"7","at":{"block":2,"row":3,"column":2}}]})"));
  const auto rules = engine->rules().effective({});
  Limits limits;
  CellMarks marks;
  marks.set(0, 1, 0, {true, "来源没有", false});
  FormatContext context{limits, diagnostics, (*rules)->vocabulary()};
  context.marks = &marks;
  Arena arena;
  const auto blocks = family->render(reports->front(), *format, format->forms[0], 1, context, arena);
  BOOST_REQUIRE(blocks.ok());
  BOOST_REQUIRE(blocks->size() == 1U);
  BOOST_TEST(
      blocks->front().text()->chars ==
      R"({"facts": 1, "form": "odd", "format": "odd-form", "instance": 1, "marks": [{"absent": false, "column": 1, )"
      R"("part": 1, "remark": "\u6765\u6e90\u6ca1\u6709", "row": 2, "shaded": true}]})");
}

BOOST_AUTO_TEST_CASE(the_example_adds_up_quarters_and_doubts_what_differs) {
  Document document;
  Paragraph caption;
  caption.text.chars = "清河市水利局2023年依申请公开季度统计表";
  document.blocks.push_back({caption, {}});
  TableBuilder builder;
  const std::vector<std::vector<const char*>> rows = {{"项目", "一季度", "二季度", "三季度", "四季度", "全年"},
                                                      {"新收申请", "3", "2", "0", "4", ""},
                                                      {"予以公开", "2", "1", "0", "3", "7"},
                                                      {"部分公开", "1", "", "0", "0", ""},
                                                      {"结转下年", "5", "4", "3", "2", ""}};
  for (const auto& row : rows) {
    builder.begin_row();
    for (const auto* text : row) {
      Cell cell;
      cell.text.chars = text;
      builder.add(cell);
    }
  }
  document.blocks.push_back({builder.finish(), {}});
  document.number_blocks();
  const auto reports = extract(std::move(document));
  BOOST_REQUIRE(reports.ok());
  const auto& report = reports->front();
  BOOST_TEST(fact_of(report, "request.received")->value->to_string() == "9");
  BOOST_TEST(fact_of(report, "request.received")->text == "3+2+0+4");
  const auto* granted = fact_of(report, "outcome.granted");
  BOOST_TEST((granted->reading == Reading::suspect));
  BOOST_REQUIRE(granted->candidates.size() == 2U);
  BOOST_TEST(granted->candidates[1].to_string() == "6");
  // A blank quarter is no zero; what is carried over is not added up.
  BOOST_TEST((fact_of(report, "outcome.partial")->status == Status::blank));
  BOOST_TEST(fact_of(report, "request.carried_over")->value->to_string() == "2");
}

BOOST_AUTO_TEST_SUITE_END()
