// bundle.yaml: what is read, what is refused and why.
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <nianbao/bundle.hpp>
#include <nianbao/plugin_host.hpp>
#include <nianbao/rule_store.hpp>
#include <nianbao/template_loader.hpp>

using namespace nianbao;
namespace fs = std::filesystem;

namespace {

/// Bundles made for one test, on a search path in the order they were made.
struct Bundles {
  Bundles() : root(fs::temp_directory_path() / ("nianbao-bundles-" + std::to_string(::getpid()))) {
    fs::create_directories(root);
  }
  ~Bundles() { fs::remove_all(root); }

  void add(const std::string& name, const std::string& manifest) {
    write(name + "/bundle.yaml", manifest);
    roots.push_back({(root / name).string(), RootOrigin::bundle});
  }
  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((root / file).parent_path());
    std::ofstream(root / file) << text;
  }
  /// The faults of all bundles in English: "place: message", one a line, without the scratch folder.
  [[nodiscard]] std::string faults() const {
    std::string text;
    for (const auto& bundle : find_bundles(roots)) {
      append(bundle.faults, text);
    }
    return text;
  }
  /// What two of them claim, in the same form.
  [[nodiscard]] std::string claims() const {
    std::string text;
    std::vector<std::string> folders;
    for (const auto& one : roots) {
      folders.push_back(one.folder + "/rules");
    }
    const auto plugins = PluginHost::create(roots);
    const auto templates = load_template_files(plugins->template_files());
    append(claimed_twice(find_bundles(roots), *plugins, templates, *RuleStore::load(folders)), text);
    return text;
  }
  void append(const std::vector<Error>& faults, std::string& text) const {
    for (const auto& fault : faults) {
      text += fault.where + ": " + fault.message.en + "\n";
    }
    for (const auto folder = root.string() + "/"; text.find(folder) != std::string::npos;) {
      text.erase(text.find(folder), folder.size());
    }
  }

  fs::path root;
  std::vector<SearchRoot> roots;
};

constexpr const char* kPlain = "id: qinglin\nversion: \"1.2\"\ntitle: {zh: 青林省, en: Qinglin}\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(bundles, Bundles)

BOOST_AUTO_TEST_CASE(manifest_is_read) {
  add("a", std::string(kPlain) + "needs: {nianbao: \"0.1\", sdk-api: 1}\n");
  const auto found = find_bundles(roots);
  BOOST_TEST(faults() == "");
  BOOST_REQUIRE(found.front().manifest.has_value());
  BOOST_TEST(found.front().manifest->id == "qinglin");
  BOOST_TEST(found.front().manifest->version == "1.2");
  BOOST_TEST(found.front().manifest->title.en == "Qinglin");
  BOOST_TEST(found.front().manifest->needs_api == "1");
}

BOOST_AUTO_TEST_CASE(folder_without_manifest_is_used_as_it_is) {
  fs::create_directories(root / "plain");
  roots.push_back({(root / "plain").string(), RootOrigin::bundle});
  BOOST_TEST(!find_bundles(roots).front().manifest.has_value());
  BOOST_TEST(expect_usable(find_bundles(roots)).ok());
}

