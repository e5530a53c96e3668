#include "reader.hpp"

#include <nianbao/sdk/encoding.hpp>

#include "charset.hpp"
#include "html/html_blocks.hpp"
#include "html/nesting.hpp"
#include "page_facts.hpp"

namespace nianbao::html {

Result<Document> read_page(std::string bytes, const Context& context) {
  Document document;
  document.input.bytes = bytes.size();
  const auto charset = std::string(declared_charset(bytes));
  NIANBAO_TRY(auto decoded, decode_text(std::move(bytes), context.diagnostics, charset));
  document.input.encoding = decoded.encoding;
  const blocks::Source source{document.arena().hold(std::move(decoded.text)), decoded.map};
  NIANBAO_CHECK(check_nesting(source.text, context.limits));
  const auto output = parse(source.text);
  const bool own = is_own(*output->document);
  const Piece piece{source.text, source, 1, own};
  take_head_facts(*output->document, document);
  NIANBAO_CHECK(append_tree(*output->document, piece, context.limits, document.arena(), document.blocks));
  if (!own) {
    take_body_facts(document);
  }
  if (document.blocks.empty()) {
    return Error{ErrorKind::input,
                 "html-no-text",
                 {"网页里没有正文：内容可能由脚本载入，或只有图片。",
                  "The page holds no text: scripts may load it, or it is made of pictures."},
                 "",
                 {"请在浏览器中打开后另存网页，或把正文粘贴为文本文件。",
                  "Open it in a browser and save the page, or paste its text into a file."}};
  }
  document.number_blocks();
  return document;
}

}  // namespace nianbao::html
