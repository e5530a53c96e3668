// Its constructor throws.
#include <nianbao/sdk/plugin.hpp>
#include <stdexcept>

namespace {

class ThrowsInCreate final : public nianbao::Container {
 public:
  ThrowsInCreate() { throw std::runtime_error("no dictionary in /nowhere"); }

 private:
  nianbao::Certainty do_probe(std::string_view, std::string_view) const override { return nianbao::Certainty::none; }
};

}  // namespace

NIANBAO_CONTAINER_PLUGIN(ThrowsInCreate, "throws-in-create", "1.0.0")