BOOST_AUTO_TEST_CASE(every_fault_of_a_manifest_is_told_with_its_place) {
  add("a", "id: 青林\nversion: one\ntitel: {zh: 青林省}\nneeds: {nianbao: \"1.x\", bundles: {b: soon}}\n");
  BOOST_TEST(faults() ==
             "a/bundle.yaml:1:1: \"title\" is missing\n"
             "a/bundle.yaml:1:5: Id \"青林\" is to be of lower-case letters, digits and hyphens\n"
             "a/bundle.yaml:2:10: \"one\" is no version\n"
             "a/bundle.yaml:3:1: Unknown key \"titel\"\n"
             "a/bundle.yaml:4:18: \"1.x\" is no version\n"
             "a/bundle.yaml:4:34: \"soon\" is no version\n");
  add("b", "id: [b\n");
  BOOST_TEST(!expect_usable(find_bundles({roots.back()})).ok());
  // Each with its own advice where they differ.
  const auto usable = expect_usable(find_bundles({roots.front()}));
  BOOST_REQUIRE(!usable.ok());
  BOOST_TEST(usable.error().hint.en == "");
  BOOST_TEST(usable.error().message.en.find("\"one\" is no version. Write numbers with dots between them") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(bundle_that_does_not_fit_is_refused) {
  add("a", std::string(kPlain) + "needs: {nianbao: \"99.1\", sdk-api: 77, bundles: {base: \"1.10\", other: \"1\"}}\n");
  add("b", "id: base\nversion: \"1.9.3\"\ntitle: Base\n");
  const auto text = faults();
  BOOST_TEST(text.find("a/bundle.yaml: Bundle `qinglin` needs nianbao 99.1 or later; this is ") == 0U);
  BOOST_TEST(text.find("needs SDK api 77; this is ") != std::string::npos);
  BOOST_TEST(text.find("needs bundle `base` 1.10 or later; b is 1.9.3.") != std::string::npos);
  BOOST_TEST(text.find("needs bundle `other` 1 or later; there is none on the search path.") != std::string::npos);
  const auto usable = expect_usable(find_bundles(roots));
  BOOST_REQUIRE(!usable.ok());
  BOOST_TEST((usable.error().kind == ErrorKind::plugin));
}

BOOST_AUTO_TEST_CASE(bundle_that_fits_exactly_is_used) {
  add("a", std::string(kPlain) + "needs: {bundles: {base: 1.10.0}}\n");
  add("b", "id: base\nversion: \"1.10\"\ntitle: Base\n");
  BOOST_TEST(faults() == "");
}

BOOST_AUTO_TEST_CASE(two_bundles_of_one_id_are_named_both) {
  add("a", kPlain);
  add("b", kPlain);
  BOOST_TEST(faults() == "b: Two bundles have the id `qinglin`: a and b.\n");
}

BOOST_AUTO_TEST_CASE(two_bundles_with_one_format_are_named_both) {
  add("a", kPlain);
  add("b", "id: other\nversion: \"1\"\ntitle: Other\n");
  for (const std::string bundle : {"a", "b"}) {
    write(bundle + "/formats/of-" + bundle + "/plugin.yaml",
          "id: of-" + bundle + "\nkind: format\nversion: 1.0.0\ntitle: {zh: T, en: T}\ntemplates: [t.yaml]\n");
    write(bundle + "/formats/of-" + bundle + "/t.yaml", "id: same-2010\n");
  }
  BOOST_TEST(claims() == "b: Two bundles have the format `same-2010`: a and b.\n");
  roots.back().origin = RootOrigin::installed;
  fs::remove(root / "b/bundle.yaml");
  BOOST_TEST(claims() == "");
}

BOOST_AUTO_TEST_CASE(two_bundles_with_one_plugin_or_pack_are_named_both) {
  add("a", kPlain);
  add("b", "id: other\nversion: \"1\"\ntitle: Other\n");
  const std::string plugin =
      "id: cards\nkind: format\nversion: 1.0.0\ntitle: {zh: 卡, en: Cards}\ntemplates: [t.yaml]\n";
  for (const char* bundle : {"a", "b", "plain"}) {
    write(std::string(bundle) + "/formats/cards/plugin.yaml", plugin);
    write(std::string(bundle) + "/rules/qinglin/pack.yaml", "id: qinglin\nversion: \"1\"\n");
  }
  BOOST_TEST(claims() ==
             "b: Two bundles have the plugin `cards`: a and b.\n"
             "b: Two bundles have the rule pack `qinglin`: a and b.\n");
  // What lies in no bundle, such as the installed folder, may be replaced.
  roots = {roots.front(), {(root / "plain").string(), RootOrigin::installed}};
  BOOST_TEST(claims() == "");
}

BOOST_AUTO_TEST_SUITE_END()
