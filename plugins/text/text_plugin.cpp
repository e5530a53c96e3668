// The text container: plain text in the encodings of Chinese offices.
#include <algorithm>

#include <nianbao/sdk/encoding.hpp>
#include <nianbao/sdk/plugin.hpp>

#include "blocks/columns.hpp"
#include "reader.hpp"
#include "writer.hpp"

namespace nianbao::text {

namespace {

class TextContainer final : public Container {
  /// Any text can be read as text; rows of tabs are what it alone knows.
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    const auto decoded = decode_head(head);
    if (!decoded) {
      return Certainty::none;
    }
    if (std::count(decoded->begin(), decoded->end(), '\t') < 2) {
      return Certainty::possible;
    }
    const auto lines = blocks::split_lines(*decoded);
    const auto is_tab_row = [](const blocks::Line& line) {
      return line.kind == blocks::LineKind::row && !blocks::is_pipe_row(line);
    };
    return std::count_if(lines.begin(), lines.end(), is_tab_row) >= 2 ? Certainty::likely : Certainty::possible;
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
