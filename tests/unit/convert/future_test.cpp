// A form of the future works by added files alone.
#include <boost/test/unit_test.hpp>

#include "convert_fixture.hpp"
#include "generate.hpp"
#include "paths.hpp"
#include "shipped.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

const ConceptKey kCoercion{"coercion.decisions", {}};
const ConceptKey kConfirmation{"future.confirmation.decisions", {}};
const ConceptKey kPublication{"outcome.not_processed.publication", {{"applicant", "total"}}};

struct Fixture {
  Shipped shipped{{test::source_path("tests/bundles/future"), test::bundle_path()}, 2026};
  ConvertOptions options;

  Fixture() { options.templates = shipped.formats(); }
  Report report(const char* format, const char* form) {
    Report result = old_report();
    result.year = 2026;
    result.format = format;
    result.forms[0].format = format;
    result.forms[0].id = form;
    return result;
  }
  Conversion to(const char* format, const Report& source) {
    return converted(source, shipped.format(format), shipped.rules(), options);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(future_form, Fixture)

BOOST_AUTO_TEST_CASE(to_the_new_form) {
  Report source = report("standard-2021", "table-2");
  const auto licences = add_table(source, {"licence.decisions", {}}, 30);
  const auto coercion = add_table(source, kCoercion, 4);
  const auto dropped = add_table(source, kPublication, 2);
  const auto result = to("standard-2027", source);
  BOOST_TEST((entry_of(result, licences).fate == FactFate::placed));
  BOOST_TEST((entry_of(result, coercion).fate == FactFate::offered));
  BOOST_TEST((cell_of(result, kCoercion).blank == BlankReason::offered_only));
  BOOST_TEST((entry_of(result, dropped).fate == FactFate::unplaced));
  BOOST_TEST((cell_of(result, kConfirmation).blank == BlankReason::no_concept));
  BOOST_TEST(cell_of(result, kConfirmation).reason.zh.find("以前的格式没有行政确认") != std::string::npos);
  options.place = Fidelity::approximate;
  BOOST_TEST(cell_of(to("standard-2027", source), kCoercion).value == "4");
}

BOOST_AUTO_TEST_CASE(and_back) {
  Report source = report("standard-2027", "table-2");
  const auto added = add_table(source, kConfirmation, 9);
  const auto coercion = add_table(source, kCoercion, 4);
  const auto result = to("standard-2021", source);
  BOOST_TEST((entry_of(result, added).fate == FactFate::unplaced));
  BOOST_TEST((entry_of(result, coercion).fate == FactFate::offered));
  BOOST_TEST((cell_of(result, kCoercion).blank == BlankReason::offered_only));
}

BOOST_AUTO_TEST_CASE(between_all_formats) {
  for (const auto* format : shipped.formats()) {
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
      const Report there = generate(*format, seed, {shipped.formats(), false});
      BOOST_TEST(to("standard-2027", there).ledger.target_cells > 100U);
      const Report back = generate(shipped.format("standard-2027"), seed, {shipped.formats(), false});
      BOOST_TEST(equal(back, converted(back, *format, shipped.rules(), options).report) ==
                 (format->id == "standard-2027"));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
