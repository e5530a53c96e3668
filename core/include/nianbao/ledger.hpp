// The ledger: the account of a conversion. Where every fact went, where every cell came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao {

/// What became of a fact; each has exactly one.
enum class FactFate {
  placed,    ///< it fills a cell, a cell is computed from it, or it stays in the sentence that states it
  same_as,   ///< the figure is already placed; this fact stays where it is, in the narrative
  blank,     ///< there was no figure
  offered,   ///< there is a cell for it, but it is not certain or not quite that: for a person to decide
  unplaced,  ///< the target has no cell for it
};

/// Why a fact has its fate.
enum class FactReason {
  same_concept,    ///< placed: the target prints the same concept
  mapping,         ///< placed: through a mapping line
  in_text,         ///< placed, without a cell: the output keeps the sentence that states it
  already_placed,  ///< same-as
  source_blank,    ///< blank
  suspect,         ///< offered: several readings are possible
  rounded,         ///< offered: 余, 近, 约, or a rounded number in prose
  other_year,      ///< offered: a figure of another year
  cumulative,      ///< offered: a figure since the beginning
  other_scope,     ///< offered: figures of another body or area
  other_instance,  ///< offered: the form stands in the report more than once
  differs,         ///< offered: another figure of the same concept is placed
  beside_table,    ///< offered: prose, where the report has such a table
  other_meaning,   ///< offered: the forms print the concept with different meanings
  approximate,     ///< offered: the nearest concept only
  held_back,       ///< offered: `place` asks for more fidelity than the mapping line has
  not_assessable,  ///< unplaced: a mapping line speaks of it, but cannot be computed
  no_concept,      ///< unplaced: no cell and no mapping line
};

/// Why a cell is blank; each blank cell has exactly one.
enum class BlankReason {
  source_blank,    ///< the report has the cell, and no figure in it
  no_concept,      ///< the report's formats have nothing of that meaning
  not_assessable,  ///< a mapping line exists, but what it needs is lacking
  offered_only,    ///< there are figures, none of them fit to be placed by themselves
};

[[nodiscard]] std::string_view to_string(FactFate fate) noexcept;
[[nodiscard]] std::string_view to_string(FactReason reason) noexcept;
[[nodiscard]] std::string_view to_string(BlankReason reason) noexcept;

/// One fact of the source and what became of it.
struct LedgerFact {
  Fact fact;           ///< as in the source; facts[N] here is Report::facts[N] there
  std::string name;    ///< 收到申请数（自然人）: for messages and tables, in the ledger's language
  std::string origin;  ///< the form it stands in, or 正文
  FactFate fate = FactFate::unplaced;
  FactReason why = FactReason::no_concept;
  std::optional<Fidelity> fidelity;       ///< placed and offered: of the best use
  std::vector<std::uint32_t> cells;       ///< placed: cells it fills (in_text: none); offered: cells it is offered to
  std::uint32_t same_as = Fact::kNoForm;  ///< same-as: index of the placed fact
  std::string rule;                       ///< id of the mapping line, if one had a say
  Message reason;
};

/// One cell of the target's forms.
struct LedgerCell {
  std::string_view form;  ///< id of the form
  std::uint32_t instance = 1;
  std::uint32_t block = 0, row = 0, column = 0;  ///< in the template: block, row, value column, from 0
  ConceptKey key;
  std::string label;                   ///< form, row and column as printed
  std::optional<BlankReason> blank;    ///< none: filled
  std::optional<Fidelity> fidelity;    ///< filled
  std::vector<std::uint32_t> facts;    ///< filled: facts it came from
  std::vector<std::uint32_t> offered;  ///< facts offered to it
  std::string value;                   ///< filled: as printed
  std::string rule;                    ///< id of the mapping line, if one had a say
  std::string formula;                 ///< filled by a mapping line: concepts and figures
  bool from_prose = false;             ///< 取自正文
  bool suspect = false;  ///< filled from a suspect fact, as place_suspect asks or as it stood in the same format; or
                         ///< only such a fact is offered
  bool absent = false;   ///< blank in a form of the source that lacks the cell itself
  Message reason;        ///< blank: why; filled otherwise than exactly: how

  [[nodiscard]] bool filled() const noexcept { return !blank.has_value(); }
};

/// A note of the source, on a figure or a form, and where it is printed again.
struct LedgerNote {
  enum class Kept { cell, form, narrative, appendix };
  std::string text;
  std::uint32_t fact = Fact::kNoForm;  ///< index, for the note of a figure
  std::string_view form;               ///< id, for the note of a form
  Kept kept = Kept::appendix;
};

/// Where a stretch of narrative went.
struct LedgerMove {
  SectionKind kind = SectionKind::preamble;
  std::string from;  ///< number and heading in the source; empty for text before the first heading
  std::string to;    ///< number and heading in the target
  std::uint32_t blocks = 0;
};

/// Text of the source that does not stand in the output.
struct LedgerOmission {
  enum class Kind { structure_sentence, heading, person, furniture };
  Kind kind = Kind::structure_sentence;
  std::string text;
  Place at;
};

/// The account of one conversion. Views live as long as the Conversion.
class Ledger {
 public:
  std::string source_format, target_format;
  Message source_title, target_title;  ///< of the formats
  std::string issuer;
  std::int16_t year = 0;
  std::size_t source_facts = 0;  ///< facts of the source Report
  std::size_t target_cells = 0;  ///< cells the target's forms have, all instances
  std::vector<LedgerFact> facts;
  std::vector<LedgerCell> cells;
  std::vector<LedgerNote> notes;
  std::vector<LedgerMove> moves;
  std::vector<LedgerOmission> omissions;

  /// True if both sums hold: every fact has one fate, every cell is filled or blank with one reason,
  /// and the two sides tell the same story.
  [[nodiscard]] bool balanced() const { return faults().empty(); }
  /// What does not add up; for tests and messages of the program's own faults.
  [[nodiscard]] std::vector<std::string> faults() const;

  [[nodiscard]] std::size_t count(FactFate fate) const noexcept;
  [[nodiscard]] std::size_t count(BlankReason reason) const noexcept;
  [[nodiscard]] std::size_t filled() const noexcept;
  [[nodiscard]] std::size_t filled(Fidelity fidelity) const noexcept;
};

/// The ledger as JSON (`nianbao-ledger/1`, rules/schema/ledger.schema.json), indented.
[[nodiscard]] std::string ledger_json(const Ledger& ledger);
/// The ledger as a Document, for a container to write.
[[nodiscard]] Document ledger_document(const Ledger& ledger, Language language);
/// The ledger in a few lines for a terminal.
[[nodiscard]] std::string ledger_summary(const Ledger& ledger, Language language);

}  // namespace nianbao
