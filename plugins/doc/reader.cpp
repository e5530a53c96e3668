#include "reader.hpp"

#include <algorithm>
#include <array>

#include "read/block_reader.hpp"
#include "word/style_names.hpp"

namespace nianbao::doc {

namespace {

bool is_image(const Block& block) { return block.as<Image>() != nullptr; }

Error no_text(bool images) {
  Message message{"文档里没有文字。", "The document holds no text."};
  if (images) {
    message = {"文档里没有文字，只有图片（可能是扫描件）。",
               "The document holds no text, only pictures (perhaps scans)."};
  }
  return {ErrorKind::input,
          "doc-no-text",
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
  note(diagnostics, "doc-tracked-changes", remarks.changes, "处修订按“接受全部修订”读取：插入的保留，删除的不读。",
       " tracked changes were read as accepted: insertions kept, deletions left out.");
  note(diagnostics, "doc-contents-left-out", remarks.contents, "处目录未读取。",
       " paragraphs of the table of contents were left out.");
  note(diagnostics, "doc-comments-left-out", remarks.comments, "条批注未读取。", " comments were left out.");
  note(diagnostics, "doc-hidden-text", remarks.hidden, "处隐藏文字未读取。", " pieces of hidden text were left out.");
}

/// Characters of the stories that are read.
std::uint64_t count_stories(const WordFile& file) {
  constexpr std::array kRead = {Story::main, Story::footnotes, Story::endnotes, Story::text_boxes};
  std::uint64_t count = 0;
  for (const auto story : kRead) {
    count += count_seen(file.text().substr(static_cast<std::size_t>(file.fib().start_of(story)),
                                           static_cast<std::size_t>(file.fib().length_of(story))));
  }
  return count;
}

/// The sums of the file, of the reading and of the Document must agree.
void audit(const WordFile& file, const Account& account, const Document& document, DiagnosticSink& diagnostics) {
  const auto in_file = count_stories(file);
  const auto read = account.shown + account.left_out;
  const auto expected = account.shown + account.added;
  const auto found = count_seen(document);
  if (in_file != read || expected != found) {
    const auto numbers = std::to_string(in_file) + "/" + std::to_string(read) + "/" + std::to_string(expected) + "/" +
                         std::to_string(found);
    diagnostics.report("doc-text-unaccounted", Severity::warning,
                       {"文件中的字符数与读出的不符（" + numbers + "），可能漏读；请用Word或WPS另存为docx后再读。",
                        "The characters in the file and those read do not add up (" + numbers +
                            "): some may be lost. Save the file as docx in Word or WPS and read that."});
  }
}

}  // namespace

Result<Document> read_doc(std::string bytes, const Context& context) {
  Document document;
  document.input.bytes = bytes.size();
  NIANBAO_TRY(auto file, WordFile::open(bytes, context.limits));
  Reading reading{file, context.limits, context.diagnostics, document.arena(), {}, {}, 0, {}};
  BlockReader blocks(reading);
  blocks.read_main(document.blocks);
  if (reading.stopped()) {
    return std::move(*reading.error);
  }
  if (!blocks.draft_notice().empty()) {
    document.properties.push_back({word::names::kDraftProperty, document.arena().store(blocks.draft_notice()), {}});
  }
  audit(file, reading.account, document, context.diagnostics);
  if (std::all_of(document.blocks.begin(), document.blocks.end(), is_image)) {
    return no_text(!document.blocks.empty());
  }
  report(reading.remarks, context.diagnostics);
  document.number_blocks();
  return document;
}

}  // namespace nianbao::doc
