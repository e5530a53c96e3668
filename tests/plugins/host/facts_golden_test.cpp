// What the whole way makes of fixtures of families and formats: where tests/golden/<id>/<file> has a
// <file>.facts.csv beside it, the facts read from the file are compared with it. NIANBAO_ACCEPT=1 in
// the environment writes them anew.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nianbao/engine.hpp>
#include <nianbao/files.hpp>
#include <nianbao/tidy_csv.hpp>

#include "golden.hpp"
#include "paths.hpp"

using namespace nianbao;
using namespace nianbao::test;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kGoldenSuffix = ".facts.csv";
constexpr std::uint64_t kLargest = 1U << 20U;

std::vector<std::string> fixtures() {
  std::vector<std::string> files;
  for (const auto& item : fs::recursive_directory_iterator(fs::path(test::source_path("tests/golden")))) {
    const auto path = item.path().string();
    const auto suffix = path.size() - std::min(path.size(), kGoldenSuffix.size());
    if (path.compare(suffix, std::string::npos, kGoldenSuffix) == 0) {
      files.push_back(path.substr(0, suffix));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string facts_of(const Engine& engine, const std::string& file) {
  const std::vector<std::string_view> dimensions{"applicant", "channel", "route", "span"};
  auto bytes = read_file(file, kLargest);
  BOOST_REQUIRE(bytes.ok());
  const auto reports = engine.read_reports(*std::move(bytes), fs::path(file).filename().string(), {});
  BOOST_REQUIRE_MESSAGE(reports.ok(), (reports ? std::string() : reports.error().message.en));
  std::string facts = tidy_csv_header(dimensions);
  for (const auto& report : *reports) {
    facts += tidy_csv_rows(report, dimensions);
  }
  return facts;
}

}  // namespace

BOOST_AUTO_TEST_CASE(fixtures_give_their_facts) {
  const auto engine = Engine::create({test::bundle_path()});
  BOOST_REQUIRE(engine.ok());
  const auto files = fixtures();
  BOOST_TEST(!files.empty());
  for (const auto& file : files) {
    const auto facts = facts_of(**engine, file);
    BOOST_TEST(facts == golden_file(file + std::string(kGoldenSuffix), facts), file);
  }
}
