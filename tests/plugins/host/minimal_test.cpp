// The minimal bundle, as it is used by the host.
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nianbao/plugin_listing.hpp>
#include <thread>

#include "bundles.hpp"

using namespace nianbao;
using namespace nianbao::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(minimal)

// A copy of the bundle, because libraries stay loaded and other tests have opened the original's.
BOOST_AUTO_TEST_CASE(listing_opens_no_library) {
  const auto copy = fs::temp_directory_path() / ("nianbao-listing-" + std::to_string(::getpid()));
  fs::copy(kMinimal, copy, fs::copy_options::recursive);
  const auto host = host_over({copy.string()});
  BOOST_TEST(host->manifests().size() == 2);
  for (const auto& status : host->status()) {
    BOOST_TEST((status.state == PluginState::found));
  }
  BOOST_TEST(!containers_text(*host, Language::zh).empty());
  BOOST_TEST(!is_mapped(copy.string()));
  BOOST_REQUIRE(host->container("minimal-text").ok());
  BOOST_TEST(is_mapped((copy / "plugins/minimal-text/minimal-text.so").string()));
  BOOST_TEST(!is_mapped((copy / "formats").string()));
  fs::remove_all(copy);
}

BOOST_AUTO_TEST_CASE(container_reads_what_it_writes) {
  const auto host = host_over({kMinimal});
  const auto container = host->container("minimal-text");
  BOOST_REQUIRE(container.ok());
  CallContext call;
  const std::string bytes = "minimal 1\n清河市\n\n收到申请7件\n";
  const auto document = (*container)->read(bytes, call.context);
  BOOST_REQUIRE(document.ok());
  BOOST_TEST(document->blocks.size() == 3);
  const auto written = (*container)->write(*document, call.context);
  BOOST_REQUIRE(written.ok());
  BOOST_TEST(*written == bytes);
}

BOOST_AUTO_TEST_CASE(several_threads_get_the_same_object) {
  const auto host = host_over({kMinimal});
  std::vector<const Container*> got(8);
  std::vector<std::thread> threads;
  for (auto& slot : got) {
    threads.emplace_back([&slot, &host] { slot = *host->container("minimal-text"); });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  BOOST_TEST(got.front() != nullptr);
  for (const auto* container : got) {
    BOOST_TEST(container == got.front());
  }
}

BOOST_AUTO_TEST_CASE(libraries_from_elsewhere_can_be_forbidden) {
  const auto copy = fs::temp_directory_path() / ("nianbao-no-native-" + std::to_string(::getpid()));
  fs::copy(kMinimal, copy, fs::copy_options::recursive);
  const auto host = PluginHost::create({{copy.string(), RootOrigin::user}}, NativePlugins::installed_only);
  BOOST_TEST(host->container("minimal-text").error().code == "plugin-native-off");
  BOOST_TEST(host->family("minimal-list").error().code == "plugin-native-off");
  const auto library = (copy / "plugins/minimal-text/minimal-text.so").string();
  BOOST_TEST((host->doctor("minimal-text")->state == PluginState::native_off));
  BOOST_TEST((host->doctor(library)->state == PluginState::native_off));
  BOOST_TEST(!is_mapped(copy.string()));
  const auto installed = PluginHost::create({{copy.string(), RootOrigin::installed}}, NativePlugins::installed_only);
  BOOST_TEST(installed->container("minimal-text").ok());
  fs::remove_all(copy);
}

BOOST_AUTO_TEST_CASE(unknown_ids_and_wrong_kinds_are_named) {
  const auto host = host_over({kMinimal});
  const auto unknown = host->container("docx");
  BOOST_REQUIRE(!unknown.ok());
  BOOST_TEST(unknown.error().code == "plugin-unknown");
  BOOST_TEST(unknown.error().hint.en.find("minimal-text") != std::string::npos);
  BOOST_TEST(!host->container("minimal-list").ok());
  BOOST_TEST(!host->family("minimal-text").ok());
  BOOST_TEST(host->family("minimal-list").ok());
}

BOOST_AUTO_TEST_SUITE_END()
