// The text container: plain text in the encodings of Chinese offices.
#include <nianbao/sdk/encoding.hpp>
#include <nianbao/sdk/plugin.hpp>

#include "blocks/blanks.hpp"
#include "reader.hpp"
#include "writer.hpp"

namespace nianbao::text {

namespace {

class TextContainer final : public Container {
  /// Any text can be read as text. Markup is left to the container that knows it.
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    const auto decoded = decode_head(head);
    if (!decoded) {
      return Certainty::none;
    }
    const auto body = blocks::trim_front(*decoded);
    const bool markup = body.starts_with('<') || body.starts_with('{') || body.starts_with('[');
    return markup ? Certainty::possible : Certainty::likely;
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    return read_text(std::move(bytes), context);
  }

  [[nodiscard]] Result<std::string> do_write(const Document& document, const Context& /*context*/) const override {
    return write_text(document);
  }
};

}  // namespace

}  // namespace nianbao::text

NIANBAO_CONTAINER_PLUGIN(nianbao::text::TextContainer, "text", "0.1.0")
