// The text container: plain text in the encodings of Chinese offices.
#include <algorithm>

#include <nianbao/sdk/encoding.hpp>
#include <nianbao/sdk/plugin.hpp>

#include "blocks/columns.hpp"
#include "reader.hpp"
#include "writer.hpp"

namespace nianbao::text {

namespace {

/// The line that this place is in.
std::string_view line_around(std::string_view text, std::size_t at) {
  const auto ends_line = [](char c) { return c == '\n' || c == '\r'; };
  const auto front = text.substr(0, at);
  const auto back = text.substr(at);
  const auto before = std::find_if(front.rbegin(), front.rend(), ends_line) - front.rbegin();
  const auto behind = std::find_if(back.begin(), back.end(), ends_line) - back.begin();
  return text.substr(at - static_cast<std::size_t>(before), static_cast<std::size_t>(before + behind));
}

/// True if so many lines are rows of tabs. Only lines with a tab are looked at.
bool has_tab_rows(std::string_view text, std::size_t least) {
  auto tab = text.find('\t');
  while (least > 0 && tab != std::string_view::npos) {
    const auto line = line_around(text, tab);
    const auto lines = blocks::split_lines(line);
    const bool row = lines.front().kind == blocks::LineKind::row && !blocks::is_pipe_row(lines.front());
    least -= row ? 1 : 0;
    tab = text.find('\t', static_cast<std::size_t>(line.data() - text.data()) + line.size());
  }
  return least == 0;
}

class TextContainer final : public Container {
  /// Any text can be read as text; rows of tabs are what it alone knows.
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    const auto decoded = decode_head(head);
    if (!decoded) {
      return Certainty::none;
    }
    constexpr std::size_t kFewest = 2;
    return has_tab_rows(*decoded, kFewest) ? Certainty::likely : Certainty::possible;
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
