// Claims every file and then throws: from reading something the host knows, from writing something it
// does not, and from probing.
#include <nianbao/sdk/plugin.hpp>
#include <stdexcept>

namespace {

using namespace nianbao;

class ThrowsInRead final : public Container {
  Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    if (head.empty()) {
      throw std::out_of_range("head");
    }
    return Certainty::certain;
  }
  Result<Document> do_read(std::string bytes, const Context& /*context*/) const override {
    return std::vector<Result<Document>>().at(bytes.size()).error();
  }
  Result<std::string> do_write(const Document& /*document*/, const Context& /*context*/) const override { throw 7; }
};

}  // namespace

NIANBAO_CONTAINER_PLUGIN(ThrowsInRead, "throws-in-read", "1.0.0")
