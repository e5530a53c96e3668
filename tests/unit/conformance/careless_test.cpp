// The kit finds every promise that is broken, and names the file with which.
#include <boost/test/unit_test.hpp>

#include <nianbao/conformance.hpp>

#include "paths.hpp"

using namespace nianbao;

namespace {

const Engine& engine() {
  static const auto engine = Engine::create({test::build_path("tests/plugins/careless/bundle")}).value();
  return *engine;
}

/// "step: what failed", in English.
std::string failures_of(const Conformance& run) {
  std::string text;
  for (const auto& step : run.steps) {
    if (step.outcome == ConformanceStep::Outcome::failed) {
      text += step.name.en + ": " + step.detail.en + "\n";
    }
  }
  BOOST_TEST(run.clean() == text.empty());
  return text;
}

/// For a file whose first line is `careless <how>`.
std::string failures(const std::string& how) {
  return failures_of(
      container_conformance(engine(), "careless", {{"a.careless", "careless " + how + "\nend\n", std::nullopt}}));
}

/// For the format careless-<how>.
std::string format_failures(const std::string& how) {
  return failures_of(format_conformance(engine(), "careless-" + how, {}));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(careless)

BOOST_AUTO_TEST_CASE(careful_one_passes) { BOOST_TEST(failures("plain") == ""); }

BOOST_AUTO_TEST_CASE(each_broken_promise_is_named) {
  BOOST_TEST(failures("crash") == "survives damaged files: a.careless, cut to 14 bytes: it crashed (signal 9).\n");
  BOOST_TEST(failures("exit") ==
             "survives damaged files: a.careless, cut to 13 bytes: it ended the program (exit code 3).\n");
  BOOST_TEST(failures("throw").find("survives damaged files: a.careless, cut to 14 bytes: ") == 0U);
  BOOST_TEST(failures("throw").find("no such byte") != std::string::npos);
  BOOST_TEST(
      failures("lossy") ==
      "writes what it reads: a.careless: Written and read again it differs, and no warning says what was lost.\n");
  BOOST_TEST(failures("cutting") == "keeps limits: a.careless: At a limit it does not refuse, and reads a part.\n");
  BOOST_TEST(failures("empty").find("reads its samples: a.careless: Nothing was read from it.\n") == 0U);
  const auto unstable = failures("unstable");
  BOOST_TEST(unstable.find("the same twice: a.careless: Read twice it comes out otherwise.\n") == 0U);
  BOOST_TEST(unstable.find("several threads: a.careless: ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(files_of_others_are_not_to_be_claimed) {
  // Whoever has read one greedy file claims PDFs.
  static_cast<void>(failures("greedy"));
  const auto run = failures("greedy");
  BOOST_TEST(run.find("refuses other files: other.pdf: It claims a file of another type.\n") == 0U);
  static_cast<void>(failures("plain"));
}

BOOST_AUTO_TEST_CASE(sample_of_another_type_is_told) {
  const auto run = container_conformance(engine(), "careless", {{"a.txt", "清河市\n", std::nullopt}});
  BOOST_TEST(run.steps.front().detail.en == "a.txt: It is taken for `text`; check magic and extensions.");
  BOOST_TEST(!run.clean());
}

BOOST_AUTO_TEST_CASE(without_samples_nothing_is_claimed_to_hold) {
  const auto run = container_conformance(engine(), "careless", {});
  BOOST_TEST((run.steps.front().outcome == ConformanceStep::Outcome::skipped));
  BOOST_TEST(run.steps.front().detail.en == "no samples: samples/careless");
}

BOOST_AUTO_TEST_CASE(careful_format_passes) { BOOST_TEST(format_failures("plain") == ""); }

BOOST_AUTO_TEST_CASE(each_broken_promise_of_a_format_is_named) {
  BOOST_TEST(format_failures("lossy").find(
                 "reads what it renders: fee.request_cost: rendered as 33 万元, read again as —.\n") ==
             0U);
  BOOST_TEST(format_failures("hasty") ==
             "blanks and dashes: request.received{applicant=total}: rendered as blank, read again as 0 .\n");
  BOOST_TEST(format_failures("mute") == "renders: It cannot be written.\n");
  BOOST_TEST(format_failures("crash") == "survives damaged files: characters nobody knows: it crashed (signal 9).\n");
  BOOST_TEST(format_failures("unstable") ==
             "the same twice: Done twice it comes out otherwise.\n"
             "several threads: careless-unstable: Read by several threads at once it comes out otherwise.\n");
  BOOST_TEST(format_failures("greedy").find("refuses other formats: It claims the forms of `") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
