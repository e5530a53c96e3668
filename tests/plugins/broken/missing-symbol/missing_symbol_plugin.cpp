// Calls a function that nobody defines.
#include <nianbao/sdk/plugin.hpp>

extern "C" bool nianbao_zoo_nobody_defines_this();

namespace {

class MissingSymbol final : public nianbao::Container {
  nianbao::Certainty do_probe(std::string_view, std::string_view) const override {
    return nianbao_zoo_nobody_defines_this() ? nianbao::Certainty::certain : nianbao::Certainty::none;
  }
};

}  // namespace

NIANBAO_CONTAINER_PLUGIN(MissingSymbol, "missing-symbol", "1.0.0")
