// Broken plugins: each gets its message, and the host goes on.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nianbao/plugin_listing.hpp>
#include <set>

#include "bundles.hpp"
#include "golden.hpp"
#include "no_vocabulary.hpp"
#include "paths.hpp"
#include "plugin/abi_facts.hpp"

using namespace nianbao;
using namespace nianbao::test;
namespace fs = std::filesystem;

namespace {

const std::string kZoo = test::build_path("tests/plugins/zoo");
const std::string kHead = "minimal 1\n";

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& item : fs::directory_iterator(folder)) {
    names.insert(item.path().stem().string());
  }
  return names;
}

std::string bundle(const std::string& name) { return kZoo + "/" + name; }

/// The text without what differs between machines.
std::string portable(std::string text) {
  const auto& own = plugin::AbiFacts::own();
  for (const auto language : {Language::zh, Language::en}) {
    text = replaced(std::move(text), own.words(own.names()).in(language), "{facts of this build}");
  }
  return replaced(replaced(std::move(text), kZoo, "{zoo}"), kMinimal, "{minimal}");
}

void append_error(std::string& text, const Error& error, Language language) {
  text += error.where + "\n" + text_of(error, language);
}

/// What a family says when it is to look for its forms.
Error family_error(const PluginHost& host, const std::string& name) {
  const auto family = host.family(name);
  if (!family) {
    return family.error();
  }
  Document document;
  Paragraph paragraph;
  paragraph.text.chars = "怪表";
  document.blocks.push_back({paragraph, {}});
  document.number_blocks();
  const Template format;
  CallContext call;
  const NoVocabulary vocabulary;
  return (*family)->recognize(document, format, {call.limits, call.diagnostics, vocabulary}).error();
}

/// What a user meets beside the doctor's words.
std::string errors_in_use(const PluginHost& host, const std::string& name, Language language) {
  std::string text;
  if (name == "throws-in-read") {
    CallContext call;
    const auto* container = *host.container(name);
    append_error(text, container->read("7", call.context).error(), language);
    append_error(text, container->write(Document(), call.context).error(), language);
    BOOST_TEST((container->probe("", "") == Certainty::none));
  }
  if (name == "same-extension") {
    append_error(text, host.detect_container(kHead, "a.minimal").error(), language);
    append_error(text, host.container_for_name("a.minimal").error(), language);
  } else if (name.starts_with("family-")) {
    append_error(text, family_error(host, name), language);
  } else if (const auto container = host.container(name); !container) {
    append_error(text, container.error(), language);
  } else if (name.starts_with("program-")) {
    CallContext call;
    append_error(text, (*container)->read("odd", call.context).error(), language);
  }
  return text;
}

std::string report(const PluginHost& host, const std::string& name, Language language) {
  const auto examined = host.doctor(bundle(name) + "/plugins/" + name);
  BOOST_REQUIRE(examined.ok());
  return doctor_text(*examined, language) + "\n" + errors_in_use(host, name, language);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(zoo)

BOOST_DATA_TEST_CASE(says_what_is_wrong_and_goes_on, boost::unit_test::data::make(names_in(kZoo)), name) {
  const auto host = host_over({kMinimal, bundle(name)});
  const auto text =
      portable("中文\n\n" + report(*host, name, Language::zh) + "\nEnglish\n\n" + report(*host, name, Language::en));
  BOOST_TEST(text == golden(name, text));

  CallContext call;
  const auto container = host->container("minimal-text");
  BOOST_REQUIRE(container.ok());
  BOOST_TEST((*container)->read(kHead + "清河市\n", call.context).ok());
  BOOST_TEST(host->family("minimal-list").ok());
}

BOOST_AUTO_TEST_CASE(every_golden_has_its_plugin) {
  const std::string skipped = "," + std::string(NIANBAO_ZOO_SKIPPED) + ",";
  const auto built = names_in(kZoo);
  for (const auto& name : names_in(test::source_path("tests/golden/plugins"))) {
    const bool left_out = skipped.find("," + name + ",") != std::string::npos;
    BOOST_TEST((built.count(name) != 0 || left_out), name << " has a golden message but is not built");
  }
}

BOOST_AUTO_TEST_CASE(refused_before_any_code_runs) {
  for (const std::string name : {"old-api", "old-string-abi", "debug-stl", "no-marker", "truncated", "not-elf"}) {
    const auto host = host_over({bundle(name)});
    BOOST_TEST(!host->container(name).ok());
    BOOST_TEST(!is_mapped("/" + name + ".so"), name << " was loaded");
  }
}

BOOST_AUTO_TEST_CASE(a_failure_is_found_once_and_kept) {
  const auto host = host_over({bundle("throws-in-create"), kMinimal});
  const auto first = host->container("throws-in-create");
  const auto second = host->container("throws-in-create");
  BOOST_REQUIRE(!first.ok());
  BOOST_REQUIRE(!second.ok());
  BOOST_TEST(first.error().message.en == second.error().message.en);
  BOOST_TEST((host->status().front().state == PluginState::create_failed));
}

BOOST_AUTO_TEST_CASE(listing_shows_all_states_in_both_languages) {
  std::vector<std::string> folders{kMinimal};
  for (const auto& name : names_in(kZoo)) {
    if (name != "sanitized" && name != "clang-built") {
      folders.push_back(bundle(name));
    }
  }
  const auto host = host_over(folders);
  const auto closed = host->status();
  const auto all = host->open_all();
  const auto text = portable("中文\n\n" + plugins_text(closed, Language::zh) + "\n" + plugins_text(all, Language::zh) +
                             "\nEnglish\n\n" + plugins_text(all, Language::en));
  BOOST_TEST(text == golden("../plugins-list/text", text));
  const auto json = portable(plugins_json(all));
  BOOST_TEST(json == golden("../plugins-list/json", json));
}

BOOST_AUTO_TEST_SUITE_END()
