// tests/golden/prose/*paraphrases.txt: sentences of our own, each a short piece that has no form.
#include "engine_support.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <vector>

using namespace nianbao;
using namespace nianbao::test;

namespace {

struct Sentence {
  int line = 0;
  int year = 0;
  std::string text;
  std::set<std::string> facts;     ///< `concept{dims}=5`
  std::set<std::string> optional;  ///< neither demanded nor wrong
};

/// `[heading] text` as a section of a report; other text as it is.
std::string under_heading(const std::string& text) {
  const auto end = text.front() == '[' ? text.find("] ") : std::string::npos;
  return end == std::string::npos ? text : "三、" + text.substr(1, end - 1) + "\n" + text.substr(end + 2);
}

std::vector<Sentence> sentences(const std::string& name) {
  std::ifstream file(source_path("tests/golden/prose/" + name));
  std::vector<Sentence> result;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    std::istringstream words(line);
    std::string word;
    if (line.substr(0, 2) == "20") {
      result.push_back({number, std::stoi(line), under_heading(line.substr(line.find(' ') + 1)), {}, {}});
    } else if (line.substr(0, 2) == "  ") {
      auto& last = result.back();
      words >> word;
      const bool optional = word == "?";
      for (bool more = !optional || static_cast<bool>(words >> word); more; more = static_cast<bool>(words >> word)) {
        (optional ? last.optional : last.facts).insert(word);
      }
    }
  }
  return result;
}

/// What a text says of the report's own year.
std::set<std::string> said(const Sentence& sentence) {
  ReadOptions options;
  options.year = sentence.year;
  const auto reports = read_reports(sentence.text, "a.txt", options);
  std::set<std::string> facts;
  BOOST_REQUIRE_MESSAGE(reports.ok(), "line " << sentence.line);
  for (const auto& fact : reports->front().facts) {
    const bool own = fact.source == Source::prose && (!fact.year || *fact.year == sentence.year);
    if (own && fact.key.dims.get("span").empty()) {
      const bool zero = fact.status == Status::stated_zero;
      facts.insert(to_string(fact.key) + "=" + (zero ? "zero" : fact.value ? fact.value->to_string() : ""));
    }
  }
  return facts;
}

std::string without(const std::set<std::string>& facts, const std::set<std::string>& known) {
  std::string text;
  for (const auto& fact : facts) {
    text += known.count(fact) == 0 ? fact + " " : std::string();
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(paraphrases)

/// All sentences of a file, so many at least, say what they say and nothing more.
void check(const std::string& name, std::size_t fewest) {
  const auto all = sentences(name);
  BOOST_TEST(all.size() >= fewest);
  for (const auto& sentence : all) {
    const auto facts = said(sentence);
    auto known = sentence.facts;
    known.insert(sentence.optional.begin(), sentence.optional.end());
    BOOST_TEST_CONTEXT("line " << sentence.line << ": " << sentence.text) {
      BOOST_TEST(without(sentence.facts, facts) == "");  // missed
      BOOST_TEST(without(facts, known) == "");           // read, and not said
    }
  }
}

BOOST_AUTO_TEST_CASE(say_what_they_say_and_nothing_more) { check("paraphrases.txt", 150); }

BOOST_AUTO_TEST_CASE(written_before_they_were_read_say_what_they_say) { check("more-paraphrases.txt", 235); }

BOOST_AUTO_TEST_CASE(of_all_kinds_of_offices_say_what_they_say) { check("varied-paraphrases.txt", 246); }

BOOST_AUTO_TEST_CASE(of_many_kinds_of_offices_and_years_say_what_they_say) { check("further-paraphrases.txt", 209); }

BOOST_AUTO_TEST_SUITE_END()
