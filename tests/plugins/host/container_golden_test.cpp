// What each container of the bundle reads from its fixtures, tests/golden/<id>/*, as Document JSON in
// <file>.golden; of a file that is refused, the error's code. NIANBAO_ACCEPT=1 in the environment writes the .golden files anew.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nianbao/document_json.hpp>
#include <nianbao/files.hpp>

#include "bundles.hpp"
#include "golden.hpp"
#include "paths.hpp"

using namespace nianbao;
using namespace nianbao::test;
namespace fs = std::filesystem;

namespace {

const fs::path kFixtures = fs::path(test::source_path("tests/golden"));

std::vector<fs::path> fixtures_of(const std::string& id) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& item : fs::directory_iterator(kFixtures / id, none)) {
    if (item.path().extension() != ".golden") {
      files.push_back(item.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

template <typename T>
std::string why(const Result<T>& result) {
  return result.ok() ? std::string() : result.error().message.en;
}

void check(const PluginHost& host, const std::string& id, const fs::path& file) {
  auto bytes = *read_file(file.string(), 1U << 20U);
  const auto detected = host.detect_container(bytes, file.filename().string());
  BOOST_REQUIRE_MESSAGE(detected.ok(), why(detected));
  BOOST_TEST(detected->manifest->id == id);
  CallContext call;
  const auto document = detected->container->read(std::move(bytes), call.context);
  const auto outcome = document.ok() ? document_to_json(*document) : "refused: " + document.error().code + "\n";
  BOOST_TEST(outcome == golden_file(file.string() + ".golden", outcome), why(document));
  if (!document.ok()) {
    return;
  }

  // A container that writes what it reads keeps it all.
  if (detected->manifest->can("write")) {
    auto written = detected->container->write(*document, call.context);
    BOOST_REQUIRE(written.ok());
    const auto again = detected->container->read(*std::move(written), call.context);
    BOOST_REQUIRE(again.ok());
    BOOST_TEST(again->blocks.size() == document->blocks.size());
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(containers_read_their_fixtures) {
  const auto host = host_over({test::bundle_path()});
  int files = 0;
  for (const auto* manifest : host->manifests()) {
    if (manifest->kind != ManifestKind::container || !manifest->can("read")) {
      continue;
    }
    for (const auto& file : fixtures_of(manifest->id)) {
      BOOST_TEST_CONTEXT(file) {
        check(*host, manifest->id, file);
        ++files;
      }
    }
  }
  BOOST_TEST(files > 0);
}
