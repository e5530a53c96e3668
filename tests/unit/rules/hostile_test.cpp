// Packs that nobody should write are refused at once, whatever their size.
#include <boost/test/unit_test.hpp>

#include <random>

#include "rules_support.hpp"
#include "work_time.hpp"

using namespace nianbao;
using nianbao::test::NationalFolder;

namespace {

/// Codes of what is wrong with a checks.yaml.
std::string refused(const std::string& text) {
  NationalFolder folder;
  folder.write("national/checks.yaml", text);
  const nianbao::test::WorkTime time;
  std::string codes;
  for (const auto& fault : folder.store()->lint("national")) {
    codes += (codes.empty() ? "" : " ") + fault.code;
    if (codes.size() > 200) {
      break;
    }
  }
  BOOST_TEST(time.seconds() < 2.0);
  return codes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile)

BOOST_AUTO_TEST_CASE(alias_bombs) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const auto last = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int j = 0; j < 9; ++j) {
      text += ", " + last;
    }
    text += "]\n";
  }
  BOOST_TEST(refused(text) == "yaml");
  BOOST_TEST(refused("checks: &a [*a]\n").find("yaml") == 0U);
}

BOOST_AUTO_TEST_CASE(large_files) { BOOST_TEST(refused(std::string(10U << 20U, 'x')) == "file-too-large"); }

BOOST_AUTO_TEST_CASE(deep_nesting) {
  BOOST_TEST(refused("checks: " + std::string(100000, '[')) == "yaml");
  BOOST_TEST(refused("checks: " + std::string(100000, '{')) == "yaml");
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  }
  BOOST_TEST(refused(text) == "yaml");
}

BOOST_AUTO_TEST_CASE(many_keys_and_long_lines) {
  std::string keys;
  for (int i = 0; i < 60000; ++i) {
    keys += "k" + std::to_string(i) + ": v\n";
  }
  BOOST_TEST(!refused(keys).empty());
  std::string line = "checks: [";
  for (int i = 0; i < 150000; ++i) {
    line += "一, ";
  }
  BOOST_TEST(!refused(line + "]").empty());
}

BOOST_AUTO_TEST_CASE(what_is_no_data) {
  BOOST_TEST(refused("checks: !!python/object x\n").find("yaml") == 0U);
  BOOST_TEST(refused("checks: []\nchecks: []\n") == "yaml");
  BOOST_TEST(refused("checks: []\n---\nchecks: []\n") == "yaml");
  BOOST_TEST(refused("checks: [\n") == "yaml");
  BOOST_TEST(refused("") == "yaml");
  BOOST_TEST(refused("\xFF\xFE"
                     "c\0h\0") == "not-utf-8");
  BOOST_TEST(refused(std::string("checks: \0", 9)).empty() == false);
  BOOST_TEST(refused("- a\n- b\n") == "wrong-kind");
  BOOST_TEST(refused("checks: {a: b}\n") == "wrong-kind");
  BOOST_TEST(refused("checks: [a, [b]]\n") == "wrong-kind wrong-kind");
  BOOST_TEST(refused("\xEF\xBB\xBF"
                     "checks: []\n")
                 .empty());
}

BOOST_AUTO_TEST_CASE(mutated_packs_never_break_the_loader) {
  const std::string seed = R"yaml(checks:
  - id: a
    each: [applicant, concept]
    concepts: [in.*, out.**]
    assert: >-
      concept == sum(concept{applicant=*})
      and in.new <= 5%
    when: "known(in.old)"
    tolerance: 0.5
    message: {zh: 甲, en: "b"}
    basis: &b 依据
    formats: [x, y]
    years: 2019..
  - {id: c, assert: '1 == 1', basis: *b}
)yaml";
  const std::string pieces = "[]{}:,&*!|>'\"\n -#%@a.\t一";
  std::mt19937 random(7);
  for (int round = 0; round < 150; ++round) {
    auto text = seed;
    for (unsigned change = 1 + random() % 4; change > 0; --change) {
      const auto at = random() % text.size();
      if (random() % 2 == 0) {
        text.erase(at, 1 + random() % 6);
      } else {
        text.insert(at, 1, pieces[random() % pieces.size()]);
      }
    }
    static_cast<void>(refused(text));
  }
}

BOOST_AUTO_TEST_SUITE_END()
