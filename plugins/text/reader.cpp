#include "reader.hpp"

#include <nianbao/sdk/encoding.hpp>

#include "blocks/blocks.hpp"
#include "blocks/metadata.hpp"

namespace nianbao::text {

Result<Document> read_text(std::string bytes, const Context& context) {
  Document document;
  document.input.bytes = bytes.size();
  NIANBAO_TRY(auto decoded, decode_text(std::move(bytes), context.diagnostics));
  document.input.encoding = decoded.encoding;
  const blocks::Source source{document.arena().hold(std::move(decoded.text)), decoded.map};
  NIANBAO_CHECK(blocks::check_amount(source.text, context.limits));
  auto lines = blocks::split_lines(source.text);
  const auto taken = blocks::take_properties(lines, source, document);
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(taken));
  NIANBAO_CHECK(
      blocks::append_blocks(lines, source, blocks::measure(lines), context.limits, document.arena(), document.blocks));
  if (document.blocks.empty() && document.properties.empty()) {
    return Error{ErrorKind::input,
                 "input-empty",
                 {"文件里只有空白，没有内容。", "The file holds nothing but blanks."},
                 "",
                 {"请检查文件是否保存完整。", "Check that the file was saved completely."}};
  }
  document.number_blocks();
  return document;
}

}  // namespace nianbao::text
