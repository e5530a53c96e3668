// Built as if for the SDK before the first one.
#include <nianbao/sdk/plugin.hpp>

#undef NIANBAO_SDK_API
#define NIANBAO_SDK_API 0

namespace {

class OldApi final : public nianbao::Container {
  nianbao::Certainty do_probe(std::string_view, std::string_view) const override { return nianbao::Certainty::none; }
};

}  // namespace

NIANBAO_CONTAINER_PLUGIN(OldApi, "old-api", "1.0.0")
