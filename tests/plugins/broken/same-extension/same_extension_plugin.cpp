// Claims the minimal container's extension and its files, as surely as that one does.
#include <nianbao/sdk/plugin.hpp>

namespace {

class SameExtension final : public nianbao::Container {
  nianbao::Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    return head.substr(0, 7) == "minimal" ? nianbao::Certainty::certain : nianbao::Certainty::possible;
  }
};

}  // namespace

NIANBAO_CONTAINER_PLUGIN(SameExtension, "same-extension", "1.0.0")
