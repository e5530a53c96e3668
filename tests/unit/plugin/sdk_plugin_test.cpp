// What the macro of a plugin library leaves behind.
#include <boost/test/unit_test.hpp>
#include <nianbao/sdk/plugin.hpp>
#include <stdexcept>

namespace {

class Plain final : public nianbao::Container {
  nianbao::Certainty do_probe(std::string_view, std::string_view) const override { return nianbao::Certainty::likely; }
};

class Failing final : public nianbao::Container {
 public:
  Failing() { throw std::runtime_error("no table of characters"); }

 private:
  nianbao::Certainty do_probe(std::string_view, std::string_view) const override { return nianbao::Certainty::none; }
};

}  // namespace

NIANBAO_CONTAINER_PLUGIN(Plain, "plain", "1.2.3")

BOOST_AUTO_TEST_SUITE(sdk_plugin)

BOOST_AUTO_TEST_CASE(descriptor_says_what_the_macro_was_told) {
  BOOST_TEST(nianbao_plugin_descriptor.struct_size == sizeof(nianbao::sdk::PluginDescriptor));
  BOOST_TEST(nianbao_plugin_descriptor.api == NIANBAO_SDK_API);
  BOOST_TEST((nianbao_plugin_descriptor.kind == nianbao::sdk::PluginKind::container));
  BOOST_TEST(nianbao_plugin_descriptor.id == "plain");
  BOOST_TEST(nianbao_plugin_descriptor.version == "1.2.3");
}

BOOST_AUTO_TEST_CASE(entry_creates_the_object_as_its_interface) {
  char why[8];
  const std::unique_ptr<nianbao::Container> container(
      static_cast<nianbao::Container*>(nianbao_plugin_create(why, sizeof why)));
  BOOST_REQUIRE(container);
  BOOST_TEST((container->probe("", "") == nianbao::Certainty::likely));
}

BOOST_AUTO_TEST_CASE(exceptions_of_the_constructor_become_text) {
  char why[64];
  BOOST_TEST((nianbao::sdk::create_plugin<nianbao::Container, Failing>(why, sizeof why) == nullptr));
  BOOST_TEST(why == "no table of characters");
  char shorter[4];
  BOOST_TEST((nianbao::sdk::create_plugin<nianbao::Container, Failing>(shorter, sizeof shorter) == nullptr));
  BOOST_TEST(shorter == "no ");
}

BOOST_AUTO_TEST_SUITE_END()
