// rules/national/prose.examples.yaml: every pattern has a sentence it reads and one it leaves alone.
#include <yaml-cpp/yaml.h>
#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

#include "paths.hpp"
#include "prose_support.hpp"

namespace {

using nianbao::SentenceMatch;

std::shared_ptr<const nianbao::RuleSet> national() {
  static const auto rules = [] {
    const auto store = nianbao::RuleStore::load({nianbao::test::source_path("rules")});
    auto effective = store->effective({});
    BOOST_REQUIRE_MESSAGE(effective.ok(), (effective.ok() ? "" : effective.error().message.zh));
    return *effective;
  }();
  return rules;
}

struct Example {
  std::string rule;
  std::string text;
  nianbao::SentenceContext context;
};

Example read(const YAML::Node& node, const char* text) {
  Example example;
  example.rule = node["rule"].as<std::string>();
  example.text = node[text].as<std::string>();
  example.context.year = node["year"] ? node["year"].as<int>() : 2016;
  if (node["section"]) {
    example.context.section = *nianbao::section_kind(node["section"].as<std::string>());
  }
  return example;
}

/// All matches, and the ids of the patterns that made them.
struct Found {
  std::map<std::string, std::string> facts;
  std::set<std::string> by;
};

Found run(const Example& example) {
  const auto& patterns = *national()->patterns();
  const auto folded = nianbao::fold(example.text);
  nianbao::SentenceReader reader(patterns);
  nianbao::SentenceReading reading;
  auto context = example.context;
  Found found;
  reader.start(folded, true);
  while (reader.next(context, reading)) {
    for (const auto pattern : reading.settings) {
      found.by.emplace(patterns.id(pattern));
    }
    for (const auto& match : reading.matches) {
      found.by.emplace(patterns.id(match.pattern));
      if (match.kind == SentenceMatch::Kind::fact) {
        found.facts[to_string(match.key)] = match.number ? match.number->value.to_string() : "zero";
      }
    }
  }
  return found;
}

std::string text_of(const std::map<std::string, std::string>& facts) {
  std::string text;
  for (const auto& [key, value] : facts) {
    text += key + ": " + value + "; ";
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(prose_examples)

BOOST_AUTO_TEST_CASE(every_example_holds) {
  const auto file = YAML::LoadFile(nianbao::test::source_path("rules/national/prose.examples.yaml"));
  for (const auto& node : file["examples"]) {
    if (node["text"]) {
      const auto example = read(node, "text");
      const auto found = run(example);
      std::map<std::string, std::string> expected;
      for (const auto& fact : node["facts"]) {
        expected[fact.first.as<std::string>()] = fact.second.as<std::string>();
      }
      BOOST_CHECK_MESSAGE(found.facts == expected, example.rule << ": " << example.text << "\n  expected "
                                                                << text_of(expected) << "\n  found "
                                                                << text_of(found.facts));
      BOOST_CHECK_MESSAGE(found.by.count("national/" + example.rule) == 1,
                          example.rule << " has not read: " << example.text);
    } else {
      const auto example = read(node, "fails");
      BOOST_CHECK_MESSAGE(run(example).by.count("national/" + example.rule) == 0,
                          example.rule << " must leave alone: " << example.text);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
