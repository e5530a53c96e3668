// Reading the header of a report.
#pragma once

#include "outline/headings.hpp"
#include "outline/names.hpp"
#include "outline/words.hpp"

namespace nianbao {

/// What the parts of header reading work on together.
struct HeaderWork {
  const Document& document;
  Outline& outline;
  const OutlineWords& words;
  const Headings& headings;
  Report& report;
  std::size_t body_from = 0;  ///< index of the first line of the first section
  Place period_at = {};       ///< of report.period

  [[nodiscard]] const Folded& fold_of(const OutlineLine& line) const { return outline.folds[line.block]; }
  [[nodiscard]] std::string_view text_of(const OutlineLine& line) const {
    return document.blocks[line.block].text()->chars;
  }
  /// The line as printed.
  [[nodiscard]] std::string_view printed(const OutlineLine& line) const {
    return fold_of(line).slice(text_of(line), line.from, line.to);
  }
  /// A folded range of the line's block as printed.
  [[nodiscard]] std::string_view printed(const OutlineLine& line, Span span) const {
    return fold_of(line).slice(text_of(line), span.from, span.to);
  }
  [[nodiscard]] Place place(const OutlineLine& line, Span span) const;
};

/// What properties and lines above the text state.
struct StatedProperties {
  std::string title, issuer;
  Date published;
};

/// Reads the Document's properties and the labelled lines above the text; marks these lines. Index and
/// document number go into the report.
[[nodiscard]] StatedProperties read_properties(HeaderWork& work);
/// The title with the highest rank, joined where it stands on several lines; marks its lines.
[[nodiscard]] std::optional<Title> find_title(HeaderWork& work);
/// Index of the line below a title that names issuer and year, 0 without one. What stands above it is no section of
/// the report: menus name 政府信息公开年报 and 依申请公开, too.
[[nodiscard]] std::size_t end_of_sure_title(const HeaderWork& work);
/// Marks a table of contents as no part of the text: its entries are no headings of sections.
void leave_contents_out(HeaderWork& work);
/// Fills report.signoff from lines and tables; marks its lines.
void read_signoff(HeaderWork& work);
/// Date and signatory under the text (or a date alone); marks their lines. The date is returned.
[[nodiscard]] Date read_signature(HeaderWork& work);
/// On a cover the body stands below a title that names none: taken for the signatory.
void read_cover(HeaderWork& work);
/// Fills contact, period and coverage from the text before the first section.
void read_statements(HeaderWork& work);
/// Fills the whole header.
void read_header(HeaderWork& work, const Jurisdictions* jurisdictions, const OutlineOptions& options);

}  // namespace nianbao
