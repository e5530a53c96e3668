// The docx container: documents of Word and WPS.
#include <nianbao/sdk/plugin.hpp>

#include "ooxml/probe.hpp"
#include "reader.hpp"
#include "writer.hpp"

namespace nianbao::docx {

namespace {

class DocxContainer final : public Container {
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    return ooxml::probe_package(head, "word/");
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    return read_docx(std::move(bytes), context);
  }

  [[nodiscard]] Result<std::string> do_write(const Document& document, const Context& context) const override {
    return write_docx(document, context);
  }
};

}  // namespace

}  // namespace nianbao::docx

NIANBAO_CONTAINER_PLUGIN(nianbao::docx::DocxContainer, "docx", "0.1.0")
