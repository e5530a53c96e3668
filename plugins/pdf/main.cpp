// nianbao-pdf: reads PDF files for nianbao, as a program of its own (docs/process-plugins.md).
#include <nianbao/serve.hpp>

#include "reader.hpp"

namespace {

class PdfContainer final : public nianbao::Container {
  [[nodiscard]] nianbao::Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    return head.substr(0, 5) == "%PDF-" ? nianbao::Certainty::certain : nianbao::Certainty::none;
  }
  [[nodiscard]] nianbao::Result<nianbao::Document> do_read(std::string bytes,
                                                           const nianbao::Context& context) const override {
    return nianbao::pdf::read_pdf(bytes, context);
  }
};

}  // namespace

int main() { return nianbao::serve_container(PdfContainer(), "pdf", "0.1.0"); }
