// Our own containers and formats keep what the kit asks of others'.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nianbao/conformance.hpp>
#include <nianbao/files.hpp>

#include "paths.hpp"

using namespace nianbao;
namespace fs = std::filesystem;

namespace {

const Engine& engine() {
  static const auto engine = Engine::create({test::bundle_path()}).value();
  return *engine;
}

/// The fixtures of a container: its files without what is expected of them.
std::vector<Sample> fixtures(const std::string& id) {
  std::vector<Sample> samples;
  std::error_code error;
  for (const auto& item : fs::directory_iterator(test::source_path("tests/golden/" + id), error)) {
    if (item.path().stem() == "overview" && item.path().extension() != ".golden") {
      samples.push_back({item.path().filename().string(), read_file(item.path().string(), 1U << 20U).value(), {}});
    }
  }
  return samples;
}

/// All but `office`, whose files LibreOffice reads (tests/containers).
std::vector<std::string> containers() {
  std::vector<std::string> ids;
  for (const auto* manifest : engine().plugins().manifests()) {
    if (manifest->kind == ManifestKind::container && manifest->id != "office") {
      ids.push_back(manifest->id);
    }
  }
  return ids;
}

std::vector<std::string> formats() {
  std::vector<std::string> ids;
  for (const auto& format : engine().templates().templates) {
    ids.emplace_back(format->id);
  }
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(own_plugins)

BOOST_DATA_TEST_CASE(container_keeps_its_promises, boost::unit_test::data::make(containers()), id) {
  const auto run = container_conformance(engine(), id, fixtures(id));
  BOOST_TEST(run.clean(), conformance_text(run, Language::en));
  const bool reads = engine().plugins().manifest(id)->can("read");
  BOOST_TEST((run.steps.front().outcome == ConformanceStep::Outcome::skipped) != reads, id << " was not tried");
}

BOOST_DATA_TEST_CASE(format_keeps_its_promises, boost::unit_test::data::make(formats()), id) {
  const auto run = format_conformance(engine(), id, {});
  BOOST_TEST(run.clean(), conformance_text(run, Language::en));
}

BOOST_AUTO_TEST_SUITE_END()
