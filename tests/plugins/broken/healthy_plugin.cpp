// A plugin with nothing wrong but how it is built or what its manifest says. ZOO_ID is its id.
#include <nianbao/sdk/plugin.hpp>

namespace {

class Healthy final : public nianbao::Container {
  nianbao::Certainty do_probe(std::string_view, std::string_view) const override {
    return nianbao::Certainty::possible;
  }
};

}  // namespace

#if !defined(ZOO_VERSION)
#define ZOO_VERSION "1.0.0"
#endif

NIANBAO_CONTAINER_PLUGIN(Healthy, ZOO_ID, ZOO_VERSION)
