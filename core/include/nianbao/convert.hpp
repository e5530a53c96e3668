// Conversion of a Report to another format, with its ledger, and the Document that shows it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <nianbao/ledger.hpp>
#include <nianbao/rules.hpp>
#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/format_family.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/result.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// Where facts that found no cell are listed.
enum class Appendix {
  inside,  ///< at the end of the Document
  beside,  ///< in a Document of their own, see appendix_document
  none,
};

struct ConvertOptions {
  /// Cells are filled by mapping lines of at least this fidelity; the others' figures are offered.
  Fidelity place = Fidelity::derived;
  bool place_suspect = false;  ///< place suspect facts too, with their likelier value
  bool final = false;          ///< clean: no draft notice, shading or remarks
  Language language = Language::zh;
  Appendix appendix = Appendix::inside;
  /// Templates of the source's forms: which cells its forms have, and where they print a concept with
  /// another meaning. A form whose template is missing here is taken to have the cells it has facts for.
  std::vector<const Template*> templates;
};

/// A form of the output.
struct OutputForm {
  const Template* format = nullptr;  ///< the target, or the source's where the form stays as it is
  const TemplateForm* form = nullptr;
  std::uint32_t instance = 1;
};

/// A converted report and the account of it. The templates must outlive it.
struct Conversion {
  Report report;  ///< in the target format: facts of its forms, facts of the narrative, sections moved
  Ledger ledger;
  const Template* target = nullptr;
  std::vector<OutputForm> forms;  ///< in the order of the ledger's cells
  bool same_format = false;       ///< source and target are one format: the Reports are equal
  /// The facts are those of the source, at their places: in the same format, and where the target has no forms and
  /// keeps those of the source. Otherwise facts[N] belongs to the ledger's cell N.
  bool own_forms = false;
  Message notice;  ///< what a draft says on top; empty: from which format it was converted
};

/// Converts a report to the target format; its year stays. Never fails for what the report lacks:
/// that is in the ledger. Deterministic; thread-safe.
[[nodiscard]] Result<Conversion> convert(const Report& source, const Template& target, const RuleSet& rules,
                                         const ConvertOptions& options);

/// Gives the family that renders a format's forms.
using FamilyFinder = std::function<Result<const FormatFamily*>(const Template&)>;

/// The Document of a conversion: title, narrative and forms as the target prescribes, sign-off and, as
/// the options ask, draft marks and appendix. The context's marks are set here.
[[nodiscard]] Result<Document> assemble(const Conversion& conversion, const FamilyFinder& family_of,
                                        const FormatContext& context, const ConvertOptions& options);

/// The facts that found no cell as a Document of their own; none if every fact found one.
[[nodiscard]] std::optional<Document> appendix_document(const Conversion& conversion, Language language);

/// What stands in the way of a final version.
struct FinalObstacle {
  enum class Kind { other_format, error_finding, suspect_cell, unexplained_blank, suspect_fact };
  Kind kind = Kind::error_finding;
  std::size_t index = 0;  ///< of the source's diagnostic or finding, or of the ledger's cell or fact
  Message message;
};

/// Code of the diagnostic that a report has no table of the format it was to be read with.
inline constexpr std::string_view kFormatNotFound = "format-not-found";

/// Everything that stands in the way of a final version: a format asked for that was not found in the
/// source, errors among its findings, suspect figures, placed or not, and blanks the source does not
/// explain (there are figures to decide on, or a mapping line lacks some). Empty: it may be final.
[[nodiscard]] std::vector<FinalObstacle> final_obstacles(const Conversion& conversion, const Report& source);

}  // namespace nianbao
