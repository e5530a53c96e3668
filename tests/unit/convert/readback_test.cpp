// What a reader of the converted file finds in it.
#include <boost/test/unit_test.hpp>

#include <map>

#include "convert_fixture.hpp"
#include "generate.hpp"
#include "paths.hpp"
#include "shipped.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

struct Fixture {
  Shipped shipped{{test::bundle_path()}};
  ConvertOptions options;
  Limits limits;
  DiagnosticSink sink;

  Fixture() {
    options.templates = shipped.formats();
    options.appendix = Appendix::none;
  }

  FormatContext format_context() { return {limits, sink, shipped.rules().vocabulary()}; }

  std::string written(const Conversion& conversion, const char* container) {
    const auto family_of = [this](const Template& format) -> Result<const FormatFamily*> {
      return &shipped.family(format.family);
    };
    auto document = assemble(conversion, family_of, format_context(), options);
    BOOST_REQUIRE(document.ok());
    const Options none;
    auto bytes = shipped.container(container).write(*document, {limits, sink, none});
    BOOST_REQUIRE(bytes.ok());
    return std::move(*bytes);
  }

  /// Figures of the target's forms as they are read from the written file.
  std::map<std::string, std::string> read_back(const std::string& bytes, const char* container,
                                               const Template& format) {
    const Options none;
    auto document = shipped.container(container).read(bytes, {limits, sink, none});
    BOOST_REQUIRE(document.ok());
    const auto& family = shipped.family(format.family);
    auto claims = family.recognize(*document, format, format_context());
    BOOST_REQUIRE(claims.ok());
    Report report;
    report.year = 2018;
    for (const auto& claim : *claims) {
      BOOST_REQUIRE(family.extract(*document, claim, format_context(), report).ok());
    }
    std::map<std::string, std::string> figures;
    for (const auto& fact : report.facts) {
      if (fact.value) {
        figures[to_string(fact.key)] = fact.value->to_string();
      }
    }
    return figures;
  }
};

std::map<std::string, std::string> figures_of(const Conversion& conversion) {
  std::map<std::string, std::string> figures;
  for (std::size_t i = 0; i < conversion.ledger.cells.size(); ++i) {
    const auto& fact = conversion.report.facts[i];
    if (conversion.ledger.cells[i].filled() && fact.value) {
      figures[to_string(fact.key)] = fact.value->to_string();
    }
  }
  return figures;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reading_back, Fixture)

BOOST_AUTO_TEST_CASE(the_written_page_holds_the_figures_of_the_ledger) {
  std::size_t figures = 0;
  for (const auto* from : shipped.formats()) {
    for (const auto* to : shipped.formats()) {
      if (from == to || to->forms.empty()) {
        continue;
      }
      for (std::uint32_t seed = 1; seed <= 3; ++seed) {
        const auto conversion =
            converted(generate(*from, seed, {shipped.formats(), false}), *to, shipped.rules(), options);
        const auto expected = figures_of(conversion);
        const auto found = read_back(written(conversion, "html"), "html", *to);
        for (const auto& [key, value] : expected) {
          const auto it = found.find(key);
          BOOST_TEST((it != found.end() && it->second == value),
                     from->id << " to " << to->id << " seed " << seed << ": " << key << " is "
                              << (it == found.end() ? "lost" : it->second) << ", not " << value);
        }
        BOOST_TEST(found.size() == expected.size());
        figures += expected.size();
      }
    }
  }
  BOOST_TEST(figures > 1000);
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_page) {
  const Report source = generate(shipped.format("legacy-2018"), 5, {shipped.formats(), false});
  const auto& to = shipped.format("standard-2021");
  const auto first = converted(source, to, shipped.rules(), options);
  const auto second = converted(source, to, shipped.rules(), options);
  BOOST_TEST(written(first, "html") == written(second, "html"));
}

BOOST_AUTO_TEST_CASE(the_draft_notice_and_the_reasons_are_on_the_page) {
  const Report source = generate(shipped.format("legacy-2018"), 5, {shipped.formats(), false});
  const auto& to = shipped.format("standard-2021");
  const auto draft = written(converted(source, to, shipped.rules(), options), "html");
  BOOST_TEST(draft.find("统计表（2014—2018年）") != std::string::npos);
  BOOST_TEST(draft.find("旧表没有") != std::string::npos);
  options.final = true;
  const auto clean = written(converted(source, to, shipped.rules(), options), "html");
  BOOST_TEST(clean.find("统计表（2014—2018年）") == std::string::npos);
  BOOST_TEST(clean.find("旧表没有") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
