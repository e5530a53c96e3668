#include "reader.hpp"

#include <algorithm>
#include <array>

#include "document/own_document.hpp"
#include "read/block_reader.hpp"
#include "word/reading_remarks.hpp"

namespace nianbao::doc {

namespace {

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
    document.properties.push_back({own::kDraftNotice, document.arena().store(blocks.draft_notice()), {}});
  }
  audit(file, reading.account, document, context.diagnostics);
  NIANBAO_CHECK(word::expect_text(document, "doc"));
  word::report(reading.remarks, "doc", context.diagnostics);
  document.number_blocks();
  return document;
}

}  // namespace nianbao::doc
