// What readers of Word's files say of what they did not read.
#pragma once

#include <cstdint>
#include <string_view>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::word {

/// What was met while reading that the reader of the report should know.
struct Remarks {
  std::uint32_t changes = 0;   ///< runs and paragraphs that tracked changes insert or delete
  std::uint32_t contents = 0;  ///< paragraphs of a table of contents
  std::uint32_t comments = 0;  ///< of other authors
  std::uint32_t hidden = 0;    ///< hidden runs
};

/// Reports them; `container` begins their codes: docx-hidden-text.
void report(const Remarks& remarks, std::string_view container, DiagnosticSink& diagnostics);

/// An input error where the Document has no text, if only pictures.
[[nodiscard]] Result<void> expect_text(const Document& document, std::string_view container);

}  // namespace nianbao::word
