// The markdown container: reports as text with markup, HTML tables inside it too.
#include <algorithm>

#include <nianbao/sdk/encoding.hpp>
#include <nianbao/sdk/plugin.hpp>

#include "blocks/columns.hpp"
#include "reader.hpp"
#include "writer.hpp"

namespace nianbao::markdown {

namespace {

/// Headings and tables of pipes; in every encoding these have their own bytes.
bool may_have_markup(std::string_view head) {
  return head.find('#') != std::string_view::npos || head.find('|') != std::string_view::npos;
}

class MarkdownContainer final : public Container {
  /// Rules of pipe tables are sure; headings are likely; a text with rows of tabs is no markdown.
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view name) const override {
    constexpr int kHeadings = 3;
    const bool named = name.ends_with(".md") || name.ends_with(".markdown");
    const auto decoded = named || may_have_markup(head) ? decode_head(head) : std::nullopt;
    if (!decoded) {
      return Certainty::none;
    }
    const auto lines = blocks::split_lines(*decoded);
    const auto count = [&](auto&& matches) { return std::count_if(lines.begin(), lines.end(), matches); };
    const bool tabs = count([](const blocks::Line& line) {
                        return line.kind == blocks::LineKind::row && !blocks::is_pipe_row(line);
                      }) >= 2;
    const auto otherwise = named ? Certainty::possible : Certainty::none;
    if (tabs || decoded->starts_with('{') || decoded->starts_with('<')) {
      return otherwise;
    }
    if (count(blocks::is_pipe_rule) > 0) {
      return Certainty::certain;
    }
    const bool headings =
        count([](const blocks::Line& line) { return line.kind == blocks::LineKind::heading; }) >= kHeadings;
    return headings ? Certainty::likely : otherwise;
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    return read_markdown(std::move(bytes), context);
  }

  [[nodiscard]] Result<std::string> do_write(const Document& document, const Context& /*context*/) const override {
    return write_markdown(document);
  }
};

}  // namespace

}  // namespace nianbao::markdown

NIANBAO_CONTAINER_PLUGIN(nianbao::markdown::MarkdownContainer, "markdown", "0.1.0")
