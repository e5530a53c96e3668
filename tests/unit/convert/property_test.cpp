// What must hold for every conversion, over generated reports and every pair of formats.
#include <boost/test/unit_test.hpp>

#include <functional>

#include <nianbao/report_json.hpp>

#include "convert_fixture.hpp"
#include "generate.hpp"
#include "paths.hpp"
#include "shipped.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

constexpr std::uint32_t kSeeds = 12;

/// Lines that compute, approximate and refuse.
void fill_rules(SmallRules& rules) {
  rules.map({"outcome.total", {{"applicant", "total"}}}, "request.closed");
  rules.map({"outcome.granted", {{"applicant", "total"}}}, "reply.granted + reply.already_public");
  rules.map({"outcome.partial", {{"applicant", "total"}}}, "reply.partial", Fidelity::approximate);
  rules.map({"request.closed", {}}, "outcome.total{applicant=total}");
  rules.map({"normative.in_force", {}}, "");
  rules.sentences = {"由…个方面组成", "见附件"};
}

struct Fixture {
  Shipped shipped{{test::bundle_path()}};
  SmallRules rules;
  ConvertOptions options;

  Fixture() {
    fill_rules(rules);
    options.templates = shipped.formats();
  }

  /// Calls the function for every pair of formats, and prose, with reports of several seeds.
  void each_pair(const std::function<void(const Report&, const Template&)>& function) {
    for (const auto* from : shipped.formats()) {
      for (const auto* to : shipped.formats()) {
        for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
          function(generate(*from, seed, {shipped.formats(), seed % 4 == 0}), *to);
        }
      }
    }
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(properties, Fixture)

BOOST_AUTO_TEST_CASE(both_sums_hold) {
  for (const auto place : {Fidelity::exact, Fidelity::derived, Fidelity::approximate}) {
    for (const bool suspect : {false, true}) {
      options.place = place;
      options.place_suspect = suspect;
      each_pair([&](const Report& source, const Template& to) {
        const auto& ledger = converted(source, to, rules, options).ledger;
        BOOST_TEST(ledger.facts.size() == source.facts.size());
        BOOST_TEST(ledger.filled() + ledger.count(BlankReason::source_blank) + ledger.count(BlankReason::no_concept) +
                       ledger.count(BlankReason::not_assessable) + ledger.count(BlankReason::offered_only) ==
                   ledger.target_cells);
      });
    }
  }
}

// In a form of the source's own a table's figure stays as it was printed; a sentence that stays says what it said.
BOOST_AUTO_TEST_CASE(only_what_is_certain_is_placed) {
  each_pair([&](const Report& source, const Template& to) {
    const auto result = converted(source, to, rules, options);
    for (const auto& entry : result.ledger.facts) {
      if (entry.fate == FactFate::placed && entry.why != FactReason::in_text) {
        const bool as_it_stood = result.own_forms && entry.fact.source == Source::table;
        BOOST_TEST((as_it_stood || entry.fact.reading != Reading::suspect));
        BOOST_TEST(!entry.fact.year.has_value());
        BOOST_TEST((entry.fact.source == Source::table || entry.fact.qualifier == Qualifier::none));
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(the_same_format_gives_an_equal_report) {
  for (const auto* format : shipped.formats()) {
    for (std::uint32_t seed = 1; seed <= 4 * kSeeds; ++seed) {
      const Report source = generate(*format, seed, {shipped.formats(), false});
      const auto result = converted(source, *format, rules, options);
      BOOST_TEST(equal(source, result.report), format->id << " seed " << seed);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_year_and_every_sentence_stay) {
  each_pair([&](const Report& source, const Template& to) {
    const auto result = converted(source, to, rules, options);
    BOOST_TEST(result.report.year == source.year);
    const auto count = [](const Report& report) {
      std::size_t chars = 0;
      const auto in = [&](const std::vector<Section>& sections) {
        for (const auto& section : sections) {
          for (const auto& block : section.blocks) {
            const auto* text = std::get_if<Block>(&block);
            const auto* words = text == nullptr ? nullptr : text->as<Paragraph>();
            chars += words == nullptr ? 0 : words->text.chars.size();
          }
        }
      };
      in(report.sections);
      for (const auto& attachment : report.attachments) {
        in(attachment.sections);
      }
      return chars;
    };
    std::size_t omitted = 0;
    for (const auto& omission : result.ledger.omissions) {
      omitted += omission.kind == LedgerOmission::Kind::structure_sentence ? omission.text.size() : 0;
    }
    BOOST_TEST(count(source) == count(result.report) + omitted);
  });
}

BOOST_AUTO_TEST_CASE(names_of_people_are_in_the_ledger_only) {
  each_pair([&](const Report& source, const Template& to) {
    const auto result = converted(source, to, rules, options);
    if (!result.same_format) {
      BOOST_TEST(report_to_json(result.report).find("张三") == std::string::npos);
      BOOST_TEST(ledger_json(result.ledger).find("张三") != std::string::npos);
    }
  });
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_bytes) {
  each_pair([&](const Report& source, const Template& to) {
    const auto first = converted(source, to, rules, options);
    const auto second = converted(source, to, rules, options);
    BOOST_TEST(report_to_json(first.report) == report_to_json(second.report));
    BOOST_TEST(ledger_json(first.ledger) == ledger_json(second.ledger));
  });
}

BOOST_AUTO_TEST_CASE(the_target_report_survives_its_json) {
  each_pair([&](const Report& source, const Template& to) {
    const auto result = converted(source, to, rules, options);
    const auto json = report_to_json(result.report);
    const auto back = report_from_json(json);
    BOOST_REQUIRE(back.ok());
    BOOST_TEST(report_to_json(*back) == json);
    BOOST_TEST(equal(*back, result.report));
  });
}

BOOST_AUTO_TEST_SUITE_END()
