// Which container a file is of, with containers that answer what their names say.
#include <boost/test/unit_test.hpp>

#include "bundles.hpp"
#include "golden.hpp"
#include "paths.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string zoo(const std::string& name) { return test::build_path("tests/plugins/zoo/" + name); }

const std::string kMinimalFile = "minimal 1\n清河市\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(detection)

BOOST_AUTO_TEST_CASE(content_decides_whatever_the_name_says) {
  const auto host = host_over({kMinimal});
  for (const std::string name : {"a.minimal", "a.MINIMAL", "a.docx", "-", ""}) {
    const auto detected = host->detect_container(kMinimalFile, name);
    BOOST_REQUIRE(detected.ok());
    BOOST_TEST(detected->manifest->id == "minimal-text");
    BOOST_TEST((detected->certainty == Certainty::certain));
  }
}

BOOST_AUTO_TEST_CASE(the_name_alone_is_not_enough) {
  const auto host = host_over({kMinimal});
  const auto detected = host->detect_container("something else", "a.minimal");
  BOOST_REQUIRE(!detected.ok());
  BOOST_TEST(detected.error().code == "container-unknown");
  BOOST_TEST(detected.error().message.en.find("Tried: minimal-text") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_container_whose_magic_is_absent_is_not_opened) {
  const auto host = host_over({kMinimal});
  BOOST_TEST(!host->detect_container("something else", "a.txt").ok());
  for (const auto& status : host->status()) {
    BOOST_TEST((status.state == PluginState::found));
  }
}

BOOST_AUTO_TEST_CASE(two_certain_answers_are_an_error_that_names_both) {
  const auto host = host_over({kMinimal, zoo("throws-in-read"), zoo("same-extension")});
  const auto detected = host->detect_container(kMinimalFile, "a.minimal");
  BOOST_REQUIRE(!detected.ok());
  BOOST_TEST(detected.error().code == "container-ambiguous");
  BOOST_TEST(detected.error().message.en.find("minimal-text, same-extension") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_name_breaks_ties_of_uncertain_answers) {
  // Both say `possible` to anything. The one that claims .minimal declares magic bytes, so that without
  // its name or its bytes it is not even asked.
  const auto host = host_over({zoo("same-extension"), zoo("duplicate-id")});
  for (const auto& [name, id] : {std::pair("a.minimal", "same-extension"), std::pair("a.txt", "minimal-text")}) {
    const auto detected = host->detect_container("x", name);
    BOOST_REQUIRE(detected.ok());
    BOOST_TEST(detected->manifest->id == id);
    BOOST_TEST((detected->certainty == Certainty::possible));
  }
}

BOOST_AUTO_TEST_CASE(a_broken_plugin_is_named_where_it_is_needed) {
  const auto host = host_over({kMinimal, zoo("debug-stl")});
  const auto needed = host->detect_container("something", "a.broken");
  BOOST_REQUIRE(!needed.ok());
  BOOST_TEST(needed.error().code == "container-not-loadable");
  BOOST_TEST(needed.error().message.en.find("debug-stl") != std::string::npos);
  BOOST_TEST(needed.error().message.zh.find("二进制") == std::string::npos);
  BOOST_TEST(host->detect_container(kMinimalFile, "a.minimal").ok());
  const auto unknown = host->detect_container("something", "a.txt");
  BOOST_TEST(unknown.error().message.en.find("not loadable: debug-stl") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_faulty_manifest_is_named_where_it_is_needed) {
  const auto host = host_over({kMinimal, zoo("bad-manifest")});
  BOOST_TEST(host->container("bad-manifest").error().code == "plugin-bad-manifest");
}

BOOST_AUTO_TEST_CASE(the_writer_follows_the_name) {
  const auto host = host_over({kMinimal});
  BOOST_TEST(host->container_for_name("out.minimal").ok());
  BOOST_TEST(host->container_for_name("out.docx").error().code == "container-not-named");
  BOOST_TEST(host->container_for_name("minimal").error().code == "container-not-named");
  BOOST_TEST(host->container_for_name("a.minimal/out").error().code == "container-not-named");
}

BOOST_AUTO_TEST_SUITE_END()
