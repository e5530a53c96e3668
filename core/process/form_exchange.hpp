// What a family that is a program is asked and answers, as JSON: docs/process-plugins.md describes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/format_family.hpp>

namespace nianbao::process {

/// "Which forms of this format stand in this Document?"
[[nodiscard]] std::string recognize_request(const Document& document, const Template& format);
/// "What does this form say?" Of the Report the program is told issuer and year.
[[nodiscard]] std::string extract_request(const Document& document, const FormClaim& claim, const Report& report);
/// "Print this form."
[[nodiscard]] std::string render_request(const Report& report, const Template& format, const TemplateForm& form,
                                         std::uint32_t instance, const CellMarks* marks);

/// The claims of an answer. An Error says what of it does not fit: a form the format does not have, a block or
/// a row the Document does not have.
[[nodiscard]] Result<std::vector<FormClaim>> claims_of(std::string_view answer, const Document& document,
                                                       const Template& format);
/// Appends the form of an answer and its facts to the Report: concepts are those of the vocabulary, values are
/// brought to the concept's unit, places are those of the Document's cells. Nothing is appended if it fails.
[[nodiscard]] Result<void> add_form(std::string_view answer, const Document& document, const FormClaim& claim,
                                    const FormatContext& context, Report& report);

}  // namespace nianbao::process
