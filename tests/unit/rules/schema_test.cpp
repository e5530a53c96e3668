// Files of packs against the schemas that are built in.
#include <boost/test/unit_test.hpp>

#include <nianbao/sdk/text.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "json/parse.hpp"
#include "paths.hpp"
#include "three_packs.hpp"

namespace fs = std::filesystem;
using nianbao::test::ThreePacks;

namespace {

/// line:column code (hint), for what is wrong in a file of `province`.
std::string faults_of(const std::string& file, const std::string& text) {
  ThreePacks folder;
  folder.write("province/" + file, text);
  std::string all;
  for (const auto& fault : folder.store()->lint("province")) {
    all += (all.empty() ? "" : "; ") + std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) +
           " " + fault.message.en + (fault.hint.empty() ? "" : " " + fault.hint.en);
  }
  return all;
}

std::string text_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Keys of packs and names to choose from, wherever the schema has them.
void collect_words(const boost::json::value& value, std::set<std::string>& words) {
  if (const auto* array = value.if_array()) {
    for (const auto& one : *array) {
      collect_words(one, words);
    }
  }
  const auto* object = value.if_object();
  for (std::size_t i = 0; object != nullptr && i < object->size(); ++i) {
    const auto& [key, part] = *(object->begin() + static_cast<std::ptrdiff_t>(i));
    if (key == "properties" && part.is_object()) {
      for (const auto& property : part.get_object()) {
        words.insert(std::string(property.key().data(), property.key().size()));
      }
    } else if (key == "enum") {
      for (const auto& name : part.get_array()) {
        words.insert(std::string(name.get_string().data(), name.get_string().size()));
      }
    }
    collect_words(part, words);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schemas)

BOOST_AUTO_TEST_CASE(keys_and_names_are_suggested) {
  BOOST_TEST(faults_of("checks.yaml", "checks:\n  - {id: a, asert: 1 == 1, basis: b}\n") ==
             "2:5 \"assert\" is missing; 2:13 Unknown key \"asert\" Did you mean assert?");
  BOOST_TEST(faults_of("checks.yaml", "checks:\n  - {id: a, assert: 1 == 1, basis: b, severity: eror}\n") ==
             "2:49 \"severity\" cannot be \"eror\" Did you mean error?");
  BOOST_TEST(faults_of("checks.yaml", "checks:\n  - {id: a, assert: 1 == 1, basis: b, severity: x}\n") ==
             "2:49 \"severity\" cannot be \"x\" One of: error, doubt, note");
  BOOST_TEST(faults_of("units.yaml", "measure: {money: {元: 1}}\n") ==
             "1:1 Unknown key \"measure\" Did you mean measures?");
}

BOOST_AUTO_TEST_CASE(the_closest_alternative_tells) {
  BOOST_TEST(faults_of("checks.yaml", "checks:\n  - {overide: first, tolerance: 1}\n") ==
             "2:5 \"override\" is missing; 2:6 Unknown key \"overide\" Did you mean override?");
  BOOST_TEST(faults_of("checks.yaml", "checks:\n  - {disable: first, tolerance: 1}\n") ==
             "2:22 Unknown key \"tolerance\"");
  BOOST_TEST(faults_of("sections.yaml", "sections:\n  - {id: a, kind: fees, phrases: [a, [b]]}\n") ==
             "2:38 Each item of \"phrases\" must be a text");
}

BOOST_AUTO_TEST_CASE(values_of_another_kind_are_told_once) {
  BOOST_TEST(faults_of("checks.yaml", "checks:\n  id: a\n") == "2:3 \"checks\" must be a list");
  BOOST_TEST(faults_of("checks.yaml", "- a\n") ==
             "1:1 The file must consist of keys and values See docs/rule-packs.md.");
  BOOST_TEST(faults_of("checks.yaml", "checks:\n  - a\n") ==
             "2:5 Each item of \"checks\" must be a mapping (key: value)");
  BOOST_TEST(faults_of("checks.yaml", "checks:\n  - {override: first, lock: maybe, basis: [a]}\n") ==
             "2:29 \"lock\" must be true or false; 2:43 \"basis\" must be a text, or {zh: …, en: …}");
  BOOST_TEST(faults_of("concepts.yaml", "concepts:\n  province.a: [件, 甲]\n") ==
             "2:15 \"province.a\" must be [unit, short name, [formats that print it]]");
  BOOST_TEST(faults_of("checks.yaml", "checks:\n  - {id: '', assert: 1 == 1, basis: b}\n") ==
             "2:10 \"id\" must not be empty");
}

BOOST_AUTO_TEST_CASE(a_key_with_nothing_behind_it_is_absent) {
  BOOST_TEST(faults_of("checks.yaml", "checks:\n") == "");
  BOOST_TEST(faults_of("checks.yaml", "checks:\n  - {id: a, assert: 1 == 1, basis: }\n") == "2:5 \"basis\" is missing");
}

BOOST_AUTO_TEST_CASE(every_word_of_the_schemas_is_known_to_the_loader) {
  std::string program;
  for (const auto* folder : {"core/rules", "core/trial", "core/report"}) {
    for (const auto& entry : fs::directory_iterator(nianbao::test::source_path(folder))) {
      program += text_of(entry.path());
    }
  }
  program += text_of(nianbao::test::source_path("core/include/nianbao/rules.hpp"));
  for (const auto* name : {"pack", "concepts", "vocabulary", "sections", "narrative", "units", "prose", "checks",
                           "mappings", "examples"}) {
    const auto file = std::string("rules/schema/") + name + ".schema.json";
    const auto schema = nianbao::json::parse(text_of(nianbao::test::source_path(file)));
    BOOST_REQUIRE(schema.ok());
    std::set<std::string> words;
    collect_words(schema.value(), words);
    for (const auto& word : words) {
      // remove-… and lock-… of lists are put together
      const auto plain = word.starts_with("remove-") ? word.substr(7)
                         : word.starts_with("lock-") ? word.substr(5)
                                                     : word;
      BOOST_TEST(
          (program.find('"' + word + '"') != std::string::npos || program.find('"' + plain + '"') != std::string::npos),
          word << " of " << file);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
