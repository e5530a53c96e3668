// The ledger's own arithmetic, and its JSON against the schema.
#include <boost/test/unit_test.hpp>

#include <boost/json.hpp>

#include <fstream>
#include <iterator>
#include <set>

#include "convert_fixture.hpp"
#include "generate.hpp"
#include "paths.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace bj = boost::json;

namespace {

bj::value schema() {
  std::ifstream file(test::bundle_path("rules/schema/ledger.schema.json"));
  BOOST_REQUIRE(file.good());
  return bj::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::set<std::string> keys(const bj::object& object) {
  std::set<std::string> result;
  for (const auto& pair : object) {
    result.emplace(pair.key());
  }
  return result;
}

std::set<std::string> required(const bj::value& type) {
  std::set<std::string> result;
  for (const auto& key : type.at("required").as_array()) {
    result.emplace(key.as_string());
  }
  return result;
}

void check_keys(const bj::object& object, const bj::value& type) {
  BOOST_TEST(keys(object) == required(type), boost::test_tools::per_element());
}

struct Fixture {
  SmallFormats formats;
  SmallRules rules;
  ConvertOptions options;

  Fixture() { options.templates = formats.all(); }
  Conversion example() { return converted(generate(formats.get("old"), 3, {}), formats.get("new"), rules, options); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ledgers, Fixture)

BOOST_AUTO_TEST_CASE(json_has_the_keys_of_its_schema) {
  const auto type = schema();
  const auto properties = type.at("properties");
  const auto json = bj::parse(ledger_json(example().ledger)).as_object();
  check_keys(json, type);
  check_keys(json.at("sums").at("facts").as_object(), properties.at("sums").at("properties").at("facts"));
  check_keys(json.at("sums").at("cells").as_object(), properties.at("sums").at("properties").at("cells"));
  for (const auto& [list, definition] : {std::pair{"facts", type.at("definitions").at("fact")},
                                         {"cells", type.at("definitions").at("cell")},
                                         {"notes", properties.at("notes").at("items")},
                                         {"moves", properties.at("moves").at("items")},
                                         {"omissions", properties.at("omissions").at("items")}}) {
    for (const auto& entry : json.at(list).as_array()) {
      check_keys(entry.as_object(), definition);
    }
  }
}

BOOST_AUTO_TEST_CASE(json_uses_the_names_of_its_schema) {
  const auto type = schema();
  const auto allows = [&](const char* definition, const char* property, std::string_view name) {
    for (const auto& value :
         type.at("definitions").at(definition).at("properties").at(property).at("enum").as_array()) {
      if (value.is_string() && std::string_view(value.as_string()) == name) {
        return true;
      }
    }
    return false;
  };
  for (int i = 0; i <= static_cast<int>(FactReason::no_concept); ++i) {
    BOOST_TEST(allows("fact", "why", to_string(static_cast<FactReason>(i))));
  }
  for (int i = 0; i <= static_cast<int>(FactFate::unplaced); ++i) {
    BOOST_TEST(allows("fact", "fate", to_string(static_cast<FactFate>(i))));
  }
  for (int i = 0; i <= static_cast<int>(BlankReason::offered_only); ++i) {
    BOOST_TEST(allows("cell", "blank", to_string(static_cast<BlankReason>(i))));
  }
}

BOOST_AUTO_TEST_CASE(a_ledger_that_does_not_add_up_is_found_out) {
  const std::vector<void (*)(Ledger&)> damages{
      [](Ledger& ledger) { ledger.facts.pop_back(); },
      [](Ledger& ledger) { ledger.cells.pop_back(); },
      [](Ledger& ledger) { ledger.facts[0].reason = {}; },
      [](Ledger& ledger) {
        for (auto& cell : ledger.cells) {
          cell.facts.clear();
        }
      },
      [](Ledger& ledger) {
        for (auto& cell : ledger.cells) {
          cell.blank = BlankReason::no_concept;
        }
      },
      [](Ledger& ledger) {
        for (auto& entry : ledger.facts) {
          entry.fate = FactFate::unplaced;
        }
      },
      [](Ledger& ledger) {
        for (auto& cell : ledger.cells) {
          cell.reason = {};
        }
      },
  };
  BOOST_TEST(example().ledger.balanced());
  for (std::size_t i = 0; i < damages.size(); ++i) {
    auto conversion = example();
    damages[i](conversion.ledger);
    BOOST_TEST(!conversion.ledger.balanced(), "damage " << i);
  }
}

BOOST_AUTO_TEST_SUITE_END()
