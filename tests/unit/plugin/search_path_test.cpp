#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nianbao/search_path.hpp>

using namespace nianbao;
namespace fs = std::filesystem;

namespace {

/// Folders a, b and c, there for one test.
struct Folders {
  Folders() : root(fs::temp_directory_path() / ("nianbao-search-" + std::to_string(::getpid()))) {
    for (const char* name : {"a", "b", "c"}) {
      fs::create_directories(root / name);
    }
  }
  ~Folders() { fs::remove_all(root); }
  [[nodiscard]] std::string operator()(const char* name) const { return (root / name).string(); }
  fs::path root;
};

std::string shown(const std::vector<SearchRoot>& roots) {
  std::string text;
  for (const auto& root : roots) {
    text += fs::path(root.folder).filename().string() + "=" + std::string(to_string(root.origin)) + " ";
  }
  return text;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(search, Folders)

BOOST_AUTO_TEST_CASE(order_is_bundle_environment_user_installed) {
  const auto& at = *this;
  const auto roots = search_path({{at("c")}, at("b"), at("a"), ""});
  BOOST_REQUIRE(roots.ok());
  BOOST_TEST(shown(*roots) == "c=bundle b=environment a=user ");
}

BOOST_AUTO_TEST_CASE(missing_folders_are_passed_over_but_not_a_bundle) {
  const auto& at = *this;
  const auto roots = search_path({{}, at("x") + "::" + at("b") + "/:", at("y"), at("a")});
  BOOST_REQUIRE(roots.ok());
  BOOST_TEST(shown(*roots) == "b=environment a=installed ");
  BOOST_TEST(search_path({{at("x")}, "", "", ""}).error().code == "bundle-not-found");
  BOOST_TEST(search_path({{""}, "", "", ""}).error().code == "bundle-not-found");
}

BOOST_AUTO_TEST_CASE(what_came_with_the_program_stays_that_whoever_names_it) {
  const auto& at = *this;
  BOOST_TEST(shown(*search_path({{at("b")}, at("a"), at("c"), at("b")})) == "b=installed a=environment c=user ");
}

BOOST_AUTO_TEST_CASE(the_current_folder_is_never_searched_by_itself) {
  const auto& at = *this;
  const auto before = fs::current_path();
  fs::current_path(root);
  BOOST_TEST(shown(*search_path({{}, "", "", ""})) == "");
  BOOST_TEST(search_path({{}, "a", "", ""}).error().code == "search-path-relative");
  BOOST_TEST(search_path({{}, at("b") + ":.", "", ""}).error().code == "search-path-relative");
  // A bundle is what the user just typed.
  BOOST_TEST(shown(*search_path({{"a"}, "", "", ""})) == "a=bundle ");
  fs::current_path(before);
}

BOOST_AUTO_TEST_CASE(the_installed_folder_is_beside_the_library) {
  const auto parts = search_path_parts({});
  BOOST_TEST(fs::path(parts.installed).is_absolute());
  BOOST_TEST(fs::path(parts.installed).filename() == "nianbao");
  BOOST_TEST(fs::exists(fs::path(parts.installed).parent_path() / "libnianbao.so"));
}

BOOST_AUTO_TEST_SUITE_END()
