// The xlsx container: workbooks of Excel and WPS.
#include <nianbao/sdk/plugin.hpp>

#include "ooxml/probe.hpp"
#include "reader.hpp"
#include "writer.hpp"

namespace nianbao::xlsx {

namespace {

class XlsxContainer final : public Container {
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    return ooxml::probe_package(head, "xl/");
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    return read_xlsx(std::move(bytes), context);
  }

  [[nodiscard]] Result<std::string> do_write(const Document& document, const Context& context) const override {
    return write_xlsx(document, context);
  }
};

}  // namespace

}  // namespace nianbao::xlsx

NIANBAO_CONTAINER_PLUGIN(nianbao::xlsx::XlsxContainer, "xlsx", "0.1.0")
