#include "reader.hpp"

#include <algorithm>

#include "document/own_document.hpp"
#include "read/block_reader.hpp"
#include "read/custom_properties.hpp"
#include "read/parts.hpp"
#include "word/reading_remarks.hpp"

namespace nianbao::docx {

namespace {

Result<Document> read_package(std::string bytes, const Context& context, bool places) {
  Document document;
  document.input.bytes = bytes.size();
  NIANBAO_TRY(const auto package, ooxml::Package::open(std::move(bytes), context.limits));
  NIANBAO_TRY(auto parts, Parts::load(package));
  Reading reading{
      parts, context.limits, context.diagnostics, document.arena(), document.arena().store(parts.main_name), {}, {}, 0,
      {},    places};
  BlockReader blocks(reading);
  blocks.read_body(parts.main->root().child("w:body"), document.blocks);
  if (reading.stopped()) {
    return std::move(*reading.error);
  }
  NIANBAO_CHECK(word::expect_text(document, "docx"));
  if (!blocks.draft_notice().empty()) {
    document.properties.push_back({own::kDraftNotice, document.arena().store(blocks.draft_notice()), {}});
  }
  NIANBAO_CHECK(read_custom_properties(package, document));
  word::report(reading.remarks, "docx", context.diagnostics);
  document.number_blocks();
  return document;
}

}  // namespace

Result<Document> read_docx(std::string bytes, const Context& context) {
  return read_package(std::move(bytes), context, false);
}

Result<Document> read_docx_with_places(std::string bytes, const Context& context) {
  return read_package(std::move(bytes), context, true);
}

}  // namespace nianbao::docx
