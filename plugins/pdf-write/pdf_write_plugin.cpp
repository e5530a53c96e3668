// The container pdf-write: Document → PDF, on the page of GB/T 9704-2012.
#include <nianbao/sdk/plugin.hpp>

#include "writer.hpp"

namespace nianbao::pdf_write {
namespace {

class PdfWriteContainer final : public Container {
  [[nodiscard]] Certainty do_probe(std::string_view /*head*/, std::string_view /*name*/) const override {
    return Certainty::none;
  }
  [[nodiscard]] Result<std::string> do_write(const Document& document, const Context& context) const override {
    return write_pdf(document, context);
  }
};

}  // namespace
}  // namespace nianbao::pdf_write

NIANBAO_CONTAINER_PLUGIN(nianbao::pdf_write::PdfWriteContainer, "pdf-write", "0.1.0")
