#include <boost/test/unit_test.hpp>

#include <functional>

#include <nianbao/sdk/report.hpp>

using namespace nianbao;

namespace {

Report report() {
  Report result;
  Form form;
  form.id = "table-3";
  form.notes.push_back({"含结转", {}});
  result.forms.push_back(form);
  Fact fact;
  fact.key = {"request.received", {{"applicant", "total"}}};
  fact.value = Decimal(7);
  fact.unit = "件";
  fact.step = Decimal(1);
  result.facts.push_back(fact);
  fact.key = {"request.carried_in", {{"applicant", "total"}}};
  fact.status = Status::blank;
  fact.value.reset();
  result.facts.push_back(fact);
  Section section;
  section.kind = SectionKind::overview;
  section.heading = "总体情况";
  section.blocks.emplace_back(FormReference{"table-3", 1});
  result.sections.push_back(std::move(section));
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(equal_reports)

BOOST_AUTO_TEST_CASE(order_places_texts_source_and_reading_do_not_count) {
  Report other = report();
  std::swap(other.facts[0], other.facts[1]);
  other.facts[0].at.line = 5;
  other.facts[1].text = "７";
  other.facts[1].source = Source::conversion;
  other.facts[1].reading = Reading::relations;
  other.input.file = "other.txt";
  BOOST_TEST(equal(report(), other));
}

BOOST_AUTO_TEST_CASE(everything_with_a_meaning_counts) {
  const std::vector<std::function<void(Report&)>> changes{
      [](Report& r) { r.facts[0].value = Decimal(8); },
      [](Report& r) { r.facts[0].unit = "期"; },
      [](Report& r) { r.facts[0].step = Decimal(10); },
      [](Report& r) { r.facts[0].qualifier = Qualifier::over; },
      [](Report& r) { r.facts[0].note = "其中补正2件"; },
      [](Report& r) { r.facts[0].year = 2017; },
      [](Report& r) { r.facts[0].key.dims.set("applicant", "enterprise"); },
      [](Report& r) { r.facts[1].status = Status::dash; },
      [](Report& r) { r.facts.pop_back(); },
      [](Report& r) { r.forms[0].notes.clear(); },
      [](Report& r) { r.sections[0].heading = "概述"; },
      [](Report& r) { r.sections[0].kind = SectionKind::problems; },
      [](Report& r) {
        r.sections[0].blocks[0] = FormReference{"table-3", 2};
      },
      [](Report& r) {
        r.attachments.push_back({"统计表", {}});
      },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Report other = report();
    changes[i](other);
    BOOST_TEST(!equal(report(), other), "change " << i);
    BOOST_TEST(!equal(other, report()), "change " << i);
  }
}

BOOST_AUTO_TEST_SUITE_END()
