// A plugin folder is complete: a manifest, a row in the documents, fixtures. Walks the folders, so
// that a new one is held to the same without an edit here.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <nianbao/plugin_manifest.hpp>
#include <sstream>
#include <vector>

#include "paths.hpp"

using namespace nianbao;
namespace fs = std::filesystem;

namespace {

const fs::path kSource = test::source_path();

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> plugin_folders() {
  std::vector<std::string> folders;
  for (const char* kind : {"plugins", "formats"}) {
    for (const auto& item : fs::directory_iterator(kSource / kind)) {
      // What plugins share is no plugin.
      if (item.path().filename() != "support") {
        folders.push_back(std::string(kind) + "/" + item.path().filename().string());
      }
    }
  }
  return folders;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(completeness)

BOOST_DATA_TEST_CASE(every_folder_is_complete, boost::unit_test::data::make(plugin_folders()), folder) {
  const auto manifest = read_manifest((kSource / folder / "plugin.yaml").string());
  BOOST_REQUIRE_MESSAGE(manifest.ok(), folder << ": " << (manifest ? "" : manifest.error().message.en));
  const auto& id = manifest->id;
  BOOST_TEST(id == fs::path(folder).filename().string());
  BOOST_TEST(!manifest->title.zh.empty());
  BOOST_TEST(!manifest->title.en.empty());
  for (const auto& path : manifest->template_paths()) {
    BOOST_TEST(fs::is_regular_file(path), path << " is missing");
  }
  for (const char* page : {"docs/plugins.md", "docs/plugins.zh-CN.md"}) {
    BOOST_TEST(text_of(kSource / page).find("\n| `" + id + "` |") != std::string::npos,
               page << " has no row for " << id);
  }
  const auto fixtures = kSource / "tests/golden" / id;
  BOOST_TEST((fs::is_directory(fixtures) && !fs::is_empty(fixtures)), fixtures << " has no fixtures");
}

BOOST_AUTO_TEST_SUITE_END()
