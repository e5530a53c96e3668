#include "reader.hpp"

#include <algorithm>

#include "read/block_reader.hpp"
#include "read/custom_properties.hpp"
#include "read/parts.hpp"
#include "word/style_names.hpp"

namespace nianbao::docx {

namespace {

bool is_image(const Block& block) { return block.as<Image>() != nullptr; }

Error no_text(bool images) {
  Message message{"文档里没有文字。", "The document holds no text."};
  if (images) {
    message = {"文档里没有文字，只有图片（可能是扫描件）。",
               "The document holds no text, only pictures (perhaps scans)."};
  }
  return {ErrorKind::input,
          "docx-no-text",
          std::move(message),
          "",
          {"请取得文字版的年报，或先做文字识别。", "Get the report as text, or recognise its characters first."}};
}

void note(DiagnosticSink& diagnostics, std::string code, std::uint32_t count, const char* zh, const char* en) {
  if (count > 0) {
    const auto number = std::to_string(count);
    diagnostics.report(std::move(code), Severity::note, {number + zh, number + en});
  }
}

void report(const Remarks& remarks, DiagnosticSink& diagnostics) {
  note(diagnostics, "docx-tracked-changes", remarks.changes, "处修订按“接受全部修订”读取：插入的保留，删除的不读。",
       " tracked changes were read as accepted: insertions kept, deletions left out.");
  note(diagnostics, "docx-contents-left-out", remarks.contents, "处目录未读取。",
       " paragraphs of the table of contents were left out.");
  note(diagnostics, "docx-comments-left-out", remarks.comments, "条批注未读取。", " comments were left out.");
  note(diagnostics, "docx-hidden-text", remarks.hidden, "处隐藏文字未读取。", " pieces of hidden text were left out.");
}

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
  if (std::all_of(document.blocks.begin(), document.blocks.end(), is_image)) {
    return no_text(!document.blocks.empty());
  }
  if (!blocks.draft_notice().empty()) {
    document.properties.push_back({word::names::kDraftProperty, document.arena().store(blocks.draft_notice()), {}});
  }
  NIANBAO_CHECK(read_custom_properties(package, document));
  report(reading.remarks, context.diagnostics);
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
