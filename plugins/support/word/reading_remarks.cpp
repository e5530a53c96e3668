#include "word/reading_remarks.hpp"

#include <algorithm>
#include <string>

namespace nianbao::word {

void report(const Remarks& remarks, std::string_view container, DiagnosticSink& diagnostics) {
  const auto note = [&](const char* code, std::uint32_t count, const char* zh, const char* en) {
    if (count > 0) {
      const auto number = std::to_string(count);
      diagnostics.report(std::string(container) + code, Severity::note, {number + zh, number + en});
    }
  };
  note("-tracked-changes", remarks.changes, "处修订按“接受全部修订”读取：插入的保留，删除的不读。",
       " tracked changes were read as accepted: insertions kept, deletions left out.");
  note("-contents-left-out", remarks.contents, "处目录未读取。", " paragraphs of the table of contents were left out.");
  note("-comments-left-out", remarks.comments, "条批注未读取。", " comments were left out.");
  note("-hidden-text", remarks.hidden, "处隐藏文字未读取。", " pieces of hidden text were left out.");
}

Result<void> expect_text(const Document& document, std::string_view container) {
  const auto& blocks = document.blocks;
  if (!std::all_of(blocks.begin(), blocks.end(), [](const Block& block) { return block.as<Image>() != nullptr; })) {
    return {};
  }
  Message message{"文档里没有文字。", "The document holds no text."};
  if (!blocks.empty()) {
    message = {"文档里没有文字，只有图片（可能是扫描件）。",
               "The document holds no text, only pictures (perhaps scans)."};
  }
  return Error{ErrorKind::input,
               std::string(container) + "-no-text",
               std::move(message),
               "",
               {"请取得文字版的年报，或先做文字识别。", "Get the report as text, or recognise its characters first."}};
}

}  // namespace nianbao::word
