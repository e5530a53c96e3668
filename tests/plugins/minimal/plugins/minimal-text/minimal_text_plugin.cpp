// A container as small as can be: the line "minimal 1", then a paragraph on each line.
#include <nianbao/sdk/plugin.hpp>

namespace {

using namespace nianbao;

constexpr std::string_view kFirstLine = "minimal 1\n";

bool begins_right(std::string_view bytes) { return bytes.substr(0, kFirstLine.size()) == kFirstLine; }

class MinimalText final : public Container {
 private:
  Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    return begins_right(head) ? Certainty::certain : Certainty::none;
  }

  Result<Document> do_read(std::string bytes, const Context& context) const override {
    if (!begins_right(bytes)) {
      return Error{ErrorKind::input,
                   "minimal-text-first-line",
                   {"第一行应为“minimal 1”。", "The first line is to be `minimal 1`."},
                   "",
                   {"请核对文件类型。", "Check the type of the file."}};
    }
    Document document;
    auto rest = document.arena().hold(std::move(bytes)).substr(kFirstLine.size());
    while (!rest.empty()) {
      const auto line = rest.substr(0, rest.find('\n'));
      Paragraph paragraph;
      paragraph.text.chars = line;
      document.blocks.push_back(Block{paragraph, {}});
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    if (document.blocks.empty()) {
      context.diagnostics.report("minimal-text-empty", Severity::warning,
                                 {"文件没有内容。", "The file has no content."});
    }
    document.number_blocks();
    return document;
  }

  Result<std::string> do_write(const Document& document, const Context& context) const override {
    std::string bytes(kFirstLine);
    for (const auto& block : document.blocks) {
      const auto* text = block.text();
      if (text == nullptr) {
        context.diagnostics.report("minimal-text-lost", Severity::warning,
                                   {"未写出表格、列表或图片。", "A table, list or image was not written."}, block.at);
        continue;
      }
      bytes.append(text->chars).push_back('\n');
    }
    return bytes;
  }
};

}  // namespace

NIANBAO_CONTAINER_PLUGIN(MinimalText, "minimal-text", "1.0.0")
