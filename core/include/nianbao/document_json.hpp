// The Document as JSON: what container plugins and process plugins exchange (nianbao-document/1).
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao {

/// The Document as JSON text (design, section 4). Same Document, same bytes. Thread-safe.
[[nodiscard]] std::string document_to_json(const Document& document);
/// Reads it back; unknown keys are ignored, everything else that does not fit is an input error with
/// the path of the value. Equal to the Document that was written.
[[nodiscard]] Result<Document> document_from_json(std::string_view text);

}  // namespace nianbao
