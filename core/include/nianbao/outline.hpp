// The outline of a report: its header, its sections, its sign-off and its attachments.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/jurisdictions.hpp>
#include <nianbao/rules.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/format_family.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/result.hpp>
#include <nianbao/sdk/text.hpp>

namespace nianbao {

struct OutlineWords;

/// The words by which outlines are read: rules/national/outline.yaml. Read before rule packs are
/// chosen, so they belong to no pack in particular. Immutable, cheap to copy, thread-safe.
class OutlineRules {
 public:
  /// Reads the file's text; `file` is its name for messages. The Error (kind rules) lists all faults.
  [[nodiscard]] static Result<OutlineRules> read(std::string_view yaml, std::string file);
  [[nodiscard]] static Result<OutlineRules> load(const std::string& file);

  [[nodiscard]] const OutlineWords& words() const noexcept { return *words_; }

 private:
  std::shared_ptr<const OutlineWords> words_;
};

/// What is settled from outside.
struct OutlineOptions {
  std::int16_t year = 0;     ///< 0: as the report says
  std::string jurisdiction;  ///< name or code; empty: by the issuer's name
};

/// A stretch of a text block, in one line of the file or one block of it.
struct OutlineLine {
  enum class Kind : std::uint8_t {
    body,
    header,     ///< title, properties, other lines above the text; not part of the narrative
    signature,  ///< signatory and date under the text
    signoff,    ///< 单位负责人 …
    furniture,  ///< navigation, page numbers
    object,     ///< a block without text of its own: table, list, image
  };
  std::uint32_t block = 0;  ///< index in Document::blocks
  std::uint32_t from = 0;   ///< folded indices in Outline::folds[block], half-open
  std::uint32_t to = 0;
  Kind kind = Kind::body;
};

/// What reading a Document's outline found, for fill_sections and for others who need its folded
/// texts. Refers to nothing of the Document.
struct Outline {
  std::vector<Folded> folds;       ///< one for each block of the Document; empty for blocks without text
  std::vector<OutlineLine> lines;  ///< in document order

  [[nodiscard]] std::u32string_view chars(const OutlineLine& line) const noexcept {
    return folds[line.block].chars().substr(line.from, line.to - line.from);
  }
};

/// A claimed form and where it stands.
struct ClaimedForm {
  std::string_view form;  ///< id; lives as long as the Template or the Report
  std::uint32_t instance = 1;
  std::vector<Piece> pieces;
};

/// A report inside a Document that may hold several.
struct ReportPart {
  std::uint32_t block_from = 0;  ///< indices in Document::blocks, half-open
  std::uint32_t block_to = 0;
  std::string title;
  std::string issuer;     ///< as the title names it; may be empty
  std::int16_t year = 0;  ///< 0 if the title states none
};

/// Reads outlines by given rules. Immutable; thread-safe. Keep one for each RuleSet: compiling its
/// headings is not free.
class OutlineReader {
 public:
  /// `jurisdictions` may be null: no codes then.
  OutlineReader(OutlineRules rules, const std::vector<HeadingRule>& headings,
                std::shared_ptr<const Jurisdictions> jurisdictions);
  ~OutlineReader();
  OutlineReader(OutlineReader&&) noexcept;

  /// Fills the report's header: title, issuer, signatory, jurisdiction, coverage, year, period,
  /// published, numbers, contact and sign-off. What the document does not say stays empty. A year
  /// that is stated in two ways is a `period` finding, no year at all a diagnostic.
  [[nodiscard]] Outline read(const Document& document, const OutlineOptions& options, Report& report) const;

  /// Fills report.sections and report.attachments with what no form claims, in document order, and
  /// puts a FormReference where a claimed form stands. `outline` is that of the same document, read
  /// by this or another reader.
  void fill_sections(const Document& document, const Outline& outline, const std::vector<ClaimedForm>& claims,
                     Report& report) const;

  /// Tells the reports of a document apart by their titles: another year or another issuer begins a new
  /// one. At least one part; the parts tile the blocks.
  [[nodiscard]] std::vector<ReportPart> split(const Document& document) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

/// A Document of one part alone, with its blocks numbered anew. Properties go to the first part.
[[nodiscard]] Document cut(const Document& document, const ReportPart& part);

}  // namespace nianbao
